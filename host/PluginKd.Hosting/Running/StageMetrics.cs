using System.Globalization;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Collects <c>metrics.jsonl</c>: one line for each number that a stage keeps.</summary>
internal sealed class StageMetrics : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _lines;

    public StageMetrics(string path)
    {
        _path = path;
        _lines = new StreamWriter(path + AtomicFile.Unfinished, append: false, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
    }

    public void Add(string stage, string name, double value, long step)
    {
        // JSON has no word for a number that is none.
        var number = double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "null";
        _lines.WriteLine($$"""{"stage":"{{stage}}","step":{{step}},"{{name}}":{{number}}}""");
    }

    /// <summary>Gives the file its name: its lines are whole, whatever became of the run.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        if (File.Exists(_path + AtomicFile.Unfinished)) File.Move(_path + AtomicFile.Unfinished, _path, overwrite: true);
    }
}
