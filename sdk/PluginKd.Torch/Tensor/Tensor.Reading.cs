using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>A name for people who look at it; libtorch does not know it.</summary>
        public string? name { get; set; }

        /// <summary>Whether it has a shape and no memory.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>How many elements lie in the memory before the first.</summary>
        public long storage_offset() => Shim.kd_storage_offset(Handle);

        /// <summary>Whether its elements are complex numbers.</summary>
        public bool is_complex() => dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

        /// <summary>The numbers in nested lists, as deep as it has dimensions; a number where it has none.</summary>
        public object tolist()
        {
            using var scope = NewDisposeScope();
            return Listed(detach().cpu());
        }

        /// <summary>The element so far behind the first in memory; its type must be the tensor's, its place the processor's.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            if (TypeOf<T>() != dtype || !is_cpu())
                throw new ArgumentException($"{typeof(T).Name} of {Summary()}: ask for the type it has, and call cpu() first");
            ArgumentOutOfRangeException.ThrowIfNegative(i);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, numel());
            var value = ((T*)RawPointer())[i];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The element so far behind the first in memory, of a tensor of half precision.</summary>
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <inheritdoc cref="ReadCpuValue{T}(long)" />
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        private static object Listed(Tensor tensor)
        {
            if (tensor.ndim > 0)
                return tensor.unbind().Select(Listed).ToList();
            return tensor.dtype switch
            {
                ScalarType.Bool => tensor.item<bool>(),
                ScalarType.Byte => tensor.item<byte>(),
                ScalarType.Int8 => tensor.item<sbyte>(),
                ScalarType.Int16 => tensor.item<short>(),
                ScalarType.Int32 => tensor.item<int>(),
                ScalarType.Int64 => tensor.item<long>(),
                ScalarType.Float64 => tensor.item<double>(),
                _ => tensor.ToSingle(),
            };
        }
    }
}
