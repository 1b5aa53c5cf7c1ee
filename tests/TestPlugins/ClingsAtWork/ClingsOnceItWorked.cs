namespace TestPlugins.ClingsAtWork;

/// <summary>Registers itself with the process, in its work only: making it leaves nothing.</summary>
[KdPlugin("clings-at-work")]
public sealed class ClingsOnceItWorked : ILoss
{
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    public Tensor Evaluate(LossBatch batch)
    {
        AppDomain.CurrentDomain.UnhandledException += OnError;
        return Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits.detach(), 1, batch);
    }

    private static void OnError(object sender, UnhandledExceptionEventArgs e) => GC.KeepAlive(sender);
}
