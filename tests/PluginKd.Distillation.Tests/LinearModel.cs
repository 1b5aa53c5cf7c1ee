namespace PluginKd.Distillation.Tests;

/// <summary>One linear layer on rows of two numbers.</summary>
internal sealed class LinearModel : IModel
{
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Rows];

    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits];

    public Network Create(ModelRequest request) => new LinearNetwork(request.Outputs);

    private sealed class LinearNetwork : Network
    {
        private readonly TorchSharp.Modules.Linear _layer;

        public LinearNetwork(int outputs)
            : base(nameof(LinearNetwork))
        {
            _layer = nn.Linear(2, outputs);
            register_module("layer", _layer);
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor>? input) => new((SignalNames.Logits, _layer.call(input![0])));
    }
}
