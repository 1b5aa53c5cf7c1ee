namespace PluginKd.Data.Translation;

/// <summary>A further test with a name.</summary>
public sealed record NamedTest
{
    /// <summary>What stands behind test- in the name of its split.</summary>
    public required string Name { get; init; }

    /// <summary>File with texts, one a line, from the source's path on; found with .gz behind its name too.</summary>
    [KdPath(In = nameof(ParallelTextSettings.Path))]
    public required string Source { get; init; }

    /// <summary>File with their translations.</summary>
    [KdPath(In = nameof(ParallelTextSettings.Path))]
    public required string Target { get; init; }
}
