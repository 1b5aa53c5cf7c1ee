namespace PluginKd.Sdk.Testing;

/// <summary>Facts about data sources.</summary>
internal static class DataFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5301", "An index stands for one example, and once in a split",
            "Teacher signals and memory banks are kept by index.", LookAtIndices),
        new("KD5302", "No example of a test split is in another split",
            "A student that has seen the test is measured too high.", LookAtTest),
        new("KD5303", "Inputs of numbers are finite float32, one row an example",
            "Everything after takes that for granted.", LookAtNumbers),
        new("KD5304", "A missing file is told to the person: what, where, what was expected, what to do",
            "It is the first thing that goes wrong, and the person's to mend.", LookAtMissing, needsWork: false),
    ];

    private static string LookAtIndices(ConformanceRun run) => With(run, data =>
    {
        var known = new Dictionary<long, (string Split, string Example)>();
        foreach (var split in data.Splits)
        {
            if (split.Indices.GroupBy(index => index).FirstOrDefault(group => group.Count() > 1) is { } twice)
                Verdict.Fail($"index {twice.Key} stands twice in split '{split.Name}'");
            for (var i = 0; i < split.Count; i++)
            {
                var example = Show(split, i);
                if (!known.TryGetValue(split.Indices[i], out var other)) known[split.Indices[i]] = (split.Name, example);
                else if (other.Example != example)
                    Verdict.Fail($"index {split.Indices[i]} is one example in split '{other.Split}' and another in '{split.Name}'");
            }
        }
    });

    private static string LookAtTest(ConformanceRun run) => With(run, data =>
    {
        var test = data.Splits.Where(split => split.Role == SplitRole.Test).SelectMany(split => split.Indices).ToHashSet();
        foreach (var split in data.Splits.Where(split => split.Role != SplitRole.Test))
        {
            if (split.Indices.Where(test.Contains).Take(1).ToArray() is [var index])
                Verdict.Fail($"example {index} of a test split is in split '{split.Name}', too");
        }
    });

    private static string LookAtNumbers(ConformanceRun run) => With(run, data =>
    {
        foreach (var split in data.Splits)
        {
            if (split.Inputs is not DenseInputs dense) continue;
            if (dense.Values.dtype != float32) Verdict.Fail($"the inputs of split '{split.Name}' are {dense.Values.dtype}");
            if (!dense.Values.isfinite().all().ToBoolean()) Verdict.Fail($"an input of split '{split.Name}' is not finite");
        }
    });

    private static string LookAtMissing(ConformanceRun run)
    {
        if (run.Subject.Files.Count == 0) Verdict.Skip("the source reads no files (Files is empty)");
        return run.Each(settings =>
        {
            using var empty = new KdTestHost();
            try
            {
                ((IDataSource)run.Make(settings)).Load(empty.Stage);
            }
            catch (UserErrorException error)
            {
                if (new[] { error.Found, error.Expected, error.Where, error.Fix }.Any(string.IsNullOrWhiteSpace))
                    Verdict.Fail($"the message lacks one of its four parts: {error.Message}");
                return "";
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Verdict.Fail($"in an empty folder it ends in {ConformanceRun.Describe(problem)}");
            }

            Verdict.Fail("in an empty folder it loads all the same");
            return "";
        });
    }

    private static string With(ConformanceRun run, Action<DataBundle> look) => run.Each(settings =>
    {
        using var host = run.NewHost();
        look(((IDataSource)run.Make(settings)).Load(host.Stage));
        return "";
    });

    private static string Show(Split split, int position)
    {
        var one = new Fingerprint();
        one.Add("", split.Inputs.Take([position]));
        return one.Text;
    }
}
