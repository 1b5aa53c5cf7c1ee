namespace PluginKd.Sdk;

/// <summary>The one step loop: gathers batches, lets an objective judge them, moves the weights.</summary>
/// <remarks>
/// Teachers and students are trained by it alike. A step opens one dispose scope and keeps nothing; the loss is read back only at the end of
/// an epoch and when the host shows it.
/// </remarks>
/// <param name="settings">Length, batch size, optimiser.</param>
/// <param name="stage">Seed, device, progress, the wish to stop.</param>
public sealed class TrainingLoop(TrainingSettings settings, StageContext stage)
{
    /// <summary>Order of the examples in each epoch.</summary>
    public IExampleOrder Order { get; init; } = new ShuffledOrder(stage);

    /// <summary>Signals of the teachers.</summary>
    public TeacherFeed Teachers { get; init; } = TeacherFeed.None;

    /// <summary>Modules that are trained along, such as those of losses.</summary>
    public IReadOnlyList<nn.Module> Companions { get; init; } = [];

    /// <summary>Called after each optimiser step.</summary>
    public Action<TrainingStep>? AfterStep { get; init; }

    /// <summary>Trains a network in place and leaves it in evaluation mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="objective">Gives the loss of a batch, a scalar.</param>
    /// <exception cref="UserErrorException">The loss is not a finite number any more.</exception>
    /// <exception cref="OperationCanceledException">The person wishes to stop.</exception>
    public void Run(Network network, Split examples, Func<LossBatch, Tensor> objective)
    {
        using var run = NewDisposeScope();
        var data = new BatchSource(network.to(stage.Device), examples, stage.Device);
        var perEpoch = (examples.Count + settings.BatchSize - 1) / settings.BatchSize;
        var steps = settings.Steps ?? (long)settings.Epochs * perEpoch;
        var epochs = (int)((steps + perEpoch - 1) / perEpoch);
        foreach (var companion in Companions) companion.to(stage.Device);
        using var optimizer = settings.Optimizer.Create([.. network.parameters(), .. Companions.SelectMany(c => c.parameters())]);
        using var lossSum = zeros(1, dtype: float64, device: stage.Device);
        network.train();
        stage.SeedTensors("dropout");
        var step = 0L;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var order = tensor(Order.Epoch(epoch, examples), device: stage.Device);
            var before = step;
            for (var start = 0L; start < order.size(0) && step < steps; start += settings.BatchSize, step++)
            {
                stage.Cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var moment = new Moment(epoch, epochs, step, steps);
                var rows = order.narrow(0, start, Math.Min(settings.BatchSize, order.size(0) - start));
                var loss = objective(data.Batch(network, rows, Teachers.For(rows), moment));
                SetLearningRate(optimizer, moment);
                // Forgetting gradients instead of writing zeros saves two operators a parameter and changes no bit.
                network.zero_grad();
                foreach (var companion in Companions) companion.zero_grad();
                loss.backward();
                optimizer.step();
                lossSum.add_(loss.detach());
                AfterStep?.Invoke(new TrainingStep(network, moment));
                stage.Progress.Step(new StepReport(moment with { Step = step + 1 }, rows.size(0), loss));
            }

            Keep(lossSum, step - before, step, epoch);
        }

        network.eval();
    }

    private void SetLearningRate(optim.Optimizer optimizer, Moment moment)
    {
        if (settings.Optimizer.Schedule == LearningRateSchedule.Constant) return;
        var rate = settings.Optimizer.RateAt(moment);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
    }

    private void Keep(Tensor lossSum, long steps, long step, int epoch)
    {
        var mean = lossSum.ToDouble() / steps;
        lossSum.zero_().Dispose();
        stage.Progress.Metric("loss", mean, step);
        if (!double.IsFinite(mean))
            throw new UserErrorException($"the training loss became {mean} in epoch {epoch + 1}", "a finite number", $"stage '{stage.Name}'",
                "lower optimizer.learning-rate, or look for extreme values in the data")
            {
                Kind = UserErrorKind.Run,
            };
    }
}
