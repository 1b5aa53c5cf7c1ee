using System.CommandLine;

namespace PluginKd.Tool.Commands;

/// <summary>The pipeline of a call: a file, or the built-in demo, with changes.</summary>
internal static class PipelineArguments
{
    public static Argument<string?> File() => new("file") { Description = "Pipeline file; without one the built-in demo.", Arity = ArgumentArity.ZeroOrOne };

    public static Option<string[]> Set() => new("--set") { Description = "Change one value, such as distill.loss.0.temperature=4. May be given several times." };

    public static PipelineFile Read(ParseResult parsed, Argument<string?> file, Option<string[]> set)
    {
        var pipeline = parsed.GetValue(file) is { } path ? PipelineFile.Read(path) : PipelineFile.Demo(Environment.CurrentDirectory);
        foreach (var change in parsed.GetValue(set) ?? []) pipeline.Set(change);
        return pipeline;
    }
}
