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

        /// <summary>A shape of two dimensions.</summary>
        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        /// <summary>A shape of two dimensions.</summary>
        public Size((int, int) size) => _shape = [size.Item1, size.Item2];

        /// <summary>A shape of three dimensions.</summary>
        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>A shape of three dimensions.</summary>
        public Size((int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>A shape of four dimensions.</summary>
        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>A shape of four dimensions.</summary>
        public Size((int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>A shape of five dimensions.</summary>
        public Size((long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>A shape of five dimensions.</summary>
        public Size((int, int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>A shape of six dimensions.</summary>
        public Size((long, long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>A shape of six dimensions.</summary>
        public Size((int, int, int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>A shape of one dimension.</summary>
        public Size(int size) => _shape = [size];

        /// <summary>A shape of these lengths.</summary>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <summary>A shape of these lengths.</summary>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, static length => (long)length);

        /// <summary>The lengths.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there is no dimension.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>Whether it has no dimensions.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>The length of one dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>The length of a dimension.</summary>
        public long this[long idx] => Shape[idx];

        /// <summary>The dimensions from the one up to but not including the other.</summary>
        public Size Slice(int first, int next) => new(Shape[first..next]);

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
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>A shape of three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>A shape of four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>A shape of five dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>A shape of six dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>The dimensions of the one, then those of the other.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

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
