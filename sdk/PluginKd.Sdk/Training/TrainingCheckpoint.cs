using System.Globalization;
using PluginKd.Torch;

namespace PluginKd.Sdk;

/// <summary>Where a training run stands in its data.</summary>
/// <param name="Step">Optimiser steps done.</param>
/// <param name="Epoch">From 0.</param>
/// <param name="Start">Position in the order of the epoch.</param>
/// <param name="EpochStep">Steps done when the epoch began.</param>
/// <param name="IsDone">Whether the run has ended.</param>
internal sealed record TrainingPosition(long Step, int Epoch, long Start, long EpochStep, bool IsDone = false)
{
    public static readonly TrainingPosition Beginning = new(0, 0, 0, 0);
}

/// <summary>Writes and reads everything that a training run changes: weights, optimiser, averager, losses, generator, position in the data.</summary>
internal sealed class TrainingCheckpoint(
    ICheckpoint checkpoint, Network network, IReadOnlyList<nn.Module> companions, optim.Optimizer optimizer, IEnumerable<IKeepsState> keepers, EarlyStopping stopping)
{
    public bool IsDue => checkpoint.IsDue;

    /// <summary>What else changes from step to step.</summary>
    public List<IKeepsState> Keepers { get; } = [.. keepers];

    /// <summary>Whether training has left every parameter as it was at the very beginning; buffers move without being taught.</summary>
    public bool IsUnmoved => Mark() == FirstWeights;

    /// <summary>Mark of the parameters at the very beginning.</summary>
    private string FirstWeights { get; set; } = "";

    /// <summary>Keeps a checkpoint.</summary>
    public void Keep(TrainingPosition at, double lossSum)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        using var generator = Generator.Default;
        var tensors = new Dictionary<string, Tensor> { ["generator"] = generator.get_state(), ["loss-sum"] = tensor(lossSum, dtype: float64) };
        Tensors.Put(tensors, "network.", network.state_dict());
        Tensors.Put(tensors, "optimizer.", OptimizerCheckpoint.Save(optimizer));
        for (var i = 0; i < companions.Count; i++) Tensors.Put(tensors, $"companion.{i}.", companions[i].state_dict());
        for (var i = 0; i < Keepers.Count; i++) Tensors.Put(tensors, $"state.{i}.", Keepers[i].SaveState());
        var facts = new Dictionary<string, string>
        {
            ["step"] = Text(at.Step),
            ["epoch"] = Text(at.Epoch),
            ["start"] = Text(at.Start),
            ["epoch-step"] = Text(at.EpochStep),
            ["done"] = at.IsDone ? "yes" : "no",
            ["first-weights"] = FirstWeights,
        };
        stopping.Save(tensors, facts);
        checkpoint.Keep(new CheckpointContent(tensors, facts));
    }

    /// <summary>Goes on from the last checkpoint, if there is one.</summary>
    /// <returns>Where the run stands, and the sum of the losses of its epoch so far.</returns>
    public (TrainingPosition At, double LossSum) Restore()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        if (checkpoint.Read() is not { } last)
        {
            FirstWeights = Mark();
            return (TrainingPosition.Beginning, 0);
        }

        network.load_state_dict(Tensors.Under("network.", last.Tensors));
        OptimizerCheckpoint.Restore(optimizer, Tensors.Under("optimizer.", last.Tensors));
        for (var i = 0; i < companions.Count; i++) companions[i].load_state_dict(Tensors.Under($"companion.{i}.", last.Tensors));
        for (var i = 0; i < Keepers.Count; i++) Keepers[i].LoadState(Tensors.Under($"state.{i}.", last.Tensors));
        stopping.Load(last);
        using var generator = Generator.Default;
        generator.set_state(last.Tensors["generator"]);
        FirstWeights = last.Facts["first-weights"];
        var at = new TrainingPosition(Number(last, "step"), (int)Number(last, "epoch"), Number(last, "start"), Number(last, "epoch-step"), last.Facts["done"] == "yes");
        return (at, last.Tensors["loss-sum"].ToDouble());
    }

    private string Mark() => WeightMark.Of(network.parameters());

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(CheckpointContent content, string name) => long.Parse(content.Facts[name], CultureInfo.InvariantCulture);
}
