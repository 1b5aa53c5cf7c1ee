namespace TorchSharp;

public static partial class torch
{
    /// <summary>Modules that Python saved as TorchScript.</summary>
    public static unsafe partial class jit
    {
        /// <summary>A script, called with any inputs. Its tensors come to the device named.</summary>
        public static ScriptModule load(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, new Device(device_type, (int)device_index)));

        /// <inheritdoc cref="load(string, DeviceType, long)" />
        public static ScriptModule load(string filename, Device map_location) => new(Open(filename, map_location));

        /// <inheritdoc cref="load(string, DeviceType, long)" />
        public static ScriptModule load(string filename, string map_location) => new(Open(filename, new Device(map_location)));

        /// <inheritdoc cref="load(string, DeviceType, long)" />
        public static ScriptModule load(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(bytes, new Device(device_type, (int)device_index)));

        /// <summary>A script without inputs. Its tensors come to the device named.</summary>
        public static ScriptModule<TResult> load<TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, new Device(device_type, (int)device_index)));

        /// <inheritdoc cref="load{TResult}(string, DeviceType, long)" />
        public static ScriptModule<TResult> load<TResult>(string filename, Device map_location) => new(Open(filename, map_location));

        /// <inheritdoc cref="load{TResult}(string, DeviceType, long)" />
        public static ScriptModule<TResult> load<TResult>(string filename, string map_location) => new(Open(filename, new Device(map_location)));

        /// <inheritdoc cref="load{TResult}(string, DeviceType, long)" />
        public static ScriptModule<TResult> load<TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(bytes, new Device(device_type, (int)device_index)));

        /// <summary>A script of one input. Its tensors come to the device named.</summary>
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, new Device(device_type, (int)device_index)));

        /// <inheritdoc cref="load{T1, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, Device map_location) => new(Open(filename, map_location));

        /// <inheritdoc cref="load{T1, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, string map_location) => new(Open(filename, new Device(map_location)));

        /// <inheritdoc cref="load{T1, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, TResult> load<T1, TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(bytes, new Device(device_type, (int)device_index)));

        /// <summary>A script of two inputs. Its tensors come to the device named.</summary>
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, new Device(device_type, (int)device_index)));

        /// <inheritdoc cref="load{T1, T2, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, Device map_location) => new(Open(filename, map_location));

        /// <inheritdoc cref="load{T1, T2, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, string map_location) => new(Open(filename, new Device(map_location)));

        /// <inheritdoc cref="load{T1, T2, TResult}(string, DeviceType, long)" />
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(bytes, new Device(device_type, (int)device_index)));

        /// <summary>Writes a script to a file.</summary>
        public static void save(ScriptModule module, string filename)
        {
            ArgumentNullException.ThrowIfNull(module);
            Native.Shim.Check(Native.Shim.kd_script_save(module.Script, filename), $"save '{filename}'");
        }

        private static nint Open(string file, Device device)
        {
            if (!File.Exists(file))
                throw new FileNotFoundException($"no script at '{file}'", file);
            nint script;
            Native.Shim.Check(Native.Shim.kd_script_load(file, device.Packed, &script), $"jit.load '{file}'");
            return script;
        }

        private static nint Open(byte[] bytes, Device device)
        {
            ArgumentNullException.ThrowIfNull(bytes);
            nint script;
            fixed (byte* first = bytes)
                Native.Shim.Check(Native.Shim.kd_script_load_bytes(first, bytes.Length, device.Packed, &script), "jit.load");
            return script;
        }
    }
}
