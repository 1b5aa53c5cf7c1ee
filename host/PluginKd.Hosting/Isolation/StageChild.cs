using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>The other side of <c>run --isolate</c>: runs one stage and tells of it in lines of JSON.</summary>
public static class StageChild
{
    /// <summary>Runs the stage that the first line of input asks for; a further line is the wish to stop, and at the end of input the host is gone.</summary>
    /// <param name="input">Requests of the host.</param>
    /// <param name="output">Takes what the stage tells.</param>
    /// <param name="catalog">Plugins that are present.</param>
    /// <param name="listen">Hands on what plugins print, a line at a time, until it is disposed.</param>
    /// <returns>0 when the result is in the store, 1 otherwise; then the last line says why.</returns>
    public static int Run(TextReader input, TextWriter output, PluginCatalog catalog, Func<Action<string>, IDisposable> listen)
    {
        using var stop = new CancellationTokenSource();
        // Ctrl-C reaches every process of the terminal; the host decides what it means.
        using var key = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var events = new LineEvents(TextWriter.Synchronized(output));
        try
        {
            var request = StageRequest.Read(input.ReadLine());
            events.Mark = request.Mark;
            new Thread(() => Watch(input, stop)) { IsBackground = true, Name = "wish to stop" }.Start();
            using var console = listen(text => events.Tell(StageMessages.Print(text)));
            RunStage(request, catalog, events, stop.Token);
            return 0;
        }
        catch (Exception error)
        {
            events.Tell(StageMessages.Of(error));
            return 1;
        }
    }

    private static void RunStage(StageRequest request, PluginCatalog catalog, LineEvents events, CancellationToken stop)
    {
        torch.set_num_threads(request.Threads);
        var plan = PipelinePlan.Check(PipelineFile.Read(request.Pipeline, request.Folder), catalog);
        var graph = StageGraph.Of(plan);
        var node = graph[request.Stage];
        if (node.Key != request.Key)
            throw new UserErrorException($"stage '{node.Name}' would be made of other parts than when the run began", "files and plugins that stay as they are while a run goes on",
                $"stage '{node.Name}'", "run again");
        // The host names a stage that does not stop, and ends it; two that do so at the same moment only confuse.
        var options = new RunOptions
        {
            Device = request.Device,
            Cancellation = stop,
            CheckpointEvery = TimeSpan.FromSeconds(request.CheckpointSeconds),
            Grace = Timeout.InfiniteTimeSpan,
        };
        using var store = ArtifactStore.Open(request.Store, events.Log);
        using var loader = new PluginLoader();
        using var executor = new StageExecutor(plan, loader, options, graph, store);
        if (!executor.Run(node, events).IsMade) events.Tell(StageMessages.Stored());
    }

    private static void Watch(TextReader input, CancellationTokenSource stop)
    {
        // A host that wished to stop may go before the stage does: only the end of input ends the watch.
        for (var isOrphan = false; !isOrphan;)
        {
            isOrphan = input.ReadLine() is null;
            try
            {
                // Not on this thread: what plugins do at the wish to stop may take for ever.
                _ = stop.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // The stage has ended.
            }
        }

        // The host is gone: nobody would end a stage that does not stop by itself.
        Thread.Sleep(new RunOptions().Grace);
        Environment.Exit(1);
    }

    private sealed class LineEvents(TextWriter output) : IStageEvents, ILogger
    {
        public ILogger Log => this;

        public string? Mark { get; set; }

        public void Step(string stage, StageStep step) => Tell(StageMessages.Of(step));

        public void Metric(string line) => Tell(StageMessages.Metric(line));

        public void Prints(string line) => Tell(StageMessages.Print(line));

        public void Tell(JsonObject message)
        {
            output.WriteLine((Mark is null ? message : StageMessages.Marked(message, Mark)).ToJsonString());
            output.Flush();
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Tell(StageMessages.Log(logLevel, formatter(state, exception)));
    }
}
