namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place in the brackets of a tensor: a number, a range, all, a new dimension, or a tensor of indices or truth values.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>As many whole dimensions as are left.</summary>
        public static readonly TensorIndex Ellipsis = new(Sort.Ellipsis);

        /// <summary>A new dimension of length 1.</summary>
        public static readonly TensorIndex None = new(Sort.NewDimension);

        /// <summary>A new dimension of length 1.</summary>
        public static readonly TensorIndex Null = new(Sort.NewDimension);

        /// <summary>The whole dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        // Not the largest number of all, which libtorch takes as left out in some versions.
        private const long Beyond = long.MaxValue - 1;

        private TensorIndex(Sort sort, long? first = null, long? stop = null, long? step = null, Tensor? places = null)
        {
            Kind = sort;
            First = first;
            Stop = stop;
            Step = step;
            Places = places;
        }

        internal enum Sort
        {
            Slice,
            Single,
            Ellipsis,
            NewDimension,
            Truth,
            Tensor,
        }

        internal Sort Kind { get; }

        internal long? First { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Places { get; }

        /// <summary>From start up to but not including stop; negative numbers count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Sort.Slice, start, stop, step);

        /// <summary>The places of a C# range.</summary>
        public static TensorIndex Slice(Range range) => range;

        /// <summary>From the one up to but not including the other.</summary>
        public static TensorIndex Slice((int?, int?) range) => range;

        /// <summary>A new dimension of length 1 where the value is true, of length 0 where it is false.</summary>
        public static TensorIndex Bool(bool value) => new(Sort.Truth, value ? 1 : 0);

        /// <summary>One place; the dimension goes.</summary>
        public static TensorIndex Single(long? index) => new(Sort.Single, index);

        /// <summary>The places that an int64 tensor names, or where a bool tensor is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Sort.Tensor, places: tensor);

        /// <summary>One place; the dimension goes.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>From the one up to but not including the other.</summary>
        public static implicit operator TensorIndex((int?, int?) range) => Slice(range.Item1, range.Item2);

        /// <summary>One place, counted from either end; the dimension goes.</summary>
        public static implicit operator TensorIndex(Index index) => Single(Place(index));

        /// <summary>The places of a range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(
            Place(range.Start), range.End.Equals(Index.End) ? null : Place(range.End));

        // ^0 stands behind the last place, and -0 would be the first.
        private static long Place(Index index) => index.Equals(Index.End) ? Beyond : index.IsFromEnd ? -index.Value : index.Value;
    }
}
