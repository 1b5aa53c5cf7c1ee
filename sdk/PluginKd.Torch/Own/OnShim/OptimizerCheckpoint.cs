using System.Globalization;
using TorchSharp.Native;

namespace PluginKd.Torch;

/// <summary>
/// Saves and restores what an optimiser remembers, for checkpoints: tensors under "0.step", "0.first", "0.second", "0.largest",
/// numbered over all parameters; LBFGS's history under "lbfgs.". TorchSharp has a file format of its own for it, which lies under "state" where that is in use.
/// </summary>
public static class OptimizerCheckpoint
{
    /// <summary>Copies of what the optimiser remembers; the caller disposes them, or a scope does.</summary>
    public static Dictionary<string, Tensor> Save(torch.optim.Optimizer optimizer)
    {
        var saved = new Dictionary<string, Tensor>();
        foreach (var (key, state) in States(optimizer))
        {
            saved[key + "step"] = torch.tensor(state.Steps);
            if (state.First is not null)
                saved[key + "first"] = state.First.clone();
            if (state.Second is not null)
                saved[key + "second"] = state.Second.clone();
            if (state.Largest is not null)
                saved[key + "largest"] = state.Largest.clone();
        }

        optimizer.Save(saved);
        return saved;
    }

    /// <summary>Takes over what <see cref="Save"/> gave, for an optimiser made in the same way.</summary>
    /// <exception cref="ArgumentException">
    /// A parameter's state is missing, has another shape or element type, or is of another kind of optimiser; nothing was taken over then.
    /// </exception>
    public static void Restore(torch.optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        StateCheck.Run(optimizer, saved);
        foreach (var (key, state) in States(optimizer))
        {
            state.Dispose();
            state.Steps = saved[key + "step"].ToInt64();
            state.First = Copy(saved, key + "first");
            state.Second = Copy(saved, key + "second");
            state.Largest = Copy(saved, key + "largest");
        }

        optimizer.Restore(saved);
    }

    private static Tensor? Copy(IReadOnlyDictionary<string, Tensor> saved, string key) =>
        saved.TryGetValue(key, out var tensor) ? Ops.clone.Call(tensor).DetachFromDisposeScope() : null;

    private static IEnumerable<(string Key, ParameterState State)> States(torch.optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return optimizer.Groups.SelectMany(group => group.States)
            .Select((state, at) => (at.ToString(CultureInfo.InvariantCulture) + ".", state));
    }
}
