using TorchSharp.Modules;

namespace PluginKd.Torch;

/// <summary>
/// Saves and restores what an optimiser remembers, for checkpoints: TorchSharp's own file format as the bytes of one tensor, "state".
/// </summary>
public static class OptimizerCheckpoint
{
    private const string Key = "state";

    /// <summary>A copy of what the optimiser remembers; the caller disposes it, or a scope does.</summary>
    public static Dictionary<string, Tensor> Save(torch.optim.Optimizer optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        if (optimizer is LazyAdam lazy)
            lazy.Save(writer);
        else
            Helper(optimizer).save_state_dict(writer);
        writer.Flush();
        return new Dictionary<string, Tensor> { [Key] = torch.tensor(stream.ToArray()) };
    }

    /// <summary>Takes over what <see cref="Save"/> gave, for an optimiser made in the same way.</summary>
    /// <exception cref="ArgumentException">There is no saved state, or it is of another optimiser.</exception>
    public static void Restore(torch.optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        if (!saved.TryGetValue(Key, out var state))
            throw new ArgumentException($"the saved state has no '{Key}'; it is not one that TorchSharp's optimisers wrote", nameof(saved));
        using var reader = new BinaryReader(new MemoryStream(state.data<byte>().ToArray()));
        if (optimizer is LazyAdam lazy)
            lazy.Restore(reader);
        else
            Helper(optimizer).load_state_dict(reader);
    }

    private static OptimizerHelper Helper(torch.optim.Optimizer optimizer) => optimizer as OptimizerHelper
        ?? throw new ArgumentException($"{optimizer.GetType().Name} does not say what it remembers", nameof(optimizer));
}
