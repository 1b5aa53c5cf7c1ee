namespace PluginKd.Evaluation.Tests;

public class EfficiencyTests
{
    [Fact]
    public void Counts_parameters_bytes_and_operations_and_measures_time()
    {
        using var scope = NewDisposeScope();
        using var network = new TwoLayers();
        network.eval();
        var inputs = new DenseInputs(rand(10, 6));
        var examples = new Split("test", SplitRole.Test, inputs, new int[10], [.. Enumerable.Range(0, 10).Select(i => (long)i)]);
        var found = new Efficiency(new() { Examples = 12, BatchSize = 100, Batches = 3 }).Measure(new(new StageContext { Name = "evaluate", StageSeed = 1 }, network, examples, ["a", "b"], rand(10, 2), null));
        var metrics = found.Metrics.ToDictionary(m => m.Name);

        // 6·4 + 4 and 4·2 + 2 parameters of 4 bytes, one buffer of 3 numbers of 8 bytes; 6·4 and 4·2 multiplications.
        Assert.Equal((38, 38 * 4 + 24, 64), (metrics["parameters"].Value, metrics["bytes"].Value, metrics["flops"].Value));
        foreach (var name in new[] { "latency", "throughput" })
        {
            Assert.InRange(metrics[name].Value, metrics[$"{name}/lowest"].Value, metrics[$"{name}/highest"].Value);
            Assert.True(metrics[$"{name}/lowest"].Value > 0);
            Assert.All(new[] { name, $"{name}/lowest", $"{name}/highest" }, key => Assert.True(metrics[key].Varies));
        }

        // A warm-up of 12, 12 measured, 10 counted (there are no more), and 1 + 3 batches of all 10.
        Assert.Equal((38, 4 + 34), (network.Calls, network.Encoded));
        Assert.False(metrics["flops"].Varies);
    }

    private sealed class TwoLayers : Network
    {
        private readonly nn.Module<Tensor, Tensor> _first = nn.Linear(6, 4);
        private readonly nn.Module<Tensor, Tensor> _second = nn.Linear(4, 2);
        private readonly Tensor _buffer = zeros(3, dtype: float64);

        public TwoLayers()
            : base("two-layers")
        {
            RegisterComponents();
        }

        public int Calls { get; private set; }

        public int Encoded { get; private set; }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs)
        {
            Encoded++;
            return [((DenseInputs)inputs).Values];
        }

        public override Signals forward(IReadOnlyList<Tensor> input)
        {
            Calls++;
            return new Signals().With(SignalNames.Logits, _second.call(_first.call(input[0])));
        }
    }
}
