namespace PluginKd.Sdk;

/// <summary>Makes networks of one architecture (kind <c>model</c>); teachers and students use the same ones.</summary>
public interface IModel
{
    /// <summary>Inputs that the architecture takes, at least one kind; of which kind a network is made, its examples say.</summary>
    IReadOnlyList<Modality> Takes { get; }

    /// <summary>Names of the signals that its networks answer with, known before one is made.</summary>
    IReadOnlyList<string> Signals { get; }

    /// <summary>Makes a network with new weights, drawn from libtorch's generator as it stands.</summary>
    /// <param name="request">Shape of inputs and outputs.</param>
    Network Create(ModelRequest request);
}

/// <summary>What a model needs to know to make a network.</summary>
/// <param name="Examples">Inputs to take shapes and vocabulary from: the training inputs, never test inputs.</param>
/// <param name="Outputs">Number of logits, C unless a loss asked for more.</param>
/// <param name="Saved">What <see cref="Network.Saved"/> said of a network that is made again; then <paramref name="Examples"/> is not looked at.</param>
public sealed record ModelRequest(Inputs Examples, int Outputs, IReadOnlyDictionary<string, string>? Saved = null);
