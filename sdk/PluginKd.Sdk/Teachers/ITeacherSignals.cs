namespace PluginKd.Sdk;

/// <summary>Gives the signals of frozen teachers for whole splits, computed once and kept.</summary>
/// <remarks>Raw: before temperature, float32, in evaluation mode.</remarks>
public interface ITeacherSignals
{
    /// <summary>Gets one signal for every example of a split.</summary>
    /// <param name="teacher">Name of the teacher.</param>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="examples">The N examples.</param>
    /// <returns>[N, …] on the CPU; shared, never changed and never disposed by the caller.</returns>
    Tensor Get(string teacher, string signal, Split examples);
}
