using System.ComponentModel.DataAnnotations;

namespace PluginKd.Teachers;

/// <summary>How rows of logits find their examples.</summary>
public enum RowAlignment
{
    /// <summary>Row after row, in the order of the examples of the splits.</summary>
    Order,

    /// <summary>By the id of the example, or where the data have none by its stable number, in the column <c>id</c>.</summary>
    Id,

    /// <summary>By the text itself, in the column <c>text</c>.</summary>
    Text,
}

/// <summary>Which file holds the logits, and which examples they are for.</summary>
public sealed record PrecomputedTeacherSettings
{
    /// <summary>A .csv or .tsv file with the classes in its first line, a .npy file or a safetensors file with a tensor "logits"; relative to the pipeline file.</summary>
    [KdPath]
    public required string Path { get; init; }

    /// <summary>How rows find their examples.</summary>
    public RowAlignment By { get; init; } = RowAlignment.Order;

    /// <summary>Names of the splits of which every example needs a row; with order, all rows are theirs.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> On { get; init; } = ["train"];
}
