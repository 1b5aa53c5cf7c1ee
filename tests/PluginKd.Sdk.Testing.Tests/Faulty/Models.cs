namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>A linear model; what is wrong is told to it.</summary>
public abstract class FaultyModel : IModel
{
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Rows];

    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits];

    public virtual Network Create(ModelRequest request) => new FaultyNetwork(request.Outputs, Spoil);

    /// <summary>Changes the logits of a call.</summary>
    protected virtual Tensor Spoil(Tensor logits, int call) => logits;

    protected class FaultyNetwork : Network
    {
        private readonly TorchSharp.Modules.Linear _layer;
        private readonly Func<Tensor, int, Tensor> _spoil;
        private int _calls;

        public FaultyNetwork(int outputs, Func<Tensor, int, Tensor> spoil)
            : base(nameof(FaultyNetwork))
        {
            (_spoil, _layer) = (spoil, nn.Linear(TinyData.Width, outputs));
            register_module("layer", _layer);
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [inputs is DenseInputs { Modality: Modality.Rows } rows ? rows.Values : throw inputs.NotTakenBy("faulty", Modality.Rows)];

        public override Signals forward(IReadOnlyList<Tensor>? input) => new((SignalNames.Logits, _spoil(_layer.call(input![0]), _calls++)));
    }
}

[KdPlugin("always-three")]
public sealed class AlwaysThree : FaultyModel
{
    public override Network Create(ModelRequest request) => new FaultyNetwork(3, Spoil);
}

[KdPlugin("looks-again")]
public sealed class LooksAgain : FaultyModel
{
    public override Network Create(ModelRequest request) =>
        request.Examples.Count == 0 ? throw new ArgumentException("no examples", nameof(request)) : base.Create(request);
}

[KdPlugin("centres-the-batch")]
public sealed class CentresTheBatch : FaultyModel
{
    protected override Tensor Spoil(Tensor logits, int call) => logits - logits.mean([0L], keepdim: true);
}

[KdPlugin("drifts")]
public sealed class Drifts : FaultyModel
{
    protected override Tensor Spoil(Tensor logits, int call) => logits + (1e-6 * call);
}

[KdPlugin("casts")]
public sealed class Casts : FaultyModel
{
    public override Network Create(ModelRequest request) => new CastingNetwork(request.Outputs, Spoil);

    private sealed class CastingNetwork(int outputs, Func<Tensor, int, Tensor> spoil) : FaultyNetwork(outputs, spoil)
    {
        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];
    }
}
