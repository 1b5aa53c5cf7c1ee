namespace PluginKd.Evaluation;

/// <summary>The class that says that two belong together, and how sure a network is of it.</summary>
internal static class PositiveClass
{
    /// <summary>Finds the class.</summary>
    /// <param name="classes">Names of the C classes.</param>
    /// <param name="name">Its name, or null for the last one.</param>
    /// <exception cref="UserErrorException">There is no such class.</exception>
    public static int Find(IReadOnlyList<string> classes, string? name)
    {
        if (name is null) return classes.Count - 1;
        for (var c = 0; c < classes.Count; c++)
        {
            if (classes[c] == name) return c;
        }

        throw Unknown(classes, name);
    }

    /// <summary>Scores examples by ln(p / (1 − p)) of the class, which for two classes is z₁ − z₀.</summary>
    /// <param name="logits">[N, C].</param>
    /// <param name="positive">The class.</param>
    /// <param name="where">Whose logits these are, for the message.</param>
    /// <returns>float64 [N].</returns>
    public static Tensor LogOdds(Tensor logits, int positive, string where)
    {
        Predictions.RequireFinite(logits, where);
        var z = logits.to(float64);
        var others = cat([z.narrow(1, 0, positive), z.narrow(1, positive + 1, z.size(1) - positive - 1)], 1);
        return z.select(1, positive) - others.logsumexp(1);
    }

    /// <summary>Says that there is no such class.</summary>
    public static UserErrorException Unknown(IReadOnlyList<string> classes, string positive) =>
        new($"there is no class '{positive}'", $"one of: {string.Join(", ", classes)}", "positive", "name one of these, or leave positive out for the last one");
}
