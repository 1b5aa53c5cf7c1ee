namespace TestPlugins.Clings;

/// <summary>Hangs a handler on the process that nobody takes off again.</summary>
[KdPlugin("keeps-a-handler")]
public sealed class KeepsAHandler : IEvaluator
{
    public KeepsAHandler() => AppDomain.CurrentDomain.ProcessExit += OnExit;

    public Measurement Measure(EvaluationContext context) => new([], []);

    private static void OnExit(object? sender, EventArgs e) => GC.KeepAlive(sender);
}
