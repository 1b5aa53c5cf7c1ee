using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>What becomes of the classes that are not among the teacher's k likeliest.</summary>
public enum TopKTail
{
    /// <summary>They are one class more, with their probability together, on both sides.</summary>
    OneClass,

    /// <summary>They are left out, and the k probabilities of both sides divided by their sum.</summary>
    Dropped,

    /// <summary>The teacher's probability of them is spread evenly over them; the student keeps its own.</summary>
    Uniform,
}

/// <summary>How many classes the student learns from, and how soft they are.</summary>
public sealed record TopKSoftTargetSettings
{
    /// <summary>Number k of the teacher's likeliest classes, 1 or more; more than there are classes means all.</summary>
    [Range(1, int.MaxValue)]
    public int K { get; init; } = 8;

    /// <summary>What becomes of the other classes.</summary>
    public TopKTail Tail { get; init; } = TopKTail.OneClass;

    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 4;

    /// <summary>Whether the loss is multiplied by τ², so that gradients keep their size whatever the temperature.</summary>
    public bool TemperatureSquared { get; init; } = true;
}
