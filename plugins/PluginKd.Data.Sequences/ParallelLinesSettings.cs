namespace PluginKd.Data.Sequences;

/// <summary>Which files hold the words, and which the tags, of which split; a line is a sequence.</summary>
public sealed record ParallelLinesSettings : SequenceSettings
{
    /// <summary>File with words to learn from, parted by blanks; found with .gz behind its name too, like the others.</summary>
    [KdPath(In = nameof(Path))]
    public required string Train { get; init; }

    /// <summary>File with the true tags of the training words; beside distant tags they serve only to say, in the log, how good those are.</summary>
    [KdPath(In = nameof(Path))]
    public string? TrainTags { get; init; }

    /// <summary>File with distant tags of the training words, such as from a dictionary; where it is given, they are what is learned from.</summary>
    [KdPath(In = nameof(Path))]
    public string? TrainDistant { get; init; }

    /// <summary>File with words for choosing settings.</summary>
    [KdPath(In = nameof(Path))]
    public string? Validation { get; init; }

    /// <summary>File with the tags of the validation words.</summary>
    [KdPath(In = nameof(Path))]
    public string? ValidationTags { get; init; }

    /// <summary>File with words for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public string? Test { get; init; }

    /// <summary>File with the tags of the test words.</summary>
    [KdPath(In = nameof(Path))]
    public string? TestTags { get; init; }

    /// <summary>File with words to distil on.</summary>
    [KdPath(In = nameof(Path))]
    public string? Unlabelled { get; init; }
}
