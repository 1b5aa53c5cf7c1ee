namespace TestPlugins.WrongAttributes;

[KdPlugin("no-contract")]
public sealed class NoContract;

[KdPlugin("Not An Id")]
public sealed class BadId : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException();

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

[KdPlugin("twin")]
public sealed class FirstTwin : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException();

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

[KdPlugin("twin")]
public sealed class SecondTwin : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException();

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

public sealed record PositionalSettings(int Width);

[KdPlugin("positional", Settings = typeof(PositionalSettings))]
public sealed class TakesPositional(PositionalSettings settings) : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException(settings.ToString());

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

public sealed record DateSettings
{
    public DateTime Start { get; init; }
}

[KdPlugin("dated", Settings = typeof(DateSettings))]
public sealed class TakesDate(DateSettings settings) : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException(settings.ToString());

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

[KdPlugin("forgets", Settings = typeof(DateSettings))]
public sealed class ForgetsSettings : IAverager
{
    public void Observe(TrainingStep step) => throw new NotSupportedException();

    public void WriteTo(Network student) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

public sealed record TakenSettings
{
    public bool Use { get; init; }

    public double Weight { get; init; } = 1;
}

[KdPlugin("takes-taken", Settings = typeof(TakenSettings))]
public sealed class TakesTakenNames(TakenSettings settings) : ILoss
{
    public LossNeeds Needs => throw new NotSupportedException(settings.ToString());

    public Tensor Evaluate(LossBatch batch) => throw new NotSupportedException();
}
