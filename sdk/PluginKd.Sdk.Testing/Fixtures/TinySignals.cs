namespace PluginKd.Sdk.Testing;

/// <summary>Signals of networks, computed whenever they are asked for.</summary>
/// <param name="teachers">The networks by name.</param>
/// <param name="stage">Device and the wish to stop.</param>
public sealed class TinySignals(IReadOnlyDictionary<string, Network> teachers, StageContext stage) : ITeacherSignals
{
    /// <inheritdoc />
    public SignalTable Open(string teacher, string signal, Split examples) =>
        new([Inference.Collect(teachers[teacher], examples.Inputs, [signal], stage)[signal]]);
}
