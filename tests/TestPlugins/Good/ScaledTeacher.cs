using static TorchSharp.torch.nn;

namespace TestPlugins.Good;

/// <summary>Settings of <see cref="ScaledTeacher"/>.</summary>
public sealed record ScaledTeacherSettings
{
    /// <summary>Factor of its logits, no unit.</summary>
    public double By { get; init; } = 1;
}

/// <summary>A teacher that answers as its settings say, whatever its weights are.</summary>
[KdPlugin("scaled", Settings = typeof(ScaledTeacherSettings))]
public sealed class ScaledTeacher(ScaledTeacherSettings settings) : ITeacher
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { ["scaled"] = [SignalNames.Logits] };

    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context) =>
        new Dictionary<string, Network> { ["scaled"] = Create("scaled", new ModelRequest(context.Data.Splits[0].Inputs, context.Data.Classes.Count)) };

    public Network Create(string name, ModelRequest request) => new ScaledNetwork(settings.By, request.Outputs);

    private sealed class ScaledNetwork : Network
    {
        private readonly TorchSharp.Modules.Parameter _answer;
        private readonly double _by;

        public ScaledNetwork(double by, int outputs)
            : base(nameof(ScaledNetwork))
        {
            (_by, _answer) = (by, Parameter(arange(outputs, ScalarType.Float32).unsqueeze(0)));
            RegisterComponents();
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input) => new([(SignalNames.Logits, _answer * input[0].sum(1, keepdim: true) * _by)]);
    }
}
