namespace PluginKd.Data.Generated;

/// <summary>Writes splits of reviews and never the same review twice.</summary>
internal sealed class ReviewWriter(Grammar grammar, StageContext context)
{
    private readonly List<TextFilter> _written = [];
    private long _count;

    /// <summary>Domains that there are words for.</summary>
    public IReadOnlyList<string> Domains => grammar.Domains;

    /// <summary>Writes one split, its classes and domains in turn, in random order.</summary>
    public Split Write(string name, SplitRole role, int count, IReadOnlyList<string> domains)
    {
        var kinds = new byte[count];
        for (var i = 0; i < count; i++) kinds[i] = (byte)(i % (2 * domains.Count));
        context.Random($"{name}/order").Shuffle(kinds.AsSpan());
        _written.Add(new TextFilter(count));
        var texts = new ReviewTexts(grammar, domains, kinds, _written, context, name);
        var indices = new long[count];
        for (var i = 0; i < count; i++) indices[i] = _count + i;
        _count += count;
        return new Split(name, role, new TextInputs(texts), role == SplitRole.Unlabelled ? null : Array.ConvertAll(kinds, kind => kind % 2), indices)
        {
            Domains = new PickedList<string>(domains, Array.ConvertAll(kinds, kind => kind / 2)),
        };
    }
}
