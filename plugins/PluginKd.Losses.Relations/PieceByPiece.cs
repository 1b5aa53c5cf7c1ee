namespace PluginKd.Losses.Relations;

/// <summary>Adds up a loss some examples at a time, each piece with its gradient, so that no two pieces are in memory at once.</summary>
internal static class PieceByPiece
{
    /// <summary>Adds up the pieces.</summary>
    /// <param name="student">What the gradient flows into.</param>
    /// <param name="count">Number of examples.</param>
    /// <param name="atOnce">Examples of a piece, 1 or more.</param>
    /// <param name="piece">Gives a scalar of the student's values, the first example and their number.</param>
    /// <returns>The sum; its gradient was computed along, and has none itself.</returns>
    public static Tensor Sum(Tensor student, long count, long atOnce, Func<Tensor, long, long, Tensor> piece)
    {
        var wantsGradient = is_grad_enabled() && student.requires_grad;
        var (sum, gradient) = (zeros_like(student.detach().flatten().narrow(0, 0, 1).squeeze(0)), wantsGradient ? zeros_like(student.detach()) : null);
        for (var first = 0L; first < count; first += atOnce)
        {
            using var scope = NewDisposeScope();
            var values = student.detach();
            if (wantsGradient) values.requires_grad = true;
            var part = piece(values, first, Math.Min(atOnce, count - first));
            sum.add_(part.detach());
            gradient?.add_(autograd.grad([part], [values])[0]);
        }

        if (gradient is null) return sum;
        // Adds nothing, and hands the gradient on.
        var way = (student * gradient).sum();
        return sum + (way - way.detach());
    }
}
