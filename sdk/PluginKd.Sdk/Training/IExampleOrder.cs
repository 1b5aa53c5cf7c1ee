namespace PluginKd.Sdk;

/// <summary>Decides in which order the examples of an epoch come.</summary>
public interface IExampleOrder
{
    /// <summary>Gives the order of one epoch.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="examples">The N training examples.</param>
    /// <returns>Positions 0 to N − 1; usually each once.</returns>
    long[] Epoch(int epoch, Split examples);
}

/// <summary>A new random order for each epoch, from the stage's seed.</summary>
/// <param name="stage">The stage.</param>
public sealed class ShuffledOrder(StageContext stage) : IExampleOrder
{
    /// <inheritdoc />
    public long[] Epoch(int epoch, Split examples) => stage.Random($"order/{epoch}").Permutation(examples.Count);
}
