using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths for recurrent layers.</summary>
            public static partial class rnn
            {
                /// <summary>Packs padded sequences, [T, N, …] or with batch_first [N, T, …].</summary>
                /// <param name="input">The sequences.</param>
                /// <param name="lengths">How many steps each has, int64, on the processor.</param>
                /// <param name="batch_first">Whether the sequences stand in the first dimension.</param>
                /// <param name="enforce_sorted">Whether the lengths must fall; otherwise the sequences are put in order here.</param>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    using var scope = NewDisposeScope();
                    if (enforce_sorted)
                        return scope.MoveToOuter(Packed(input, lengths, batch_first, null));
                    var (falling, order) = lengths.sort(-1, descending: true);
                    var places = order.to(input.device);
                    return scope.MoveToOuter(Packed(input.index_select(batch_first ? 0 : 1, places), falling, batch_first, places));
                }

                /// <summary>Packs sequences of different lengths, [T, …] each.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    Tensor[] list = [.. sequences];
                    using var scope = NewDisposeScope();
                    var lengths = tensor(Array.ConvertAll(list, sequence => sequence.size(0)));
                    return scope.MoveToOuter(pack_padded_sequence(pad_sequence(list), lengths, false, enforce_sorted));
                }

                /// <summary>Padded sequences, [T, N, …] or with batch_first [N, T, …], and their lengths.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = Ops._pad_packed_sequence.CallPair(
                        sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is not { } places)
                        return scope.MoveToOuter(padded, lengths);
                    return scope.MoveToOuter(padded.index_select(batch_first ? 0 : 1, places), lengths.index_select(0, places.cpu()));
                }

                /// <summary>Sequences of different lengths, [T, …] each, as one tensor [T, N, …] or with batch_first [N, T, …].</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0) =>
                    Ops.pad_sequence.Call(Arg.List(sequences.ToArray()), batch_first, padding_value);

                private static PackedSequence Packed(Tensor input, Tensor lengths, bool batchFirst, Tensor? places)
                {
                    var (data, sizes) = Ops._pack_padded_sequence.CallPair(input, lengths, batchFirst);
                    return new PackedSequence(data, sizes, places, places?.argsort());
                }
            }
        }
    }
}
