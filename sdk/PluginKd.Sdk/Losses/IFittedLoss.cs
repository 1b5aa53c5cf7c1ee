namespace PluginKd.Sdk;

/// <summary>A loss that looks at the whole training set before the first step, such as projections of teacher embeddings.</summary>
public interface IFittedLoss : ILoss
{
    /// <summary>Fits the loss; called once, before the student is made.</summary>
    /// <param name="context">Teacher signals and labels of the whole transfer set.</param>
    void Fit(LossFitContext context);
}

/// <summary>The whole transfer set, as a loss sees it before training.</summary>
/// <param name="Stage">Seed, device, log.</param>
/// <param name="Examples">The N training examples with labels and indices.</param>
/// <param name="Classes">Number of classes, C.</param>
/// <param name="TeacherSignals">Gets a signal [N, …] of a named teacher: arguments are the teacher's and the signal's name.</param>
public sealed record LossFitContext(StageContext Stage, Split Examples, int Classes, Func<string, string, Tensor> TeacherSignals);
