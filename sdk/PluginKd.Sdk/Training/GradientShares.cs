using Microsoft.Extensions.Logging;

namespace PluginKd.Sdk;

/// <summary>Looks at the gradient of each loss term, so that a term that teaches nothing cannot stay unseen.</summary>
internal sealed partial class GradientShares(LossTerms terms, Tensor[] parameters, StageContext stage)
{
    // Below this share of the gradient norms a term is as good as not there.
    private const double Least = 0.01;

    private readonly HashSet<string> _named = [];

    /// <summary>Whether an epoch is one to look at: the first, and then ever more rarely, because it costs a backward pass a term.</summary>
    public static bool IsDue(int epoch) => epoch == 0 || (int.IsPow2(epoch) && int.Log2(epoch) % 2 == 0);

    /// <summary>Measures the share of each term in the sum of gradient norms, before the backward pass of the step; a term on its way to its weight may be faint.</summary>
    /// <exception cref="UserErrorException">A term depends on no trained weight.</exception>
    public void Measure(Moment moment)
    {
        var step = moment.Step;
        var norms = Norms();
        var sum = norms.Sum();
        for (var i = 0; i < norms.Length; i++)
        {
            var share = sum == 0 ? 0 : norms[i] / sum;
            if (terms.Count > 1) stage.Progress.Metric($"gradient-share/{terms.Name(i)}", share, step);
            if (share < Least && terms.IsAtItsWeight(i, moment) && _named.Add(terms.Name(i))) Faint(stage.Log, stage.Name, terms.Name(i), share, step + 1);
        }
    }

    /// <summary>Norm of the gradient of each term, with its weight, by the trained weights of the student.</summary>
    /// <exception cref="UserErrorException">A term depends on no trained weight.</exception>
    public double[] Norms() => [.. Enumerable.Range(0, terms.Count).Select(Norm)];

    private double Norm(int term)
    {
        if (!terms.Weighted[term].requires_grad)
            throw new UserErrorException($"the loss term '{terms.Name(term)}' depends on no weight of the student", "a scalar whose gradient flows into the student's signals",
                $"stage '{stage.Name}'", "in the loss, compute with batch.Student and do not detach it")
            {
                Kind = UserErrorKind.Plugin,
            };
        using var scope = NewDisposeScope();
        var sum = 0.0;
        foreach (var gradient in autograd.grad([terms.Weighted[term]], parameters, retain_graph: true, allow_unused: true))
        {
            if (gradient is null || gradient.IsInvalid) continue;
            var norm = linalg.vector_norm(gradient.to(float64)).ToDouble();
            sum += norm * norm;
        }

        return Math.Sqrt(sum);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "stage '{stage}': the loss term '{term}' has {share:P2} of the gradient in step {step}: it teaches next to nothing; look at its weight")]
    private static partial void Faint(ILogger log, string stage, string term, double share, long step);
}
