namespace PluginKd.Averaging.Tests;

public class LastIterateTests
{
    [Fact]
    public void Leaves_the_weights_as_the_last_step_left_them()
    {
        using var student = new OneLayer();
        var averager = new LastIterate();
        for (var step = 0; step < 3; step++)
        {
            using (no_grad()) student.Layer.weight.add_(1);
            averager.Observe(new TrainingStep(student, new Moment(0, 1, step, 3)));
        }

        var before = student.Layer.weight.data<float>().ToArray();
        averager.WriteTo(student);
        Assert.Equal(before, student.Layer.weight.data<float>().ToArray());
    }

    private sealed class OneLayer : Network
    {
        public OneLayer()
            : base(nameof(OneLayer)) => register_module("layer", Layer);

        public TorchSharp.Modules.Linear Layer { get; } = nn.Linear(2, 2);

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [];

        public override Signals forward(IReadOnlyList<Tensor>? input) => new();
    }
}
