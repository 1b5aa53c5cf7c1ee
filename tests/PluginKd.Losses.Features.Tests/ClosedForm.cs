using System.Globalization;

namespace PluginKd.Losses.Features.Tests;

/// <summary>Weights of the losses' modules, as reference/features.py has them.</summary>
internal static class ClosedForm
{
    /// <summary>One layer from width to width.</summary>
    public static void Regressor(nn.Module module) => Fill(module, (name, at) => name.EndsWith("weight", StringComparison.Ordinal)
        ? 0.2 * Math.Sin(1 + (0.5 * at[0]) + (0.3 * at[1]))
        : 0.1 * Math.Cos(at[0]));

    /// <summary>The three layers of vid; the variance stays as it was made.</summary>
    public static void Mean(nn.Module module) =>
        Fill(module, (name, at) => 0.2 * Math.Sin(1 + (Number(name.Split('.')[^2]) / 2) + (0.5 * at[0]) + (0.3 * at[1])), name => name.EndsWith("weight", StringComparison.Ordinal));

    /// <summary>The three convolutions of translators, "0", and of paraphrasers, "1".</summary>
    public static void Factors(nn.Module module) => Fill(module, (name, at) =>
    {
        var k = (Number(name.Split('.')[^2]) / 2) + (name.StartsWith("0.", StringComparison.Ordinal) ? 3 : 0);
        return name.EndsWith("weight", StringComparison.Ordinal)
            ? 0.1 * Math.Sin(1 + k + (0.5 * at[0]) + (0.3 * at[1]) + (0.7 * at[2]) + (1.1 * at[3]))
            : 0.05 * Math.Cos(k + at[0]);
    });

    private static void Fill(nn.Module module, Func<string, long[], double> value, Func<string, bool>? which = null)
    {
        using var quiet = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
            if (which is null || which(name)) parameter.copy_(Golden.Table(parameter.shape, at => value(name, at)));
    }

    private static int Number(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
