namespace PluginKd.Sdk.Testing;

/// <summary>Listens to what is written to the console by managed code.</summary>
internal sealed class WatchedConsole : IDisposable
{
#pragma warning disable RS0030 // To see that nobody else uses it.
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _written = new();

    public WatchedConsole()
    {
        var writer = TextWriter.Synchronized(_written);
        Console.SetOut(writer);
        Console.SetError(writer);
    }

    public string Written => _written.ToString();

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _written.Dispose();
    }
#pragma warning restore RS0030
}
