using System.Collections;

namespace PluginKd.Data.Generated;

/// <summary>The reviews of one split, each written when it is asked for, from a seed of its own: none of them is kept.</summary>
internal sealed class ReviewTexts : IReadOnlyList<string>
{
    // Far more than a grammar with room for the reviews ever needs; without it a request for too many would never end.
    private const int Attempts = 1000;

    private readonly Grammar _grammar;
    private readonly IReadOnlyList<string> _domains;
    private readonly byte[] _kinds;
    private readonly ushort[] _attempts;
    private readonly long _seed;

    /// <summary>Goes through all reviews once, to find for each the first attempt that is new.</summary>
    /// <param name="grammar">Writes the texts.</param>
    /// <param name="domains">Names of the domains.</param>
    /// <param name="kinds">N kinds: twice the position of the domain, and 1 when positive.</param>
    /// <param name="written">What was written before, the filter of this split last.</param>
    /// <param name="context">Seed and the wish to stop.</param>
    /// <param name="name">Name of the split.</param>
    public ReviewTexts(Grammar grammar, IReadOnlyList<string> domains, byte[] kinds, IReadOnlyList<TextFilter> written, StageContext context, string name)
    {
        (_grammar, _domains, _kinds, _attempts, _seed) = (grammar, domains, kinds, new ushort[kinds.Length], context.Seed($"{name}/texts"));
        for (var i = 0; i < kinds.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            _attempts[i] = FirstNew(i, written);
        }
    }

    /// <inheritdoc />
    public int Count => _kinds.Length;

    /// <inheritdoc />
    public string this[int index] => Write(index, _attempts[index]);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ushort FirstNew(int index, IReadOnlyList<TextFilter> written)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var hash = TextFilter.Hash(Write(index, attempt));
            if (written.Any(filter => filter.Has(hash))) continue;
            written[^1].Add(hash);
            return (ushort)attempt;
        }

        throw new UserErrorException($"after {index} reviews of its split the grammar has hardly a new one about {_domains[_kinds[index] / 2]}", "fewer reviews", "data",
            "lower the counts, or name more domains");
    }

    // The first number of a generator follows closely from its seed; mixed once more, neighbours have nothing in common.
    private string Write(int index, int attempt)
    {
        var random = new SeededRandom((long)new SeededRandom(_seed + ((long)index * Attempts) + attempt).NextBits());
        return _grammar.Expand("review", _kinds[index] % 2 == 1, _domains[_kinds[index] / 2], random);
    }
}
