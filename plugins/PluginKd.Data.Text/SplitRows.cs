namespace PluginKd.Data.Text;

/// <summary>What is known of one example; null stands for a column that the files do not have.</summary>
internal readonly record struct Example(string Text, string? Second, string? Label, string? Domain, string? Group, string? Id, float? Weight);

/// <summary>Collects the examples of a split column by column: many texts in a file of the stage, names once each.</summary>
/// <param name="scratch">Gives the folder for files.</param>
internal sealed class SplitRows(Func<string> scratch)
{
    private readonly TextStore _texts = new(scratch);
    private readonly TextStore _seconds = new(scratch);
    private readonly TextStore _ids = new(scratch);
    private readonly NameColumn _domains = new();
    private readonly NameColumn _groups = new();
    private readonly List<float> _weights = [];

    /// <summary>The labels as written.</summary>
    public NameColumn Labels { get; } = new();

    /// <summary>Number of examples.</summary>
    public int Count => _texts.Count;

    /// <summary>Adds an example.</summary>
    public void Add(Example example, string where)
    {
        _texts.Add(example.Text);
        if (example.Second is { } second) _seconds.Add(second);
        if (example.Label is { } label) Labels.Add(label, where);
        if (example.Domain is { } domain) _domains.Add(domain, where);
        if (example.Group is { } group) _groups.Add(group, where);
        if (example.Id is { } id) _ids.Add(id);
        if (example.Weight is { } weight) _weights.Add(weight);
    }

    /// <summary>Ends the writing.</summary>
    public void Finish()
    {
        _texts.Finish();
        _seconds.Finish();
        _ids.Finish();
    }

    /// <summary>Makes the split.</summary>
    public Split ToSplit(string name, SplitRole role, int[]? labels, long[] indices)
    {
        Inputs texts = new TextInputs(_texts);
        return new Split(name, role, _seconds.Count == 0 ? texts : new PairInputs(texts, new TextInputs(_seconds)), labels, indices)
        {
            Domains = _domains.ToList(),
            Groups = _groups.ToList(),
            Ids = _ids.Count == 0 ? null : _ids,
            Weights = _weights.Count == 0 ? null : [.. _weights],
        };
    }
}
