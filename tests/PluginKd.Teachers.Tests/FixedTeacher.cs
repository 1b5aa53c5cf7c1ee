namespace PluginKd.Teachers.Tests;

/// <summary>Teachers that give the same logits whatever they are asked; what they encode is none of the others' shape.</summary>
internal sealed class FixedTeacher(params (string Name, float[] Logits)[] teachers) : ITeacher
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers => teachers.ToDictionary(t => t.Name, _ => (IReadOnlyList<string>)[SignalNames.Logits]);

    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context) => teachers.ToDictionary(t => t.Name, t => (Network)new FixedNetwork(t.Logits));

    public Network Create(string name, ModelRequest request) => new FixedNetwork(teachers.Single(t => t.Name == name).Logits);

    private sealed class FixedNetwork : Network
    {
        private readonly Tensor _logits;

        public FixedNetwork(float[] logits)
            : base(nameof(FixedNetwork))
        {
            _logits = tensor(logits);
            register_buffer("logits", _logits);
        }

        public override IReadOnlyDictionary<string, string> Saved { get; } = new Dictionary<string, string> { ["kind"] = "fixed" };

        // Two tensors, so that whoever joins networks must keep apart whose they are.
        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [zeros(inputs.Count, 3), zeros(inputs.Count)];

        public override Signals forward(IReadOnlyList<Tensor> input) => input.Count == 2 && input[0].size(1) == 3
            ? new((SignalNames.Logits, _logits.expand(input[0].size(0), _logits.size(0))))
            : throw new InvalidOperationException("these are not my inputs");
    }
}
