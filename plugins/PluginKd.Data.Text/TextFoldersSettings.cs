using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Text;

/// <summary>What is one text of a file.</summary>
public enum TextUnit
{
    /// <summary>The whole file.</summary>
    File,

    /// <summary>Each line that is not blank.</summary>
    Line,
}

/// <summary>Which folders hold which split.</summary>
public sealed record TextFoldersSettings
{
    /// <summary>Folder with a folder for each class, to learn from.</summary>
    [KdPath]
    public required string Train { get; init; }

    /// <summary>Folder with a folder for each class, for choosing settings.</summary>
    [KdPath]
    public string? Validation { get; init; }

    /// <summary>Folder with a folder for each class, for the final evaluation.</summary>
    [KdPath]
    public string? Test { get; init; }

    /// <summary>Folder with texts to distil on; folders in it mean nothing.</summary>
    [KdPath]
    public string? Unlabelled { get; init; }

    /// <summary>What is one text of a file.</summary>
    public TextUnit Unit { get; init; } = TextUnit.File;

    /// <summary>Folders in the training folder that are no classes, such as unsup.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How letters are written as bytes.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>What is done with a text that cannot be read.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;

    /// <summary>Share of the training texts, 0 to 1, that becomes the validation split, class by class, when there is no validation folder.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? ValidationShare { get; init; }

    /// <summary>Share of the training texts, 0 to 1, that becomes the test split, class by class, when there is no test folder.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? TestShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training texts, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }
}
