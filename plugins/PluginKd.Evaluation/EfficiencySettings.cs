using System.ComponentModel.DataAnnotations;

namespace PluginKd.Evaluation;

/// <summary>How long is measured.</summary>
public sealed record EfficiencySettings
{
    /// <summary>Examples that are answered one by one for the latency, and whose operations are counted, examples; after as many that are not measured.</summary>
    [Range(1, 100_000)]
    public int Examples { get; init; } = 20;

    /// <summary>Examples of a batch for the throughput, examples.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Batches whose throughput is measured, batches; after one that is not.</summary>
    [Range(1, 100_000)]
    public int Batches { get; init; } = 5;
}
