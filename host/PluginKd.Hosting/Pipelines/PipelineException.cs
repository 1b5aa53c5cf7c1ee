namespace PluginKd.Hosting;

/// <summary>Lists everything that is wrong with a pipeline, so that one look mends it all.</summary>
/// <param name="pipeline">File name.</param>
/// <param name="problems">One or more.</param>
public sealed class PipelineException(string pipeline, IReadOnlyList<UserErrorException> problems) : Exception(Describe(pipeline, problems))
{
    /// <summary>The problems, in the order of the pipeline.</summary>
    public IReadOnlyList<UserErrorException> Problems { get; } = problems;

    private static string Describe(string pipeline, IReadOnlyList<UserErrorException> problems) =>
        $"{(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")} in {pipeline}\n\n" + string.Join("\n\n", problems.Select(p => p.Message));
}
