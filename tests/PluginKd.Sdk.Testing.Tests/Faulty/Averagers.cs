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

/// <summary>The mean of all steps without a fault, for others to spoil.</summary>
public abstract class Mean : IAverager
{
    private readonly List<Tensor> _sums = [];

    protected int Steps { get; set; }

    public void Observe(TrainingStep step)
    {
        Steps++;
        var weights = step.Student.parameters().ToList();
        if (_sums.Count == 0) _sums.AddRange(weights.Select(w => zeros_like(w).DetachFromDisposeScope()));
        for (var i = 0; i < weights.Count; i++) _sums[i].add_(weights[i]);
    }

    public virtual IReadOnlyDictionary<string, Tensor> SaveState() => _sums.Append(tensor(Steps)).Index().ToDictionary(s => $"{s.Index}", s => s.Item);

    public virtual void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        Steps = state[$"{state.Count - 1}"].ToInt32();
        _sums.Clear();
        for (var i = 0; i < state.Count - 1; i++) _sums.Add(Keep(state[$"{i}"]));
    }

    public virtual void WriteTo(Network student)
    {
        foreach (var (weight, sum) in student.parameters().Zip(_sums)) weight.copy_(sum / Steps);
    }

    protected virtual Tensor Keep(Tensor given) => given.clone().DetachFromDisposeScope();
}

[KdPlugin("adds-a-tenth")]
public sealed class AddsATenth : Mean
{
    public override void WriteTo(Network student)
    {
        base.WriteTo(student);
        foreach (var weight in student.parameters()) weight.add_(0.1);
    }
}

[KdPlugin("forgets-the-count")]
public sealed class ForgetsTheCount : Mean
{
    public override void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        base.LoadState(state);
        Steps = 0;
    }
}

[KdPlugin("keeps-the-given-sums")]
public sealed class KeepsTheGivenSums : Mean
{
    protected override Tensor Keep(Tensor given) => given;
}

[KdPlugin("counts-saving")]
public sealed class CountsSaving : Mean
{
    public override IReadOnlyDictionary<string, Tensor> SaveState()
    {
        var state = base.SaveState();
        Steps++;
        return state;
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
