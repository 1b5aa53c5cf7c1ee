using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Sequences;

/// <summary>What is done with tags that their scheme does not allow, such as I- behind O in IOB2.</summary>
public enum InvalidTags
{
    /// <summary>The sequence counts as one that cannot be read.</summary>
    Refuse,

    /// <summary>Their spans are taken as conlleval reads them; the log counts the sequences.</summary>
    Repair,
}

/// <summary>What all sources of tagged sequences are told.</summary>
public abstract record SequenceSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>How the files spell spans.</summary>
    public TagScheme Scheme { get; init; } = TagScheme.Auto;

    /// <summary>How the tags that are learned spell spans.</summary>
    public TagScheme As { get; init; } = TagScheme.Iob2;

    /// <summary>What is done with tags that the scheme does not allow.</summary>
    public InvalidTags InvalidTags { get; init; } = InvalidTags.Refuse;

    /// <summary>What is done with a sequence that cannot be read.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;

    /// <summary>Share of the training sequences, 0 to 1, that becomes the validation split when there is no validation file.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? ValidationShare { get; init; }
}
