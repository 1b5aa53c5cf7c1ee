namespace TestPlugins.Throws;

/// <summary>Says when it is let go, and throws then.</summary>
[KdPlugin("lets-go")]
public sealed class LetsGo : IEvaluator, IDisposable
{
    public Measurement Measure(EvaluationContext context) => new([], []);

    public void Dispose()
    {
        AppContext.SetData("lets-go", "disposed");
        throw new InvalidOperationException("not in good order");
    }
}
