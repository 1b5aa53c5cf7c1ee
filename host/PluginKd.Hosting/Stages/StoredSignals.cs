namespace PluginKd.Hosting;

/// <summary>What teachers answer, from the store and as the pipeline wishes it kept; looked at when it is computed, because students learn from it.</summary>
internal sealed class StoredSignals(StageResults results, StageContext stage) : ITeacherSignals
{
    private readonly StoredOutputs _outputs = new(results, stage);

    /// <inheritdoc />
    public SignalTable Open(string teacher, string signal, Split examples) =>
        _outputs.Open(new StoredNetwork("teacher", teacher), signal, examples.Inputs, results.Format, new SignalHealth(teacher, signal));
}
