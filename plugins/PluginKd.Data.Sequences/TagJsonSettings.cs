using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Sequences;

/// <summary>Which files hold which split, and which key what.</summary>
public sealed record TagJsonSettings : SequenceSettings
{
    /// <summary>Files with tagged words to learn from, joined in this order; found with .gz behind their names too, like the others.</summary>
    [KdPath(In = nameof(Path)), MinLength(1)]
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>Files with tagged words for choosing settings.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Validation { get; init; } = [];

    /// <summary>Files with tagged words for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Files with words to distil on; tags in them are not read.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Key of the list of words.</summary>
    public string Words { get; init; } = "words";

    /// <summary>Key of the list of tags: names, or numbers that tag-names names.</summary>
    public string Tags { get; init; } = "tags";

    /// <summary>JSON file that names the numbers: an object such as {"O": 0, "B-PER": 1}, or a list of names.</summary>
    [KdPath(In = nameof(Path))]
    public string? TagNames { get; init; }
}
