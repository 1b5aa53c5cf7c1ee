namespace PluginKd.Benchmarks;

/// <summary>Runs the sample pipelines on real data and prints what docs/results.md shows.</summary>
internal static class SamplesBenchmark
{
    /// <summary>Runs some samples, or all.</summary>
    public static int Run(IReadOnlyList<string> names)
    {
        if (Places.Shared is not { } shared)
        {
            Console.Error.WriteLine("The data sets are not here: they are expected in ../shared/data.");
            return 2;
        }

        Console.WriteLine("| pipeline | split | measure | majority | linear | teacher | student alone | distilled | seconds |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var sample in Sample.All.Where(s => names.Count == 0 || names.Contains(s.Name)))
        {
            var data = Path.Combine(shared, "data");
            var (results, linear) = (sample.Run(data, []), sample.Linear.Length == 0 ? null : sample.Run(data, sample.Linear));
            foreach (var split in results.Splits)
            {
                Console.WriteLine(FormattableString.Invariant($"| {sample.Name} | {split} | {sample.Metric} | {(sample.Metric == "accuracy" ? results.Majority(split) : "–")} | {linear?.Of("baseline", split, sample.Metric) ?? "–"} | ")
                    + FormattableString.Invariant($"{results.Of("teacher", split, sample.Metric)} | {results.Of("baseline", split, sample.Metric)} | {results.Of("student", split, sample.Metric)} | {results.Seconds:0} |"));
            }
        }

        return 0;
    }
}
