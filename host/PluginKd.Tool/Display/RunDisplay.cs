namespace PluginKd.Tool.Display;

/// <summary>Shows a run while it goes on.</summary>
internal static class RunDisplay
{
    /// <summary>Runs something under the display that fits: live on a terminal, plain lines otherwise.</summary>
    public static RunResult Watch(bool verbose, PipelinePlan plan, Func<IRunWatcher, RunResult> run)
    {
        Terminal.Out.WriteLine($"pipeline {plan.Name}, seed {plan.Seed}");
        if (!Terminal.IsInteractive) return Listen(new PlainWatcher(verbose), run);
        RunResult? result = null;
        var details = new LiveWatcher.DetailColumn();
        Terminal.Out.Progress()
            .AutoClear(false)
            .HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, details)
            .Start(context => result = Listen(new LiveWatcher(context, details, verbose), run));
        return result!;
    }

    private static RunResult Listen(IRunWatcher watcher, Func<IRunWatcher, RunResult> run)
    {
        using var console = new PluginConsole(watcher.Prints);
        return run(watcher);
    }
}
