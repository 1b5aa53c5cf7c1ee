namespace PluginKd.Sdk;

/// <summary>Something that changes along a training run and must go with its checkpoints, such as an average or a memory bank.</summary>
/// <remarks>After <see cref="LoadState"/> of what <see cref="SaveState"/> gave, everything goes on with the same bits.</remarks>
public interface IKeepsState
{
    /// <summary>Gives everything that was gathered so far, by name.</summary>
    /// <returns>Tensors that stay the owner's and are read at once; none when there is nothing to keep.</returns>
    IReadOnlyDictionary<string, Tensor> SaveState();

    /// <summary>Takes over what <see cref="SaveState"/> of an instance with the same settings gave.</summary>
    /// <param name="state">The tensors, on the CPU; copied where they are kept.</param>
    void LoadState(IReadOnlyDictionary<string, Tensor> state);
}
