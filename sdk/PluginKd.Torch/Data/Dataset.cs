namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Examples, and what hands them out in batches.</summary>
        public static partial class data
        {
            /// <summary>Examples that are asked for by their number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>How many there are.</summary>
                public abstract long Count { get; }

                /// <summary>One of them.</summary>
                /// <param name="index">From 0 up to but not including <see cref="Count" />.</param>
                public abstract T GetTensor(long index);

                /// <inheritdoc />
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Lets go of what the examples are made from.</summary>
                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>Examples of tensors with names.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>;

            /// <summary>Examples of tensors in an order.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>;
        }
    }
}
