namespace PluginKd.Sdk.Testing;

/// <summary>A loss that sees one batch a step.</summary>
internal sealed class RememberingLoss : Remembering
{
    private const string OfModule = "module.";
    private const string OfLoss = "loss.";

    private readonly ILoss _loss;
    private readonly KdTestHost _host;
    private readonly LossBench _bench;
    private readonly LossExamples _examples;

    public RememberingLoss(ConformanceRun run, object? settings)
    {
        (_loss, _host, _bench) = ((ILoss)run.Make(settings), run.NewHost(), new LossBench(run.Subject));
        _examples = _bench.Prepare(_loss, _host, float64);
    }

    public override Fingerprint Go(int from, int to = Steps)
    {
        var gave = new Fingerprint();
        for (var step = from; step < to; step++)
        {
            using var scope = NewDisposeScope();
            var factor = 1 - (0.2 * step);
            var value = LossBench.Evaluate(_loss, _host, _examples.With(values => values * factor, values => values * factor), float64);
            gave.Add($"the loss of batch {step + 1}", value.Answer);
            foreach (var (signal, gradient) in value.Gradients) gave.Add($"the gradient of {signal} in batch {step + 1}", gradient);
        }

        return gave;
    }

    public override void Dispose()
    {
        (_loss as IDisposable)?.Dispose();
        _host.Dispose();
    }

    protected override IReadOnlyDictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor>();
        if (_bench.Module is { } module) foreach (var (name, value) in module.state_dict()) state[OfModule + name] = value;
        if (_loss is IKeepsState keeper) foreach (var (name, value) in keeper.SaveState()) state[OfLoss + name] = value;
        return state;
    }

    protected override void Restore(IReadOnlyDictionary<string, Tensor> state)
    {
        _bench.Module?.load_state_dict(Under(OfModule, state));
        if (_loss is IKeepsState keeper) keeper.LoadState(Under(OfLoss, state));
    }

    private static Dictionary<string, Tensor> Under(string prefix, IReadOnlyDictionary<string, Tensor> state) =>
        state.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(s => s.Key[prefix.Length..], s => s.Value);
}
