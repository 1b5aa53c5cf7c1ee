namespace PluginKd.Evaluation;

/// <summary>Reads classes off logits.</summary>
internal static class Predictions
{
    /// <summary>Gives the class with the largest logit of each example, [N].</summary>
    public static long[] Of(Tensor logits, string where)
    {
        using var scope = NewDisposeScope();
        RequireFinite(logits, where);
        return logits.argmax(1).data<long>().ToArray();
    }

    /// <summary>Refuses scores that are no numbers: the largest of a row with a NaN would be an arbitrary class, and look like an answer.</summary>
    public static void RequireFinite(Tensor logits, string where)
    {
        using var scope = NewDisposeScope();
        if (logits.isfinite().all().ToBoolean()) return;
        throw new UserErrorException("the network answers with numbers that are not finite", "finite class scores", where,
            "look for a loss that grew without bounds: lower optimizer.learning-rate")
        {
            Kind = UserErrorKind.Run,
        };
    }

    /// <summary>Says that there is nothing to hold answers against.</summary>
    public static UserErrorException NoLabels(Split examples) => new($"no example of split '{examples.Name}' has a label", "labelled examples to measure on",
        $"split '{examples.Name}'", "evaluate on another split, or give labels");
}
