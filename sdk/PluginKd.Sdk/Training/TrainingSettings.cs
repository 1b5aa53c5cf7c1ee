using System.ComponentModel.DataAnnotations;

namespace PluginKd.Sdk;

/// <summary>Length and pace of a training run; settings of plugins that train build on it.</summary>
public record TrainingSettings
{
    /// <summary>Passes over the training examples.</summary>
    [Range(1, 1_000_000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Optimiser steps; given, it replaces epochs, so that runs on data of different size do equal work.</summary>
    [Range(1, 1_000_000_000)]
    public int? Steps { get; init; }

    /// <summary>Examples in a step; the last step of an epoch takes what is left.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Optimiser of the run.</summary>
    public OptimizerSettings Optimizer { get; init; } = new();

    /// <summary>When to end before the last epoch.</summary>
    public EarlyStoppingSettings EarlyStopping { get; init; } = new();
}
