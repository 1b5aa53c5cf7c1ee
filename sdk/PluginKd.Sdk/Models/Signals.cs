namespace PluginKd.Sdk;

/// <summary>Names of the tensors that networks answer with and losses ask for.</summary>
public static class SignalNames
{
    /// <summary>Class scores before softmax, [N, C]; [N, T, C] of a network on <see cref="TokenInputs"/>, or on pairs with them.</summary>
    public const string Logits = "logits";

    /// <summary>All outputs of a student that a loss has widened, [N, Outputs]; see <see cref="IWideningLoss"/>.</summary>
    public const string WideLogits = "wide-logits";

    /// <summary>Input of the last linear layer, [N, D].</summary>
    public const string Embedding = "embedding";

    /// <summary>Scores of K candidates, [N, K].</summary>
    public const string Scores = "scores";

    /// <summary>Names the output of layer k: [N, T, D] of a text network, [N, C, H, W] of an image network.</summary>
    /// <param name="layer">From 0.</param>
    public static string Hidden(int layer) => $"hidden.{layer}";

    /// <summary>Names the attention weights of layer k, [N, heads, T, T].</summary>
    /// <param name="layer">From 0.</param>
    public static string Attention(int layer) => $"attention.{layer}";
}

/// <summary>The named tensors with which a network answers a batch.</summary>
/// <param name="named">Names from <see cref="SignalNames"/>, or a network's own.</param>
public sealed class Signals(params (string Name, Tensor Value)[] named)
{
    /// <summary>Names, in the order the network gave them.</summary>
    public IEnumerable<string> Names => named.Select(signal => signal.Name);

    /// <summary>Class scores, [N, C].</summary>
    public Tensor Logits => this[SignalNames.Logits];

    /// <summary>The same signals with one replaced or added.</summary>
    /// <param name="name">Name of the signal.</param>
    /// <param name="value">Its tensor.</param>
    public Signals With(string name, Tensor value) => new([.. named.Where(signal => signal.Name != name), (name, value)]);

    /// <summary>Gets a signal.</summary>
    /// <param name="name">Such as <c>logits</c>.</param>
    /// <exception cref="KeyNotFoundException">The network does not give it; the message lists what it gives.</exception>
    public Tensor this[string name]
    {
        get
        {
            foreach (var signal in named)
            {
                if (signal.Name == name) return signal.Value;
            }

            throw new KeyNotFoundException($"No signal '{name}' here, only: {string.Join(", ", Names)}.");
        }
    }
}
