using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Sequences;

/// <summary>Which files hold which split, where words and tags stand in one file.</summary>
public abstract record TaggedFilesSettings : SequenceSettings
{
    /// <summary>Files with tagged words to learn from, joined in this order; found with .gz behind their names too, like the others; a name may hold * and ?.</summary>
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
}
