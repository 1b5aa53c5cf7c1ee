namespace PluginKd.Evaluation;

/// <summary>Reads classes off logits.</summary>
internal static class Predictions
{
    /// <summary>Gives the class with the largest logit of each example, [N].</summary>
    public static long[] Of(Tensor logits, string where)
    {
        using var scope = NewDisposeScope();
        // The largest of a row with a NaN would be an arbitrary class, and look like an answer.
        if (!logits.isfinite().all().ToBoolean())
            throw new UserErrorException("the network answers with numbers that are not finite", "finite class scores", where,
                "look for a loss that grew without bounds: lower optimizer.learning-rate")
            {
                Kind = UserErrorKind.Run,
            };
        return logits.argmax(1).data<long>().ToArray();
    }
}
