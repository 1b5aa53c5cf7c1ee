namespace PluginKd.Data.Sequences;

/// <summary>Files, and which key what.</summary>
public sealed record TagJsonSettings : TaggedFilesSettings
{
    /// <summary>Key of the list of words.</summary>
    public string Words { get; init; } = "words";

    /// <summary>Key of the list of tags: names, or numbers that tag-names names.</summary>
    public string Tags { get; init; } = "tags";

    /// <summary>JSON file that names the numbers: an object such as {"O": 0, "B-PER": 1}, or a list of names.</summary>
    [KdPath(In = nameof(Path))]
    public string? TagNames { get; init; }
}
