using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor in another element type; itself where it has that type and no copy is asked for.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to__dtype.Call(this, type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor on another device; itself where it is there and no copy is asked for.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to__device.Call(this, device, dtype, non_blocking, copy), disposeAfter);

        /// <inheritdoc cref="to(Device, bool, bool, bool)" />
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to(Device, bool, bool, bool)" />
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor in another element type and on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to__device.Call(this, device, type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor in the element type and on the device of another.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => Ops.to__other.Call(this, other, non_blocking);

        /// <inheritdoc cref="to(ScalarType, bool, bool, bool)" />
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to(ScalarType, bool, bool, bool)" />
        public Tensor type(ScalarType dtype) => to(dtype);

        /// <summary>The tensor in the element type of another.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        /// <summary>The tensor in main memory.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>The tensor on an NVIDIA GPU.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, false, false, non_blocking);

        /// <summary>The tensor in single precision.</summary>
        public Tensor @float() => to(ScalarType.Float32);

        /// <summary>The tensor in double precision.</summary>
        public Tensor @double() => to(ScalarType.Float64);

        /// <summary>The tensor in half precision.</summary>
        public Tensor half() => to(ScalarType.Float16);

        /// <summary>The tensor in bfloat16.</summary>
        public Tensor bfloat16() => to(ScalarType.BFloat16);

        /// <summary>The tensor in 64-bit whole numbers.</summary>
        public Tensor @long() => to(ScalarType.Int64);

        /// <summary>The tensor in 32-bit whole numbers.</summary>
        public Tensor @int() => to(ScalarType.Int32);

        /// <summary>The tensor in unsigned bytes.</summary>
        public Tensor @byte() => to(ScalarType.Byte);

        /// <summary>As 8-bit whole numbers with a sign.</summary>
        public Tensor @char() => to(ScalarType.Int8);

        /// <summary>As 16-bit whole numbers.</summary>
        public Tensor @short() => to(ScalarType.Int16);

        /// <summary>What a conversion given as a function makes of it.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc)
        {
            ArgumentNullException.ThrowIfNull(typeFunc);
            return typeFunc(this);
        }

        /// <summary>Whether each element is not zero.</summary>
        public Tensor @bool() => to(ScalarType.Bool);

        private Tensor After(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
