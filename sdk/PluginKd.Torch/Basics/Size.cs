using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape: the length of each dimension.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[] _shape;

        /// <summary>The shape with these lengths.</summary>
        public Size(long[] shape) => _shape = shape;

        /// <summary>A shape of one dimension.</summary>
        public Size(long size) => _shape = [size];

        /// <summary>The lengths.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there is no dimension.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>The length of one dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>The number of elements; no unit.</summary>
        public long numel()
        {
            var count = 1L;
            foreach (var length in Shape)
                count *= length;
            return count;
        }

        /// <summary>A shape of one dimension.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>A shape of two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>A shape of three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        /// <summary>The shape with these lengths.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>Whether all lengths agree.</summary>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>Whether some length differs.</summary>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <inheritdoc />
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc />
        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);

        /// <inheritdoc />
        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        /// <inheritdoc />
        public override int GetHashCode() => Shape.Aggregate(17, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => "[" + string.Join(", ", Shape) + "]";
    }
}
