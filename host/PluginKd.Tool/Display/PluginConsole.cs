using System.Text;

namespace PluginKd.Tool.Display;

/// <summary>Takes what plugins print and shows it as theirs, a line at a time, so that it cannot be taken for the host's nor tear its display.</summary>
internal sealed class PluginConsole : IDisposable
{
    private readonly (TextWriter Out, TextWriter Error) _before = (Console.Out, Console.Error);

    public PluginConsole(Action<string> show)
    {
        var lines = TextWriter.Synchronized(new Lines(show));
        Console.SetOut(lines);
        Console.SetError(lines);
    }

    public void Dispose()
    {
        Console.Out.Flush();
        Console.SetOut(_before.Out);
        Console.SetError(_before.Error);
    }

    private sealed class Lines(Action<string> show) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value == '\n') Flush();
            else if (value != '\r') _line.Append(value);
        }

        public override void Flush()
        {
            if (_line.Length == 0) return;
            var line = _line.ToString();
            _line.Clear();
            show(line);
        }
    }
}
