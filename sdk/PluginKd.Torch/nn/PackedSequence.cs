namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths without the gaps: all first steps, then all second steps, and so on, the longest first.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        this.batch_sizes = batch_sizes.DetachFromDisposeScope();
                        this.sorted_indices = sorted_indices?.DetachFromDisposeScope();
                        this.unsorted_indices = unsorted_indices?.DetachFromDisposeScope();
                        DisposeScope.Current?.Register(this);
                    }

                    /// <summary>The steps, [all lengths, features].</summary>
                    public Tensor data { get; }

                    /// <summary>How many sequences go as far as each step; on the processor.</summary>
                    public Tensor batch_sizes { get; }

                    /// <summary>Which of the sequences given stands at each place; null where they were sorted.</summary>
                    public Tensor? sorted_indices { get; }

                    /// <summary>At which place each of the sequences given stands; null where they were sorted.</summary>
                    public Tensor? unsorted_indices { get; }

                    /// <summary>Lets go of all four.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    internal PackedSequence With(Tensor other) =>
                        new(other, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    internal Tensor Sorted(Tensor states) => sorted_indices is null ? states : states.index_select(1, sorted_indices);

                    internal Tensor Unsorted(Tensor states) => unsorted_indices is null ? states : states.index_select(1, unsorted_indices);
                }
            }
        }
    }
}
