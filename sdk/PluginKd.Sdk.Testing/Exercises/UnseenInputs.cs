namespace PluginKd.Sdk.Testing;

/// <summary>Inputs that must not be looked at.</summary>
internal sealed class UnseenInputs : Inputs
{
    public override Modality Modality => throw Seen();

    public override int Count => throw Seen();

    public override Inputs Take(IReadOnlyList<int> positions) => throw Seen();

    public override Inputs Concat(IEnumerable<Inputs> others) => throw Seen();

    private static Verdict Seen() => new(FactOutcome.Failed, "a network that is made again looks at examples, which are not there then");
}
