namespace PluginKd.Sdk;

/// <summary>What a network that writes can do besides: a translation, piece by piece, from the text alone.</summary>
/// <remarks>A <see cref="Network"/> implements it where there is something to write; evaluators ask for <see cref="Network.Generator"/>.</remarks>
public interface IGenerator
{
    /// <summary>Name of the class that ends what is written.</summary>
    const string End = "</s>";

    /// <summary>Writes for each input, in evaluation mode and without gradients.</summary>
    /// <param name="inputs">N pairs; of each only the first is looked at.</param>
    /// <param name="request">Classes, length, search.</param>
    /// <returns>N sequences of class numbers without <see cref="End"/>, none longer than <see cref="GenerationRequest.MaxLength"/>; the same for an input whatever the others are.</returns>
    /// <exception cref="UserErrorException">The inputs are of another kind than the network takes.</exception>
    IReadOnlyList<int[]> Generate(Inputs inputs, GenerationRequest request);
}

/// <summary>How a network is to write.</summary>
/// <param name="Stage">Device and the wish to stop.</param>
/// <param name="Classes">Names of the C classes, the pieces; <see cref="IGenerator.End"/> ends a sequence and is not given back.</param>
/// <param name="MaxLength">Most pieces of a sequence, 1 or more; what is longer ends there.</param>
public sealed record GenerationRequest(StageContext Stage, IReadOnlyList<string> Classes, int MaxLength)
{
    /// <summary>Sequences that are kept while one is looked for; 1 takes the best piece at each place (greedy).</summary>
    public int Beam { get; init; } = 1;

    /// <summary>What beams are compared by is <c>ln p ÷ length to the power of this</c>, no unit: 0 prefers short sequences, 1 compares means. Not looked at by a greedy search.</summary>
    public double LengthPenalty { get; init; } = 1;
}
