using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Translation;

/// <summary>Which files hold the texts, and which their translations, of which split; line n of one belongs to line n of the other.</summary>
public sealed record ParallelTextSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>File with texts to learn from, one a line; found with .gz behind its name too, like the others.</summary>
    [KdPath(In = nameof(Path))]
    public required string TrainSource { get; init; }

    /// <summary>File with their translations.</summary>
    [KdPath(In = nameof(Path))]
    public required string TrainTarget { get; init; }

    /// <summary>File with texts for choosing settings.</summary>
    [KdPath(In = nameof(Path))]
    public string? ValidationSource { get; init; }

    /// <summary>File with their translations.</summary>
    [KdPath(In = nameof(Path))]
    public string? ValidationTarget { get; init; }

    /// <summary>File with texts for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public string? TestSource { get; init; }

    /// <summary>File with their translations.</summary>
    [KdPath(In = nameof(Path))]
    public string? TestTarget { get; init; }

    /// <summary>Further tests, such as of another domain; each becomes a split of its own, test-NAME.</summary>
    public IReadOnlyList<NamedTest> Tests { get; init; } = [];

    /// <summary>Pieces that translations are cut into, 256 bytes, the characters and the end mark among them; they are learned from the training translations and are the classes.</summary>
    [Range(258, 1_000_000)]
    public int Pieces { get; init; } = 4000;

    /// <summary>Occurrences in the training translations that a character needs to be a piece; rarer ones are written as bytes.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 2;

    /// <summary>Most pieces of a training or validation translation, the end mark included; longer pairs are left out and counted in the log. Tests have no such limit.</summary>
    [Range(2, 100_000)]
    public int MaxLength { get; init; } = 100;

    /// <summary>Most characters of a text and of a translation, of every split; a longer line is rather a whole document, and on-error says what is done with its pair.</summary>
    [Range(1, 16_000_000)]
    public int MaxCharacters { get; init; } = 10_000;

    /// <summary>Training pairs that are used, drawn by the seed; without it all of them.</summary>
    [Range(1, 1_000_000_000)]
    public int? Limit { get; init; }

    /// <summary>What is done with a pair of which a side is empty, has too many characters or cannot be read.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;
}
