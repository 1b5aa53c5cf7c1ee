namespace TestPlugins.Throws;

/// <summary>Throws as soon as it is made.</summary>
[KdPlugin("throws-in-constructor")]
public sealed class ThrowsInConstructor : IAverager
{
    public ThrowsInConstructor() => throw new InvalidOperationException("no licence for this machine");

    public void Observe(TrainingStep step) => throw new NotSupportedException();

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => throw new NotSupportedException();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => throw new NotSupportedException();
}

/// <summary>Asks for a service that nobody offers.</summary>
[KdPlugin("asks-for-too-much")]
public sealed class AsksForTooMuch(IServiceProvider services, IEqualityComparer<string> comparer) : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException(services.ToString() + comparer);

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => throw new NotSupportedException();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => throw new NotSupportedException();
}

/// <summary>Throws when it measures.</summary>
[KdPlugin("throws-in-run")]
public sealed class ThrowsInRun : IEvaluator
{
    public Measurement Measure(EvaluationContext context) => throw new InvalidOperationException("the gauge is broken");
}
