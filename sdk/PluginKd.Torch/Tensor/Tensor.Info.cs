using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Shim.kd_dtype(Handle);

        /// <summary>Where the tensor lies.</summary>
        public Device device => Device.Unpack(Shim.kd_device_of(Handle));

        /// <summary>The kind of device that holds the tensor.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Which device of its kind holds the tensor.</summary>
        public int device_index => device.index;

        /// <summary>Whether the tensor lies in main memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the tensor lies on an NVIDIA GPU.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>The length of each dimension; a new array at each call.</summary>
        public long[] shape
        {
            get
            {
                long* lengths;
                var count = Shim.kd_shape(Handle, &lengths);
                return new ReadOnlySpan<long>(lengths, count).ToArray();
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long ndim
        {
            get
            {
                long* lengths;
                return Shim.kd_shape(Handle, &lengths);
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => ndim;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>The bytes of one element.</summary>
        public long ElementSize => SizeOf(dtype);

        /// <summary>The number of dimensions.</summary>
        public long dim() => ndim;

        /// <summary>The length of each dimension; a new array at each call.</summary>
        public long[] size() => shape;

        /// <summary>The length of one dimension; negative numbers count from the last.</summary>
        public long size(int dim)
        {
            long* lengths;
            var count = Shim.kd_shape(Handle, &lengths);
            var at = dim < 0 ? dim + count : dim;
            return (uint)at < (uint)count
                ? lengths[at]
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"the tensor is {Summary()}, of {count} dimensions");
        }

        /// <summary>How many elements lie between neighbours, for each dimension.</summary>
        public long[] stride()
        {
            long* steps;
            var count = Shim.kd_strides(Handle, &steps);
            return new ReadOnlySpan<long>(steps, count).ToArray();
        }

        /// <summary>How many elements lie between neighbours along one dimension.</summary>
        public long stride(int dim) => stride()[dim < 0 ? dim + (int)ndim : dim];

        /// <summary>The number of elements.</summary>
        public long numel() => Shim.kd_numel(Handle);

        /// <summary>The bytes of one element.</summary>
        public long element_size() => SizeOf(dtype);

        /// <summary>Whether the elements lie in memory without gaps, the last dimension innermost.</summary>
        public bool is_contiguous() => Shim.kd_is_contiguous(Handle) != 0;

        /// <summary>Whether only some elements are stored, as in gradients of sparse embeddings.</summary>
        public bool is_sparse => Shim.kd_is_sparse(Handle) != 0;

        /// <summary>Where the stored elements of a sparse tensor lie: int64 [dimensions, N].</summary>
        public Tensor SparseIndices => Ops._indices.Call(this);

        /// <summary>The stored elements of a sparse tensor: [N, …].</summary>
        public Tensor SparseValues => Ops._values.Call(this);

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => IsFloating(dtype);

        /// <summary>Whether the elements are whole numbers.</summary>
        public bool is_integral() => dtype is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

        /// <summary>What one writes down of a tensor in an error: "float32[3, 4]", and the device where it is not main memory.</summary>
        internal string Summary()
        {
            if (_handle == 0)
                return "disposed tensor";
            var name = dtype.ToString().ToLower(CultureInfo.InvariantCulture);
            var text = $"{name}[{string.Join(", ", shape)}]";
            return is_cpu() ? text : $"{text} on {device}";
        }

        internal static long SizeOf(ScalarType type) => type switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.ComplexFloat64 => 16,
            _ => 8,
        };
    }
}
