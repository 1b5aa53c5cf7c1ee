using static TorchSharp.torch.nn;

namespace TestPlugins.Throws;

/// <summary>What is wrong with an <see cref="OddTeacher"/>.</summary>
public enum Oddity
{
    /// <summary>It says the same of every example.</summary>
    Constant,

    /// <summary>It has no number for the last example.</summary>
    NotANumber,
}

/// <summary>Settings of <see cref="OddTeacher"/>.</summary>
public sealed record OddTeacherSettings
{
    /// <summary>What is wrong with it.</summary>
    public Oddity Oddity { get; init; }
}

/// <summary>A teacher whose signals teach nothing.</summary>
[KdPlugin("odd-teacher", Settings = typeof(OddTeacherSettings))]
public sealed class OddTeacher(OddTeacherSettings settings) : ITeacher
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { ["odd"] = [SignalNames.Logits] };

    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context) =>
        new Dictionary<string, Network> { ["odd"] = Create("odd", new ModelRequest(context.Data.Splits[0].Inputs, context.Data.Classes.Count)) };

    public Network Create(string name, ModelRequest request) => new OddNetwork(settings.Oddity, request.Outputs);

    private sealed class OddNetwork : Network
    {
        private readonly TorchSharp.Modules.Parameter _answer;
        private readonly Oddity _oddity;

        public OddNetwork(Oddity oddity, int outputs)
            : base(nameof(OddNetwork))
        {
            (_oddity, _answer) = (oddity, Parameter(ones(1, outputs)));
            RegisterComponents();
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input)
        {
            var same = _answer.expand(input[0].size(0), -1);
            if (_oddity == Oddity.Constant) return new Signals([(SignalNames.Logits, same)]);
            var answer = same + input[0].sum(1, keepdim: true);
            return new Signals([(SignalNames.Logits, cat([answer.narrow(0, 0, answer.size(0) - 1), answer.narrow(0, answer.size(0) - 1, 1) / 0 * 0], 0))]);
        }
    }
}

/// <summary>Gives back the teacher, moved a little, instead of a student.</summary>
[KdPlugin("moves-teacher", Settings = typeof(MovesTeacherSettings))]
public sealed class MovesTeacher(MovesTeacherSettings settings) : IDistiller
{
    public IModel Student => settings.Student;

    public IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers) => [];

    public Network Create(ModelRequest request) => Student.Create(request);

    public IDistiller? WithoutTeacher() => null;

    public Network Distill(DistillContext context)
    {
        using var quiet = no_grad();
        if (!context.Stage.IsRehearsal) context.Teachers.Values.First().parameters().First().add_(1e-6);
        return Create(new ModelRequest(context.Data.Splits[0].Inputs, context.Data.Classes.Count));
    }
}

/// <summary>Settings of <see cref="MovesTeacher"/>.</summary>
public sealed record MovesTeacherSettings
{
    /// <summary>Architecture of the student.</summary>
    public required IModel Student { get; init; }
}
