namespace PluginKd.Hosting;

/// <summary>Computes teacher signals once for each set of examples and keeps them in memory for the run.</summary>
internal sealed class TeacherSignalCache(IReadOnlyDictionary<string, Network> teachers, StageContext stage) : ITeacherSignals, IDisposable
{
    private readonly Dictionary<(string Teacher, string Signal, Split Examples), SignalTable> _kept = new(new SameExamples());

    /// <inheritdoc />
    public SignalTable Open(string teacher, string signal, Split examples)
    {
        if (_kept.TryGetValue((teacher, signal, examples), out var known)) return known;
        return _kept[(teacher, signal, examples)] = new SignalTable([Inference.Collect(teachers[teacher], examples.Inputs, [signal], stage)[signal]]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _kept.Values) signal.Dispose();
        _kept.Clear();
    }

    /// <summary>Two splits hold the same examples when their inputs are one object; weights and labels do not matter to a teacher.</summary>
    private sealed class SameExamples : IEqualityComparer<(string Teacher, string Signal, Split Examples)>
    {
        public bool Equals((string Teacher, string Signal, Split Examples) x, (string Teacher, string Signal, Split Examples) y) =>
            x.Teacher == y.Teacher && x.Signal == y.Signal && ReferenceEquals(x.Examples.Inputs, y.Examples.Inputs);

        public int GetHashCode((string Teacher, string Signal, Split Examples) key) =>
            HashCode.Combine(key.Teacher, key.Signal, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Examples.Inputs));
    }
}
