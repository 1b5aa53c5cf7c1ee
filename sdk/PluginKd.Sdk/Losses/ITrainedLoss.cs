namespace PluginKd.Sdk;

/// <summary>A loss with parameters or buffers of its own, such as a regressor or a memory bank.</summary>
/// <remarks>Parameters are trained with the student; all state is in checkpoints; none of it is exported with the student.</remarks>
public interface ITrainedLoss : ILoss
{
    /// <summary>Makes the module once both shapes are known; called once, before the first step.</summary>
    /// <param name="student">Signals of one small student batch, for their shapes.</param>
    /// <param name="teacher">Signals of the same batch from the first teacher, or null.</param>
    /// <returns>The module that holds the parameters and buffers.</returns>
    nn.Module CreateModule(Signals student, Signals? teacher);
}
