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

    /// <summary>Where a text has a position, [N, T]: 1 there and 0 at padding, where <c>hidden.k</c> and what belongs to it are zero.</summary>
    public const string Mask = "mask";

    /// <summary>Names what the positions of attention layer k look for, [N, T, D], the heads side by side.</summary>
    /// <param name="layer">From 0.</param>
    public static string Query(int layer) => $"query.{layer}";

    /// <summary>Names what the positions of attention layer k are found by, [N, T, D], the heads side by side.</summary>
    /// <param name="layer">From 0.</param>
    public static string Key(int layer) => $"key.{layer}";

    /// <summary>Names what the positions of attention layer k tell, [N, T, D], the heads side by side.</summary>
    /// <param name="layer">From 0.</param>
    public static string Value(int layer) => $"value.{layer}";

    /// <summary>Names the attention scores of layer k before softmax, [N, heads, T, T], zero at padding.</summary>
    /// <param name="layer">From 0.</param>
    public static string AttentionScores(int layer) => $"attention-scores.{layer}";

    /// <summary>Names the attention weights of layer k, [N, heads, T, T].</summary>
    /// <param name="layer">From 0.</param>
    public static string Attention(int layer) => $"attention.{layer}";
}

/// <summary>The named tensors with which a network answers a batch.</summary>
public sealed class Signals
{
    private readonly Entry[] _entries;

    /// <summary>Names tensors.</summary>
    /// <param name="named">Names from <see cref="SignalNames"/>, or a network's own.</param>
    public Signals(params (string Name, Tensor Value)[] named)
        : this([.. named.Select(signal => new Entry(signal.Name, signal.Value))])
    {
    }

    private Signals(Entry[] entries) => _entries = entries;

    /// <summary>Names, in the order the network gave them.</summary>
    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>Class scores, [N, C].</summary>
    public Tensor Logits => this[SignalNames.Logits];

    /// <summary>The same signals with one replaced or added.</summary>
    /// <param name="name">Name of the signal.</param>
    /// <param name="value">Its tensor.</param>
    public Signals With(string name, Tensor value) => new([.. _entries.Where(entry => entry.Name != name), new Entry(name, value)]);

    /// <summary>The same signals and others that are made when somebody asks for them, once: most batches have nobody who does.</summary>
    /// <param name="later">Names, and what makes the tensors of what the network has at hand; it draws nothing.</param>
    public Signals Later(IEnumerable<(string Name, Func<Tensor> Make)> later) => new([.. _entries, .. later.Select(signal => new Entry(signal.Name, signal.Make))]);

    /// <summary>Gets a signal, or null where the network does not give it.</summary>
    /// <param name="name">Such as <c>mask</c>.</param>
    public Tensor? Find(string name)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name) return entry.Value;
        }

        return null;
    }

    /// <summary>Gets a signal.</summary>
    /// <param name="name">Such as <c>logits</c>.</param>
    /// <exception cref="KeyNotFoundException">The network does not give it; the message lists what it gives.</exception>
    public Tensor this[string name] => Find(name) ?? throw new KeyNotFoundException($"No signal '{name}' here, only: {string.Join(", ", Names)}.");

    private sealed class Entry(string name, Tensor? value, Func<Tensor>? make)
    {
        private Tensor? _value = value;

        public Entry(string name, Tensor value)
            : this(name, value, null)
        {
        }

        public Entry(string name, Func<Tensor> make)
            : this(name, null, make)
        {
        }

        public string Name => name;

        public Tensor Value => _value ??= make!();
    }
}
