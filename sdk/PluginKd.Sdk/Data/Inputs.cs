namespace PluginKd.Sdk;

/// <summary>N inputs as the source gave them; a network encodes them, many at once.</summary>
/// <remarks>
/// They may be more than fit into memory. Whoever reads them all goes through them in pieces (<see cref="Take"/>); taking and joining give
/// views, which cost 4 bytes an input and no copy of it. May be read by several threads at once.
/// </remarks>
public abstract class Inputs
{
    /// <summary>What the inputs are made of.</summary>
    public abstract Modality Modality { get; }

    /// <summary>Number of inputs, N.</summary>
    public abstract int Count { get; }

    /// <summary>Picks inputs by position.</summary>
    /// <param name="positions">From 0 to N − 1; may repeat.</param>
    public abstract Inputs Take(IReadOnlyList<int> positions);

    /// <summary>Joins these inputs with others of the same modality.</summary>
    /// <param name="others">Appended in order.</param>
    /// <exception cref="ArgumentException">Another modality or shape.</exception>
    public abstract Inputs Concat(IEnumerable<Inputs> others);

    /// <summary>What a model says of inputs that it does not take.</summary>
    /// <param name="model">Id of the model.</param>
    /// <param name="takes">What it takes.</param>
    public UserErrorException NotTakenBy(string model, params IReadOnlyList<Modality> takes) => new($"model '{model}' was given {Modality.Describe()}", takes.Describe(),
        $"model '{model}'", $"use a data source of {takes.Describe()}, or a model for {Modality.Describe()}");
}
