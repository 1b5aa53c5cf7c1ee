using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Spectre.Console.Rendering;

namespace PluginKd.Tool.Display;

/// <summary>Shows a run as one moving line for each stage.</summary>
internal sealed class LiveWatcher(ProgressContext context, LiveWatcher.DetailColumn details, bool verbose) : IRunWatcher
{
    private ProgressTask? _task;

    public string Stage { get; private set; } = "";

    public ILogger Log { get; } = new TerminalLog(verbose);

    public void StageStarts(string stage, string plugin)
    {
        Stage = $"{stage} {plugin}";
        _task = context.AddTask(Markup.Escape($"{stage} {plugin}"), maxValue: 1);
        _task.IsIndeterminate = true;
    }

    public void Step(string stage, StageStep step)
    {
        if (_task is null) return;
        _task.IsIndeterminate = false;
        _task.Value = step.Moment.Share;
        Show(StageMeter.Text(step));
    }

    public void StageIsStored(string stage, string plugin, TimeSpan took, string summary)
    {
        // A stage that another run made has begun here, and waited.
        if (_task is null || _task.IsFinished) StageStarts(stage, plugin);
        End($"from the store (made in {StageMeter.Duration(took)})  {summary}");
    }

    public void Prints(string line) => Terminal.Out.WriteLine($"{Stage} prints: {line}");

    public void StageEnds(string stage, TimeSpan elapsed, string summary) => End($"{StageMeter.Duration(elapsed)}  {summary}");

    private void End(string text)
    {
        Show(text);
        _task!.IsIndeterminate = false;
        _task.Value = 1;
        _task.StopTask();
    }

    private void Show(string text) => details.Show(_task!, text);

    /// <summary>The words behind the bar.</summary>
    internal sealed class DetailColumn : ProgressColumn
    {
        // Spinner, stage and plugin, bar and the blanks between.
        private const int Before = 58;
        private readonly ConcurrentDictionary<int, string> _texts = new();

        public void Show(ProgressTask task, string text) => _texts[task.Id] = text;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Cut(_texts.GetValueOrDefault(task.Id, ""), options.ConsoleSize.Width - Before), new Style(Color.Grey));

        private static string Cut(string text, int room) => text.Length <= room ? text : room < 2 ? "" : text[..(room - 1)] + "…";
    }
}
