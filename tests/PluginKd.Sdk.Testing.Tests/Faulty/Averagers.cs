namespace PluginKd.Sdk.Testing.Tests.Faulty;

[KdPlugin("prints")]
public sealed class Prints : Keeps
{
#pragma warning disable RS0030 // The fault.
    public override void Observe(TrainingStep step) => Console.WriteLine("a step");
#pragma warning restore RS0030
}

[KdPlugin("writes-to-temp")]
public sealed class WritesToTemp : Keeps
{
    public override void Observe(TrainingStep step) => File.WriteAllText(Path.Combine(Path.GetTempPath(), "steps.txt"), "one");
}

[KdPlugin("writes-where-it-stands")]
public sealed class WritesWhereItStands : Keeps
{
    public override void Observe(TrainingStep step) => File.WriteAllText("steps.txt", "one");
}

[KdPlugin("pushes-the-student")]
public sealed class PushesTheStudent : Keeps
{
    public override void Observe(TrainingStep step) => step.Student.parameters().First().mul_(1.000001);
}

[KdPlugin("adds-a-tenth")]
public sealed class AddsATenth : IAverager
{
    private readonly List<Tensor> _sums = [];
    private int _steps;

    public void Observe(TrainingStep step)
    {
        _steps++;
        var weights = step.Student.parameters().ToList();
        if (_sums.Count == 0) _sums.AddRange(weights.Select(w => zeros_like(w).DetachFromDisposeScope()));
        for (var i = 0; i < weights.Count; i++) _sums[i].add_(weights[i]);
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => _sums.Append(tensor(_steps)).Index().ToDictionary(s => $"{s.Index}", s => s.Item);

    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        _steps = state[$"{state.Count - 1}"].ToInt32();
        _sums.Clear();
        for (var i = 0; i < state.Count - 1; i++) _sums.Add(state[$"{i}"].clone().DetachFromDisposeScope());
    }

    public void WriteTo(Network student)
    {
        foreach (var (weight, sum) in student.parameters().Zip(_sums)) weight.copy_((sum / _steps) + 0.1);
    }
}

[KdPlugin("runs-ahead")]
public sealed class RunsAhead : IAverager
{
    private readonly List<Tensor> _first = [];

    public void Observe(TrainingStep step)
    {
        if (_first.Count == 0) _first.AddRange(step.Student.parameters().Select(w => w.clone().DetachFromDisposeScope()));
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => _first.Index().ToDictionary(s => $"{s.Index}", s => s.Item);

    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        _first.Clear();
        for (var i = 0; i < state.Count; i++) _first.Add(state[$"{i}"].clone().DetachFromDisposeScope());
    }

    public void WriteTo(Network student)
    {
        foreach (var (weight, first) in student.parameters().Zip(_first)) weight.copy_((weight * 2) - first);
    }
}
