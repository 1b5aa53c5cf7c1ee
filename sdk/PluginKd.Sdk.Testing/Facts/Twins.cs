namespace PluginKd.Sdk.Testing;

/// <summary>Looks at two instances of a plugin that are there at once, the first and the last of the settings.</summary>
internal static class Twins
{
    /// <summary>Each must give what it gives alone.</summary>
    public static string Look(ConformanceRun run)
    {
        if (run.Unsteady(run.Samples[0]) is not null) Verdict.Skip("it does not repeat itself alone, see KD5010");
        var (first, second) = (new Twin(run, run.Samples[0]), new Twin(run, run.Samples[^1]));
        using var disposeFirst = first;
        using var disposeSecond = second;
        // What draws from libtorch's generator works alone: it is one for the whole process, and a process has one run at a time.
        if (first.DrawsTensors || second.DrawsTensors)
        {
            first.Work();
            second.Work();
        }
        else
        {
            var threads = new[] { new Thread(first.Work), new Thread(second.Work) };
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
        }

        Verdict.FailIf(first.Found ?? second.Found);
        return first.DrawsTensors || second.DrawsTensors ? "one after the other, because libtorch's generator is the process's" : "on two threads";
    }

    private sealed class Twin : IDisposable
    {
        private readonly KdTestHost _host;
        private readonly Exercise _exercise;
        private readonly Fingerprint _alone;
        private readonly object _plugin;

        public Twin(ConformanceRun run, object? settings)
        {
            _host = run.NewHost();
            _host.Stage.SeedTensors("stage");
            using var before = get_rng_state();
            var alone = run.Work(settings);
            _alone = alone.Gave;
            using var after = get_rng_state();
            DrawsTensors = alone.DrewInPreparation || !before.bytes.SequenceEqual(after.bytes);
            _exercise = Exercise.For(run.Kind, run.Subject);
            _plugin = run.Make(settings);
        }

        public bool DrawsTensors { get; }

        public string? Found { get; private set; }

        public void Work()
        {
            try
            {
                _exercise.Do(_plugin, _host);
                Found = _exercise.Gave.DifferenceFrom(_alone);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Found = ConformanceRun.Describe(problem);
            }
        }

        public void Dispose()
        {
            (_plugin as IDisposable)?.Dispose();
            _host.Dispose();
        }
    }
}
