using Microsoft.Extensions.Logging;

namespace TestPlugins.Throws;

/// <summary>Never returns, whatever is wished.</summary>
[KdPlugin("never-returns")]
public sealed class NeverReturns : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        context.Stage.Log.Log(LogLevel.Warning, default, "here I stay", null, (word, _) => word);
        Thread.Sleep(Timeout.Infinite);
        return new Measurement([], []);
    }
}

/// <summary>Writes beside the pipeline and to the temporary folder, where no plugin may.</summary>
[KdPlugin("writes-outside")]
public sealed class WritesOutside : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        File.WriteAllText(context.Stage.PathOf("left-behind.txt"), "a load context is not a sandbox");
        return new Measurement([], []);
    }
}
