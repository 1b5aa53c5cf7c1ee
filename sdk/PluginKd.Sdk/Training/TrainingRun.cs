namespace PluginKd.Sdk;

/// <summary>One training run from its beginning, or its last checkpoint, to its end.</summary>
internal sealed class TrainingRun(
    TrainingSettings settings, StageContext stage, Network network, IReadOnlyList<nn.Module> companions, Split examples, LossTerms terms)
{
    private const int ExamplesShown = 8;

    // Listed once: a walk through the modules in each step would cost more than forgetting their gradients.
    private readonly TorchSharp.Modules.Parameter[] _parameters = [.. network.parameters(), .. companions.SelectMany(companion => companion.parameters())];
    private BatchSource _data = null!;
    private GradientShares _shares = null!;
    private GradientBalance? _balance;
    private LossWatch _losses = null!;

    public required TrainingLoop Loop { get; init; }

    public required optim.Optimizer Optimizer { get; init; }

    public required EarlyStopping Stopping { get; init; }

    public required TrainingCheckpoint Checkpoint { get; init; }

    public void ToTheEnd()
    {
        _data = BatchSource.Of(network, examples, Loop.Teachers, stage.Device, Loop.MostHeld);
        _shares = new GradientShares(terms, [.. network.parameters().Where(p => p.requires_grad)], stage);
        if (Loop.Balance == LossBalance.Gradient && terms.Count > 1) Checkpoint.Keepers.Add(_balance = new GradientBalance(terms, _shares, stage));
        var perEpoch = (examples.Count + settings.BatchSize - 1) / settings.BatchSize;
        var steps = settings.Steps ?? (long)settings.Epochs * perEpoch;
        var epochs = (int)((steps + perEpoch - 1) / perEpoch);
        if (stage.IsRehearsal) steps = 1;
        network.train();
        stage.SeedTensors("dropout");
        _losses = LossWatch.For(terms, stage.Device, Loop.DefersLosses);
        (var at, _losses.Sum) = Checkpoint.Restore();
        while (!at.IsDone) at = Epoch(at, epochs, steps);
        network.eval();
        if (!stage.IsRehearsal) RequireMoved();
    }

    private TrainingPosition Epoch(TrainingPosition at, int epochs, long steps)
    {
        using var order = new EpochOrder(Loop.Order.Epoch(at.Epoch, examples), settings.BatchSize, stage.Device, isHeld: examples.Count <= Loop.MostHeld);
        for (; at.Start < order.Count && at.Step < steps; at = at with { Start = at.Start + settings.BatchSize, Step = at.Step + 1 })
        {
            if (stage.Cancellation.IsCancellationRequested || Checkpoint.IsDue) Keep(at, order);
            stage.Cancellation.ThrowIfCancellationRequested();
            Step(order, at, new Moment(at.Epoch, epochs, at.Step, steps));
        }

        Require(_losses.Look(), at, order);
        Report(at);
        var isDone = Stopping.IsOver(at.Step) || at.Step >= steps;
        if (isDone) Stopping.Restore();
        at = new TrainingPosition(at.Step, at.Epoch + 1, 0, at.Step, isDone);
        // The end is kept as well, so that a stage of several runs does not repeat the first ones.
        if (isDone) Checkpoint.Keep(at, _losses.Sum);
        return at;
    }

    private void Keep(TrainingPosition at, EpochOrder order)
    {
        // Weights that a bad loss has spoilt are not kept.
        Require(_losses.Look(), at, order);
        Checkpoint.Keep(at, _losses.Sum);
    }

    private void Step(EpochOrder order, TrainingPosition at, Moment moment)
    {
        using var scope = NewDisposeScope();
        var rows = order.At(at.Start)!;
        if (examples.Count > Loop.MostHeld && at.Step + 1 < moment.Steps && order.At(at.Start + settings.BatchSize) is { } next) Expect(next);
        var loss = terms.Evaluate(_data.Batch(network, rows, moment));
        if (at.Start == 0 && _balance is not null) loss = _balance.Balance(moment);
        Require(_losses.Add(loss, at.Step), at, order);
        if (at.Start == 0 && terms.Count > 1) ReportTerms(moment);
        if (at.Start == 0 && GradientShares.IsDue(moment.Epoch) && (moment.Epoch == 0 || terms.Count > 1)) _shares.Measure(moment);
        SetLearningRate(moment);
        // Forgetting gradients instead of writing zeros saves two operators a parameter and changes no bit.
        foreach (var parameter in _parameters) parameter.grad = null;
        loss.backward();
        Optimizer.step();
        Loop.Observer?.Observe(new TrainingStep(network, moment));
        stage.Progress.Step(new StepReport(moment with { Step = moment.Step + 1 }, rows.Rows.size(0), loss));
    }

    private void ReportTerms(Moment moment)
    {
        for (var i = 0; i < terms.Count; i++) stage.Progress.Metric($"loss/{terms.Name(i)}", terms.Weighted[i].ToDouble(), moment.Step);
    }

    private void Expect(BatchRows next)
    {
        _data.Expect(next);
        Loop.Teachers.Expect(next);
    }

    private void SetLearningRate(Moment moment)
    {
        if (settings.Optimizer.Schedule == LearningRateSchedule.Constant) return;
        var rate = settings.Optimizer.RateAt(moment);
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = rate;
    }

    private void Report(TrainingPosition at)
    {
        var mean = _losses.Sum / (at.Step - at.EpochStep);
        _losses.Sum = 0;
        stage.Progress.Metric("loss", mean, at.Step);
    }

    private void Require(BadLoss? bad, TrainingPosition at, EpochOrder order)
    {
        if (bad is null) return;
        var positions = order.At((bad.Step - at.EpochStep) * settings.BatchSize)!.Positions;
        var shown = string.Join(", ", positions.Take(ExamplesShown).Select(p => examples.Indices[p])) + (positions.Length > ExamplesShown ? $" and {positions.Length - ExamplesShown} more" : "");
        throw new UserErrorException($"the training loss is no finite number any more in step {bad.Step + 1}, epoch {at.Epoch + 1}: {bad.What}", "a finite number",
            $"stage '{stage.Name}', examples {shown} of split '{examples.Name}'", "lower optimizer.learning-rate, or look for extreme values in these examples")
        {
            Kind = UserErrorKind.Run,
        };
    }

    private void RequireMoved()
    {
        if (!Checkpoint.IsUnmoved) return;
        throw new UserErrorException("the weights are the same, to the bit, as before the training", "weights that move", $"stage '{stage.Name}'",
            "look at optimizer.learning-rate, and at the gradient of the losses (metrics.jsonl, gradient-share)")
        {
            Kind = UserErrorKind.Run,
        };
    }
}
