namespace PluginKd.Sdk;

/// <summary>How well a network answers on a split with labels; examples, or tokens, without one are passed over.</summary>
/// <param name="Accuracy">Share of right answers, 0 to 1; of tokens where these have the labels.</param>
/// <param name="Loss">Mean cross-entropy, nats for each label.</param>
public readonly record struct ValidationScore(double Accuracy, double Loss)
{
    /// <summary>Asks a network for a whole split, in evaluation mode and without gradients.</summary>
    /// <param name="network">Left in the mode it was in.</param>
    /// <param name="split">One with a label at least.</param>
    /// <param name="stage">Device and the wish to stop.</param>
    public static ValidationScore Of(Network network, Split split, StageContext stage)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var logits = Inference.Collect(network, split.Inputs, [SignalNames.Logits], stage)[SignalNames.Logits];
        scope.Attach(logits);
        var labels = tensor(Array.ConvertAll(split.Targets, label => (long)label));
        var known = labels.ge(0).nonzero().squeeze(1);
        var (rows, targets) = (split.RowsOfTargets(logits).index_select(0, known), labels.index_select(0, known));
        return new(rows.argmax(1).eq(targets).to(float64).mean().ToDouble(), nn.functional.cross_entropy(rows, targets).ToDouble());
    }

    /// <summary>Finds the best score: the one with the highest accuracy, of equals the one with the lowest loss, of equals the first.</summary>
    /// <param name="scores">One or more.</param>
    /// <returns>Its place, from 0.</returns>
    public static int Best(IEnumerable<ValidationScore> scores) => scores.Index().OrderByDescending(s => s.Item.Accuracy).ThenBy(s => s.Item.Loss).First().Index;
}
