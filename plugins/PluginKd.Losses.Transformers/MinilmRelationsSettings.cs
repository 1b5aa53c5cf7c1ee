using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Transformers;

/// <summary>Which layers are compared, in how many heads, and what of them counts how much.</summary>
public sealed record MinilmRelationsSettings : MinilmSettings
{
    /// <summary>Heads that both sides are cut into anew, a divisor of both widths.</summary>
    [Range(1, 10_000)]
    public int Heads { get; init; } = 12;

    /// <summary>Factor of the relation of queries, no unit.</summary>
    [Range(0, 1e6)]
    public double Queries { get; init; } = 1.0 / 3;

    /// <summary>Factor of the relation of keys, no unit.</summary>
    [Range(0, 1e6)]
    public double Keys { get; init; } = 1.0 / 3;

    /// <summary>Factor of the relation of values, no unit.</summary>
    [Range(0, 1e6)]
    public double Values { get; init; } = 1.0 / 3;
}
