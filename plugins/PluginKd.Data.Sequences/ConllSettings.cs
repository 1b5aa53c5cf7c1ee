using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Sequences;

/// <summary>Files, and which column what.</summary>
public sealed record ConllSettings : TaggedFilesSettings
{
    /// <summary>Column of the word, from 1.</summary>
    [Range(1, 1000)]
    public int Word { get; init; } = 1;

    /// <summary>Column of the tag, from 1; without it the last.</summary>
    [Range(1, 1000)]
    public int? Tag { get; init; }

    /// <summary>What is taken off the beginning of each word that has it, such as de: in the files of WikiANN.</summary>
    public string Prefix { get; init; } = "";
}
