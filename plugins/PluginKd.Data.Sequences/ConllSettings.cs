using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Sequences;

/// <summary>Which files hold which split, and which column what.</summary>
public sealed record ConllSettings : SequenceSettings
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

    /// <summary>Files with words to distil on; of them only the column of the word is read.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Column of the word, from 1.</summary>
    [Range(1, 1000)]
    public int Word { get; init; } = 1;

    /// <summary>Column of the tag, from 1; without it the last.</summary>
    [Range(1, 1000)]
    public int? Tag { get; init; }

    /// <summary>What is taken off the beginning of each word that has it, such as de: in the files of WikiANN.</summary>
    public string Prefix { get; init; } = "";
}
