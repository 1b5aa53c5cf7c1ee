namespace PluginKd.Tool.Display;

/// <summary>Standard output: coloured and live on a terminal, plain lines in a pipe or a file.</summary>
internal static class Terminal
{
    /// <summary>Whether a person looks at a terminal.</summary>
    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    /// <summary>Where everything is written.</summary>
    public static IAnsiConsole Out { get; } = Make();

    private static IAnsiConsole Make()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        // A file has no width: nothing is cut or wrapped there.
        if (!IsInteractive) console.Profile.Width = 10_000;
        return console;
    }
}
