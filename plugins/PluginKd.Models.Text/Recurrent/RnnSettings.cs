using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>What a recurrent layer is made of.</summary>
public enum RecurrentCell
{
    /// <summary>Gated recurrent units: three gates, fewer weights.</summary>
    Gru,

    /// <summary>Long short-term memory: four gates and a cell.</summary>
    Lstm,
}

/// <summary>How the answers at all words of a text become one.</summary>
public enum RecurrentPooling
{
    /// <summary>The largest of each unit.</summary>
    Max,

    /// <summary>The mean of each unit.</summary>
    Mean,

    /// <summary>The state behind the last word, and that of the other direction behind the first.</summary>
    Last,
}

/// <summary>Words and size of a recurrent network.</summary>
public sealed record RnnSettings
{
    /// <summary>What the layers are made of.</summary>
    public RecurrentCell Cell { get; init; } = RecurrentCell.Lstm;

    /// <summary>Whether each layer reads from both ends.</summary>
    public bool Bidirectional { get; init; } = true;

    /// <summary>Layers, one upon another.</summary>
    [Range(1, 100)]
    public int Layers { get; init; } = 1;

    /// <summary>Width of the state of a layer in each direction, units.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 64;

    /// <summary>Width of the embedding of a word, units; that of the vectors where there are some.</summary>
    [Range(1, 100_000)]
    public int WordWidth { get; init; } = 64;

    /// <summary>Width of the embeddings of a word's beginning, ends and shape, added up, units; 0 leaves them out.</summary>
    [Range(0, 100_000)]
    public int SpellingWidth { get; init; } = 32;

    /// <summary>How the words of a text become one answer; where words have labels, each has its own.</summary>
    public RecurrentPooling Pooling { get; init; } = RecurrentPooling.Max;

    /// <summary>Share of the units dropped in training before the first, between and behind the last layer, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; } = 0.3;

    /// <summary>Share of the words read as unknown in training, 0 to 1, no unit, so that the unknown learn something.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double WordDropout { get; init; } = 0.05;

    /// <summary>Occurrences in the training texts that a word needs; rarer ones count as unknown.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most words to keep, the most frequent ones.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Words of a text that are read, the rest is cut off; a sequence whose words have labels may not be longer.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; init; } = 256;

    /// <summary>First embeddings of words, a file of a word and its numbers a line, as GloVe writes it; words that it lacks get new ones.</summary>
    [KdPath]
    public string? Vectors { get; init; }

    /// <summary>Whether the embeddings of words stay as they are at first.</summary>
    public bool Freeze { get; init; }
}
