namespace PluginKd.Sdk.Testing;

/// <summary>A look at one new instance of a loss, prepared as before training.</summary>
internal sealed class LossLook(ConformanceRun run, KdTestHost host)
{
    public KdTestHost Host => host;

    /// <summary>Makes a loss, prepares it for one type and hands it over with the examples of a batch.</summary>
    public static string With(ConformanceRun run, object? settings, Action<LossLook, ILoss, LossExamples> look, ScalarType dtype = ScalarType.Float64)
    {
        using var scope = NewDisposeScope();
        using var host = run.NewHost();
        var loss = (ILoss)run.Make(settings);
        using var disposable = loss as IDisposable;
        var at = new LossLook(run, host);
        look(at, loss, at.Prepare(loss, dtype));
        return "";
    }

    /// <summary>Value of one more new instance, prepared in the same way, for examples of a batch.</summary>
    public double Value(object? settings, Func<LossExamples, LossExamples> change)
    {
        using var scope = NewDisposeScope();
        var loss = (ILoss)run.Make(settings);
        using var disposable = loss as IDisposable;
        return LossBench.Evaluate(loss, host, change(Prepare(loss, float64)), float64).Value;
    }

    private LossExamples Prepare(ILoss loss, ScalarType dtype) => new LossBench(run.Subject).Prepare(loss, host, dtype);
}
