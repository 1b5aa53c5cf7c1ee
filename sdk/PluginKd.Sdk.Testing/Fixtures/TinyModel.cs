namespace PluginKd.Sdk.Testing;

/// <summary>A network of two layers for tests, on any inputs; answers with logits, embedding and <c>hidden.0</c>.</summary>
/// <param name="modality">Inputs that it takes.</param>
public sealed class TinyModel(Modality modality = Modality.Rows) : IModel
{
    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [modality];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Embedding, SignalNames.Hidden(0)];

    /// <inheritdoc />
    public Network Create(ModelRequest request) => new TinyNetwork(TinyNetwork.WidthOf(modality), request.Outputs);

    /// <summary>Makes a frozen network in evaluation mode, the same every time.</summary>
    /// <param name="outputs">Number of logits.</param>
    internal Network CreateFrozen(int outputs)
    {
        manual_seed(42).Dispose();
        var network = Create(new ModelRequest(TinyData.Of(modality).Splits[0].Inputs, outputs));
        network.eval();
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        return network;
    }

    private sealed class TinyNetwork : Network, IGenerator
    {
        private const int Letters = 13;
        private const int Hidden = 5;

        private readonly TorchSharp.Modules.Linear _first;
        private readonly TorchSharp.Modules.Linear _last;

        public TinyNetwork(int inputs, int outputs)
            : base(nameof(TinyNetwork))
        {
            (_first, _last) = (nn.Linear(inputs, Hidden), nn.Linear(Hidden, outputs));
            register_module("first", _first);
            register_module("last", _last);
        }

        public static int WidthOf(Modality modality) => modality switch
        {
            Modality.Rows => TinyData.Width,
            Modality.Images => TinyData.Pixels,
            Modality.TextPair or Modality.Translation => 2 * Letters,
            Modality.ImageText => TinyData.Pixels + Letters,
            _ => Letters,
        };

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [Numbers(inputs)];

        public override Signals forward(IReadOnlyList<Tensor>? input)
        {
            var hidden = _first.call(input![0]).tanh();
            return new Signals((SignalNames.Logits, _last.call(hidden)), (SignalNames.Embedding, hidden), (SignalNames.Hidden(0), hidden));
        }

        /// <summary>Writes a class for each word of the text, by its length.</summary>
        public IReadOnlyList<int[]> Generate(Inputs inputs, GenerationRequest request) =>
            [.. ((TextInputs)((PairInputs)inputs).First).Texts.Select(text => text.Split(' ').Take(request.MaxLength).Select(word => word.Length % request.Classes.Count).ToArray())];

        private static Tensor Numbers(Inputs inputs) => inputs switch
        {
            DenseInputs dense => dense.Values.flatten(1),
            TextInputs text => tensor(text.Texts.SelectMany(Counts).ToArray()).reshape(text.Count, Letters),
            TokenInputs tokens => nn.utils.rnn.pad_sequence(tokens.Sequences.Select(words => tensor(words.SelectMany(Counts).ToArray()).reshape(words.Length, Letters)), batch_first: true),
            PairInputs { Second: TokenInputs pieces } pairs => Beside(Numbers(pairs.First), Numbers(pieces)),
            PairInputs pairs => cat([Numbers(pairs.First), Numbers(pairs.Second)], 1),
            _ => throw new InvalidOperationException($"No network here takes {inputs.Modality.Describe()}."),
        };

        // Every piece sees the whole text.
        private static Tensor Beside(Tensor texts, Tensor pieces) => cat([texts.unsqueeze(1).expand(-1, pieces.size(1), -1), pieces], 2);

        private static float[] Counts(string text)
        {
            var counts = new float[Letters];
            foreach (var letter in text) counts[letter % Letters]++;
            return counts;
        }
    }
}
