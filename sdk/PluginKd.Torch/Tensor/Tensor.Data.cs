using System.Runtime.CompilerServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The bytes of a tensor in main memory that has no gaps.</summary>
        public Span<byte> bytes
        {
            get => new(DataPointer(), checked((int)(numel() * ElementSize)));
            set => value.CopyTo(bytes);
        }

        /// <summary>Reads and writes the elements of a tensor in main memory; the type must be the tensor's own.</summary>
        /// <exception cref="ArgumentException">The type is another, or the tensor lies on a GPU.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            if (TypeOf<T>() != dtype)
                throw new ArgumentException($"data<{typeof(T).Name}>() of {Summary()}: ask for the type it has, or convert with to(...) first");
            if (!is_cpu())
                throw new ArgumentException($"data<{typeof(T).Name}>() of {Summary()}: call cpu() first");
            return new TensorAccessor<T>(this);
        }

        /// <summary>The one number that the tensor holds; the type must be the tensor's own.</summary>
        /// <exception cref="ArgumentException">The type is another, or the tensor holds not exactly one number.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException($"item of {Summary()}: it holds {numel()} numbers, not one");
            if (TypeOf<T>() != dtype)
                throw new ArgumentException($"item<{typeof(T).Name}>() of {Summary()}: ask for the type it has, or use ToSingle(), ToInt64() …");
            if (is_cpu())
            {
                var value = Unsafe.Read<T>(RawPointer());
                GC.KeepAlive(this);
                return value;
            }

            using var near = cpu();
            return Unsafe.Read<T>(near.RawPointer());
        }

        /// <summary>Whether the one number is not zero.</summary>
        public bool is_nonzero() => this.ToDouble() != 0;

        /// <summary>The one number, as a scalar.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => this.ToBoolean(),
            var type when IsFloating(type) => this.ToDouble(),
            _ => this.ToInt64(),
        };

        /// <summary>Where the first element lies; of a tensor in main memory without gaps.</summary>
        internal void* DataPointer()
        {
            if (!is_cpu() || !is_contiguous())
                throw new InvalidOperationException($"{Summary()} has no plain memory here: call cpu() and contiguous() first");
            return RawPointer();
        }

        internal void* RawPointer()
        {
            void* data;
            Shim.Check(Shim.kd_data(Handle, &data), $"data of {Summary()}");
            return data;
        }
    }
}
