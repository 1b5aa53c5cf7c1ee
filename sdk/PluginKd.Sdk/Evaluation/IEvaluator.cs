namespace PluginKd.Sdk;

/// <summary>Measures a network on a split (kind <c>evaluate</c>); the only kind that sees test splits.</summary>
public interface IEvaluator
{
    /// <summary>Measures.</summary>
    /// <param name="context">The network's class scores, the labels, and the teacher's scores if there is one.</param>
    Measurement Measure(EvaluationContext context);
}

/// <summary>What an evaluator works with.</summary>
/// <param name="Stage">Seed, device, the wish to stop.</param>
/// <param name="Network">The network, in evaluation mode.</param>
/// <param name="Examples">The N examples with labels, domains, groups.</param>
/// <param name="Classes">Names of the C classes.</param>
/// <param name="Logits">The network's class scores, [M, C], on the CPU, a row for each of the M <see cref="Split.Targets"/> of the examples.</param>
/// <param name="TeacherLogits">The first teacher's class scores, [M, C], or null when the pipeline has none.</param>
public sealed record EvaluationContext(
    StageContext Stage, Network Network, Split Examples, IReadOnlyList<string> Classes, Tensor Logits, Tensor? TeacherLogits)
{
    /// <summary>What the network answers on the validation split, for what is to be chosen without a look at the test, such as a temperature; null without such a split, and when it is
    /// the one that is measured. Computed when it is asked for.</summary>
    public Lazy<ValidationScores>? Validation { get; init; }
}

/// <summary>Class scores on a validation split.</summary>
/// <param name="Examples">M examples with labels.</param>
/// <param name="Logits">[M, C], on the CPU.</param>
public sealed record ValidationScores(Split Examples, Tensor Logits);
