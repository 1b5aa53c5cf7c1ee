namespace PluginKd.Sdk;

/// <summary>N texts.</summary>
/// <param name="texts">The texts, as read; the list may make or read a text anew each time it is asked for it.</param>
public sealed class TextInputs(IReadOnlyList<string> texts) : Inputs
{
    /// <summary>The N texts; a list that may read them from a file, so that nobody keeps them all.</summary>
    public IReadOnlyList<string> Texts { get; } = texts;

    /// <inheritdoc />
    public override Modality Modality => Modality.Text;

    /// <inheritdoc />
    public override int Count => Texts.Count;

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions) => new TextInputs(new PickedList<string>(Texts, [.. positions]));

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others) => new TextInputs(new JoinedList<string>([Texts, .. others.Select(o => o is TextInputs text
        ? text.Texts
        : throw new ArgumentException($"Texts cannot be joined with {o.Modality.Describe()}."))]));
}
