namespace PluginKd.Models.Text;

/// <summary>Signals of the layers of a transformer, brought to the width of the batch when somebody asks for them.</summary>
internal sealed class LayerSignals
{
    private readonly TextRoom _room;
    private readonly List<(string Name, Func<Tensor> Make)> _all = [];

    /// <summary>Begins with the mask.</summary>
    public LayerSignals(TextRoom room)
    {
        _room = room;
        Add(SignalNames.Mask, room.Mask);
    }

    /// <summary>The signals so far.</summary>
    public IReadOnlyList<(string Name, Func<Tensor> Make)> All => _all;

    /// <summary>Names of what a stack of layers gives: the mask, hidden states from the embeddings on, and what the heads of each layer saw.</summary>
    public static IEnumerable<string> Names(int layers) =>
    [
        SignalNames.Mask, .. Enumerable.Range(0, layers + 1).Select(SignalNames.Hidden),
        .. Enumerable.Range(0, layers).SelectMany(k => new[] { SignalNames.Attention(k), SignalNames.AttentionScores(k), SignalNames.Query(k), SignalNames.Key(k), SignalNames.Value(k) }),
    ];

    /// <summary>Adds one.</summary>
    public void Add(string name, Func<Tensor> make) => _all.Add((name, make));

    /// <summary>Adds hidden states.</summary>
    /// <param name="k">0 for the embeddings, then the layer from 1.</param>
    /// <param name="x">[N, Length, D].</param>
    public void AddHidden(int k, Tensor x) => Add(SignalNames.Hidden(k), () => _room.Whole(x));

    /// <summary>Adds what the heads of a layer saw.</summary>
    /// <param name="k">Layer, from 0.</param>
    /// <param name="seen">What they saw.</param>
    public void AddHeads(int k, HeadsSeen seen)
    {
        Add(SignalNames.Attention(k), () => _room.WholeSquare(seen.Weights));
        Add(SignalNames.AttentionScores(k), () => _room.WholeScores(seen.Scores));
        Add(SignalNames.Query(k), () => _room.Whole(seen.Query));
        Add(SignalNames.Key(k), () => _room.Whole(seen.Key));
        Add(SignalNames.Value(k), () => _room.Whole(seen.Value));
    }
}
