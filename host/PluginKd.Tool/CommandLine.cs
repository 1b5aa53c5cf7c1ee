using System.CommandLine;
using System.CommandLine.Invocation;
using PluginKd.Tool.Commands;

namespace PluginKd.Tool;

/// <summary>The commands of <c>dotnet kd</c>, and the one place where errors become messages and exit codes.</summary>
internal static class CommandLine
{
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Show stack traces and what plugins log.", Recursive = true };

    public static readonly Option<string[]> PluginPath = new("--plugin-path")
    {
        Description = "Folder of a plugin, or of plugins; searched before all others. May be given several times.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Distils a large model into a small one: data, teacher, selection and augmentation, distillation, averaging, evaluation. Every stage is a plugin.")
        {
            RunCommand.Create(),
            PlanCommand.Create(),
            StatusCommand.Create(),
            StoreCommand.Create(),
            PluginsCommand.Create(),
            SchemaCommand.Create(),
            DoctorCommand.Create(),
            StageCommand.Create(),
        };
        root.Options.Add(Verbose);
        root.Options.Add(PluginPath);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync(Misspelt(parsed).Message);
            return ExitCodes.WrongInput;
        }

        // Ctrl-C is ours: the run stops at the next batch and leaves nothing half-written.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>Says what is wrong with a call, and the nearest word that could have been meant.</summary>
    private static UserErrorException Misspelt(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var words = command.Subcommands.Select(c => c.Name).Concat(command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options)).Select(o => o.Name)).ToList();
        var call = string.Join(' ', parsed.Tokens.Select(t => t.Value));
        var help = $"`dotnet kd {(command is RootCommand ? "" : command.Name + " ")}--help` shows what can be typed";
        return parsed.UnmatchedTokens is [var typed, ..]
            ? new UserErrorException($"'{typed}' is not known here", $"one of: {string.Join(", ", words.Order(StringComparer.Ordinal))}", $"dotnet kd {call}",
                NearestName.Find(typed, words) is { } meant ? $"did you mean '{meant}'? {help}" : help)
            : new UserErrorException(parsed.Errors[0].Message.TrimEnd('.'), $"one of: {string.Join(", ", words.Order(StringComparer.Ordinal))}", $"dotnet kd {call}".TrimEnd(), help);
    }

    /// <summary>Runs a command and turns what it throws into a message on standard error and an exit code.</summary>
    public static int Guard(ParseResult parsed, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception error)
        {
            var message = error switch
            {
                OperationCanceledException => "stopped; nothing half-written was left under a final name",
                UserErrorException or PipelineException => error.Message,
                IOException or UnauthorizedAccessException => new UserErrorException($"the file system says: {error.Message}", "files that can be read and written",
                    "the files of this run", "look at rights and free space: ls -ld . .kd; df -h .").Message,
                _ => $"{error.GetType().Name}: {error.Message}\n  next:     --verbose shows where; this may be a bug worth reporting",
            };
            Console.Error.WriteLine(message);
            if (parsed.GetValue(Verbose) && error is not OperationCanceledException) Console.Error.WriteLine($"\n{error.InnerException ?? error}");
            return ExitCodes.Of(error);
        }
    }

    /// <summary>Lists the plugins that are present, by the options of the call.</summary>
    public static PluginCatalog Catalog(ParseResult parsed) => PluginCatalog.Discover(Roots(parsed), PluginStore.OfUser());

    /// <summary>Says where plugins are looked for, by the options of the call.</summary>
    public static IReadOnlyList<PluginRoot> Roots(ParseResult parsed) =>
        PluginRoots.From(parsed.GetValue(PluginPath) ?? [], Environment.CurrentDirectory, PluginStore.OfUser());
}
