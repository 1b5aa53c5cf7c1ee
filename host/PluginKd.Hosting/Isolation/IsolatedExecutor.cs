using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Runs each stage in a process of its own: one that crashes, is killed or runs out of memory takes neither the host nor the store with it.</summary>
/// <param name="process">How such a process is started.</param>
/// <param name="plan">The checked pipeline.</param>
/// <param name="options">Device, the wish to stop.</param>
/// <param name="store">Where the processes leave their results.</param>
/// <param name="pipeline">The resolved pipeline, in the run folder.</param>
/// <param name="threads">Threads for tensor work.</param>
internal sealed class IsolatedExecutor(StageProcess process, PipelinePlan plan, RunOptions options, ArtifactStore store, string pipeline, int threads) : IStageExecutor
{
    // Lines that are kept of what a process says before it dies.
    private const int LastWords = 5;

    // The highest number of a signal on Linux; above it stands what a program chose itself, such as 255 for -1.
    private const int LastSignal = 64;

    // A process that it started may outlive it and hold its output open.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public (Artifact Result, bool IsMade) Run(StageNode node, IStageEvents events)
    {
        var start = new ProcessStartInfo(process.Program, process.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var child = Process.Start(start)!;
        var last = new Queue<string>();
        child.ErrorDataReceived += (_, line) => Remember(last, line.Data);
        child.BeginErrorReadLine();
        var mark = Guid.NewGuid().ToString("N");
        Tell(child, new StageRequest(pipeline, plan.Folder, node.Name, node.Key, store.Folder.Path, options.Device, threads, options.CheckpointEvery.TotalSeconds, mark).Write());
        using var stop = options.Cancellation.Register(() => Tell(child, "stop"));
        using var kill = new KillTimer(options, () => child.Kill(entireProcessTree: true), () => Killed(events.Log, node));
        var (error, isStored) = Listen(child, mark, node, events, last);
        // With a limit it waits for the process alone, without one for the end of its output, too.
        child.WaitForExit(int.MaxValue);
        child.WaitForExitAsync().Wait(Patience);
        if (store.Find(node.Key) is { } result) return (result, !isStored);
        CleanUp(node);
        options.Cancellation.ThrowIfCancellationRequested();
        throw error ?? Died(node, child.ExitCode, last);
    }

    private (Exception? Error, bool IsStored) Listen(Process child, string mark, StageNode node, IStageEvents events, Queue<string> last)
    {
        Exception? error = null;
        var isStored = false;
        var start = StageMessages.Start(mark);
        while (NextLine(child) is { } line)
        {
            // What the stage's code wrote past the console stands on lines of its own, or before a message.
            var at = line.IndexOf(start, StringComparison.Ordinal);
            var message = at < 0 ? null : Parse(line[at..]);
            var others = message is null ? line : line[..at];
            if (others.Length > 0) events.Prints(others);
            if (message is null) Remember(last, line);
            else if (message["step"] is { } step) events.Step(node.Name, StageMessages.Step(step));
            else if (message["metric"] is { } metric) events.Metric(metric.ToJsonString());
            else if (message["log"] is { } level) Say(events.Log, Enum.Parse<LogLevel>(level.GetValue<string>()), message["text"]!.GetValue<string>());
            else if (message["print"] is { } text) events.Prints(text.GetValue<string>());
            else if (message["stored"] is not null) isStored = true;
            else error = StageMessages.Error(message, plan.Name);
        }

        return (error, isStored);
    }

    private static string? NextLine(Process child)
    {
        var line = child.StandardOutput.ReadLineAsync();
        bool isOver;
        do isOver = child.HasExited;
        while (!line.Wait(Patience) && !isOver);
        return line.IsCompleted ? line.Result : null;
    }

    /// <summary>Takes away what a dead process left half-made; its checkpoints stay.</summary>
    private void CleanUp(StageNode node)
    {
        if (FileLock.TryTake(store.Folder.LockOf(node.Key)) is { } hold) new WorkFolder(store, node.Key, hold).Dispose();
    }

    private static JsonNode? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Tell(Process child, string line)
    {
        try
        {
            child.StandardInput.WriteLine(line);
            child.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; its exit says why.
        }
    }

    private static void Remember(Queue<string> last, string? line)
    {
        // Frames of a stack say less than what stands above them.
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith("at ", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal)) return;
        lock (last)
        {
            last.Enqueue(line);
            if (last.Count > LastWords) last.Dequeue();
        }
    }

    private static UserErrorException Died(StageNode node, int exit, Queue<string> last)
    {
        var how = exit is > 128 and <= 128 + LastSignal ? $"was ended by signal {exit - 128}{(exit == 137 ? " (SIGKILL: somebody ended it, or the system ran out of memory)" : exit == 139 ? " (SIGSEGV: native code crashed)" : exit == 134 ? " (SIGABRT: native code or the runtime gave up)" : "")}" : $"ended with exit code {exit}";
        lock (last)
        {
            return new UserErrorException($"the process of stage '{node.Name}' {how} before its result was there" + (last.Count == 0 ? "" : $"; it said: {string.Join(" | ", last)}"),
                "a process that ends with a result or a message", $"stage '{node.Name}' (plugin {node.Plugins})",
                "run again: it goes on from its last checkpoint. " + (exit == 128 + 9
                    ? "When memory ran out (look at `dmesg`), lower batch-size or the widths of the models"
                    : "If it ends so again, report it to the plugin's author"))
            {
                Kind = UserErrorKind.Run,
            };
        }
    }

    private static void Killed(ILogger log, StageNode node) =>
        Say(log, LogLevel.Warning, $"stage '{node.Name}' (plugin '{node.Plugins}') did not stop in time: its process is ended");

#pragma warning disable CA1848, CA2254 // Words of another process, as they came.
    private static void Say(ILogger log, LogLevel level, string text) => log.Log(level, text);
#pragma warning restore CA1848, CA2254
}
