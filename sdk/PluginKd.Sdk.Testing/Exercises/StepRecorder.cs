namespace PluginKd.Sdk.Testing;

/// <summary>Notes the steps that it is told of; like an averager it goes with the checkpoints.</summary>
internal sealed class StepRecorder : IStepObserver
{
    private readonly List<long> _steps = [];

    public IReadOnlyList<long> Steps => _steps;

    public long Planned { get; private set; }

    public void Observe(TrainingStep step)
    {
        _steps.Add(step.Moment.Step);
        Planned = step.Moment.Steps;
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor> { ["steps"] = tensor(_steps.ToArray()) };

    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        _steps.Clear();
        _steps.AddRange(state["steps"].data<long>().ToArray());
    }
}
