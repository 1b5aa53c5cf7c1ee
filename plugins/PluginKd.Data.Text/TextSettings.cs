using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Text;

/// <summary>Which files hold which split, and what their columns mean.</summary>
public sealed record TextSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>Files with labelled texts to learn from, found with .gz behind their names too; a name may hold * and ?.</summary>
    [KdPath(In = nameof(Path)), MinLength(1)]
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>Files with labelled texts for choosing settings.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Validation { get; init; } = [];

    /// <summary>Files with labelled texts for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Files with texts to distil on; labels in them are not read, and a label column at the end may be missing.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>How the files are written; auto goes by their names.</summary>
    public TextFormat Format { get; init; } = TextFormat.Auto;

    /// <summary>How the unlabelled files are written, where it is otherwise.</summary>
    public TextFormat? UnlabelledFormat { get; init; }

    /// <summary>Columns of the files in their order: text, second, label, domain, group, id, weight, or - for one to skip; or which column holds what, by number or heading: text=title+body,label=2.</summary>
    public string? Columns { get; init; }

    /// <summary>Columns of the unlabelled files, where they are others.</summary>
    public string? UnlabelledColumns { get; init; }

    /// <summary>Whether the first line of each file holds headings; it does wherever columns are named by them.</summary>
    public bool Header { get; init; }

    /// <summary>How letters are written as bytes.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>What is done with a row that cannot be read.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;

    /// <summary>Names of the classes in order; empty takes the labels of the training files, in numeric order when all are whole numbers, else by ordinal.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Domains that are held out: the examples of each in the training files become a test split of its own, test-NAME.</summary>
    public IReadOnlyList<string> TestDomains { get; init; } = [];

    /// <summary>Domains whose texts in the training files, without their labels, become the split unlabelled.</summary>
    public IReadOnlyList<string> UnlabelledDomains { get; init; } = [];

    /// <summary>Share of the examples of the test domains, 0 to 1, that is in unlabelled without labels instead of tested on, class by class.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? TargetShare { get; init; }

    /// <summary>Share of the training texts, 0 to 1, that becomes the validation split, domain by domain and class by class, when there is no validation file.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? ValidationShare { get; init; }

    /// <summary>Share of the training texts, 0 to 1, that becomes the test split, domain by domain and class by class, when there is no test file.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? TestShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training texts, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }
}
