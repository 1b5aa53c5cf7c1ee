namespace PluginKd.Data.Generated;

/// <summary>Writes splits of reviews and never the same review twice.</summary>
internal sealed class ReviewWriter(Grammar grammar, StageContext context)
{
    // Far more than a grammar with room for the reviews ever needs; without it a request for too many would never end.
    private const int AttemptsForOne = 1000;

    private readonly HashSet<string> _written = [];

    /// <summary>Domains that there are words for.</summary>
    public IReadOnlyList<string> Domains => grammar.Domains;

    /// <summary>Writes one split, its classes and domains in turn, in random order.</summary>
    public Split Write(string name, SplitRole role, int count, IReadOnlyList<string> domains)
    {
        var random = context.Random(name);
        var first = _written.Count;
        var order = random.Permutation(count);
        var (texts, labels, about) = (new string[count], new int[count], new string[count]);
        for (var i = 0; i < count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var at = order[i];
            labels[at] = i % 2;
            about[at] = domains[i / 2 % domains.Count];
            texts[at] = New(labels[at] == 1, about[at], random);
        }

        // Each review got the next number when it was written, wherever it stands now.
        var indices = Enumerable.Range(first, count).Select(i => (long)i).ToArray();
        return new Split(name, role, new TextInputs(texts), role == SplitRole.Unlabelled ? null : labels, indices) { Domains = about };
    }

    private string New(bool isPositive, string domain, SeededRandom random)
    {
        for (var attempt = 0; attempt < AttemptsForOne; attempt++)
        {
            var text = grammar.Expand("review", isPositive, domain, random);
            if (_written.Add(text)) return text;
        }

        throw new UserErrorException($"after {_written.Count} reviews the grammar has hardly a new one about {domain}", "fewer reviews", "data",
            "lower the counts, or name more domains");
    }
}
