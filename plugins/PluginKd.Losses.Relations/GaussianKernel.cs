namespace PluginKd.Losses.Relations;

/// <summary>A Gaussian kernel of vectors, as the first terms of its Taylor series.</summary>
internal static class GaussianKernel
{
    /// <summary>Gives <c>e^−2γ · Σp≤P (2γ)^p / p! · (F·Fᵀ)^p</c>, [N, N]; of unit vectors that is near to <c>exp(−γ·|x − y|²)</c>.</summary>
    /// <param name="vectors">F [N, D].</param>
    /// <param name="settings">γ and P.</param>
    public static Tensor Of(Tensor vectors, CorrelationKernelSettings settings)
    {
        var (products, factor) = (vectors.mm(vectors.t()), Math.Exp(-2 * settings.Gamma));
        var (power, sum) = (ones_like(products), factor * ones_like(products));
        for (var p = 1; p <= settings.Order; p++)
        {
            factor *= 2 * settings.Gamma / p;
            power = power * products;
            sum = sum + (factor * power);
        }

        return sum;
    }
}
