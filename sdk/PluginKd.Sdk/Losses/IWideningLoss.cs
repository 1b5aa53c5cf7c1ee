namespace PluginKd.Sdk;

/// <summary>A loss that needs more outputs than classes, and says how class scores are read from them.</summary>
/// <remarks>The student is made with <see cref="Outputs"/> logits; other losses and evaluators see <see cref="ReadClassScores"/> of them. One a pipeline.</remarks>
public interface IWideningLoss : ILoss
{
    /// <summary>Says how many outputs the student needs.</summary>
    /// <param name="classes">Number of classes, C.</param>
    int Outputs(int classes);

    /// <summary>Reads class scores from the wide outputs.</summary>
    /// <param name="wide">[N, Outputs].</param>
    /// <returns>[N, C].</returns>
    Tensor ReadClassScores(Tensor wide);
}
