using System.ComponentModel.DataAnnotations;

namespace TestPlugins.Good;

/// <summary>Settings of <see cref="MeanOfSteps"/>.</summary>
public sealed record MeanOfStepsSettings
{
    /// <summary>Steps from one that counts to the next.</summary>
    [Range(1, 1000)]
    public int Every { get; init; } = 1;

    /// <summary>Time that the averaging takes at least, seconds.</summary>
    [Range(0, 10)]
    public double Pause { get; init; }
}

/// <summary>The mean of the weights after each step, or after every few.</summary>
[KdPlugin("mean-of-steps", Settings = typeof(MeanOfStepsSettings))]
public sealed class MeanOfSteps(MeanOfStepsSettings settings) : IAverager
{
    private Dictionary<string, Tensor> _sums = [];
    private long _count;

    public void Observe(TrainingStep step)
    {
        if (step.Moment.Step % settings.Every != 0) return;
        foreach (var (name, parameter) in step.Student.named_parameters())
        {
            var sum = _sums.TryGetValue(name, out var before) ? before + parameter : parameter.clone();
            before?.Dispose();
            _sums[name] = sum.detach().DetachFromDisposeScope();
        }

        _count++;
    }

    public void WriteTo(Network student)
    {
        Thread.Sleep(TimeSpan.FromSeconds(settings.Pause));
        foreach (var (name, parameter) in student.named_parameters()) parameter.copy_(_sums[name] / _count);
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>(_sums.Select(s => KeyValuePair.Create($"sum.{s.Key}", s.Value))) { ["count"] = tensor(_count) };

    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        _count = state["count"].ToInt64();
        _sums = state.Where(s => s.Key != "count").ToDictionary(s => s.Key["sum.".Length..], s => s.Value.clone().DetachFromDisposeScope());
    }
}
