using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Text;

/// <summary>Which files hold which split, and what their columns mean.</summary>
public sealed record TextSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>File with labelled texts to learn from; found with .gz behind its name too.</summary>
    [KdPath(In = nameof(Path))]
    public required string Train { get; init; }

    /// <summary>File with labelled texts for choosing settings.</summary>
    [KdPath(In = nameof(Path))]
    public string? Validation { get; init; }

    /// <summary>File with labelled texts for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public string? Test { get; init; }

    /// <summary>File with texts to distil on; labels in it are not read, and a label column at the end may be missing.</summary>
    [KdPath(In = nameof(Path))]
    public string? Unlabelled { get; init; }

    /// <summary>Columns of the files in their order: text, label, domain, or - for one to skip.</summary>
    public string Columns { get; init; } = "text,label";

    /// <summary>Whether the first line of each file holds headings.</summary>
    public bool Header { get; init; }

    /// <summary>Share of the training texts, 0 to 1, that becomes the validation split, class by class, when there is no validation file.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? ValidationShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training texts, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }
}
