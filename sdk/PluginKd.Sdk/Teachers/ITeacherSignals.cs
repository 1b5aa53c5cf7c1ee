namespace PluginKd.Sdk;

/// <summary>Gives the signals of frozen teachers for whole splits, computed once and kept.</summary>
/// <remarks>Raw: before temperature, in evaluation mode.</remarks>
public interface ITeacherSignals
{
    /// <summary>Opens one signal for every example of a split, to gather batches from.</summary>
    /// <param name="teacher">Name of the teacher.</param>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="examples">The N examples.</param>
    /// <returns>N rows; shared, never disposed by the caller.</returns>
    SignalTable Open(string teacher, string signal, Split examples);

    /// <summary>Gets one signal for every example of a split, all in memory.</summary>
    /// <param name="teacher">Name of the teacher.</param>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="examples">The N examples.</param>
    /// <returns>[N, …] on the CPU, float32; shared, never changed and never disposed by the caller.</returns>
    Tensor Get(string teacher, string signal, Split examples) => Open(teacher, signal, examples).ToTensor();
}
