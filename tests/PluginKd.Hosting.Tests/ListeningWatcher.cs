using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting.Tests;

/// <summary>Keeps the words of a run beside all else that it reports.</summary>
internal class ListeningWatcher : CollectingWatcher, IRunWatcher
{
    private readonly CollectingLog _log = new();

    public IList<string> Words => _log.Words;

    ILogger IRunWatcher.Log => _log;
}
