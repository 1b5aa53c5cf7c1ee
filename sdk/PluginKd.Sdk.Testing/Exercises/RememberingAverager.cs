namespace PluginKd.Sdk.Testing;

/// <summary>An averager that watches a student of its own, as a run that was stopped has another network than the one that goes on.</summary>
internal sealed class RememberingAverager : Remembering
{
    private readonly IAverager _averager;
    private readonly Network _student;

    public RememberingAverager(ConformanceRun run, object? settings) =>
        (_averager, _student) = ((IAverager)run.Make(settings), new TinyModel(run.Subject.Modality).CreateFrozen(3));

    public override Fingerprint Go(int from, int to = Steps)
    {
        using var quiet = no_grad();
        for (var step = from; step < to; step++)
        {
            using var scope = NewDisposeScope();
            MoveTo(step);
            _averager.Observe(new TrainingStep(_student, new Moment(0, 1, step, Steps)));
        }

        var gave = new Fingerprint();
        if (to < Steps) return gave;
        // The average stage opens the student after its last step from a file.
        MoveTo(Steps - 1);
        _averager.WriteTo(_student);
        gave.Add("average", _student);
        return gave;
    }

    public override void Dispose()
    {
        (_averager as IDisposable)?.Dispose();
        _student.Dispose();
    }

    protected override IReadOnlyDictionary<string, Tensor> State() => _averager.SaveState();

    protected override void Restore(IReadOnlyDictionary<string, Tensor> state) => _averager.LoadState(state);

    // By the number of the step alone, and by another amount in each.
    private void MoveTo(int step)
    {
        foreach (var parameter in _student.parameters()) parameter.fill_(0.125 * (step + 1) * (step + 1)).Dispose();
    }
}
