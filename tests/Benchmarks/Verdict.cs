using System.Globalization;

namespace PluginKd.Benchmarks;

/// <summary>Prints what was measured beside what was promised.</summary>
internal static class Verdict
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>One line for a figure that must not exceed a bound; tells whether it does not.</summary>
    public static bool AtMost(string what, double value, double bound, string unit, string beside = "")
    {
        var met = value <= bound;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-64} {value,9:0.###} {unit,-8} must be ≤ {bound:0.##}   {(met ? "met" : "MISSED")}   {beside}"));
        return met;
    }

    /// <summary>The ratio of paired rounds, ours to theirs: both of a round share the machine's mood.</summary>
    public static bool Ratio(string what, IReadOnlyList<double> ours, IReadOnlyList<double> theirs, double bound, string unit, string peer = "Python") => AtMost(
        what, Median(ours.Zip(theirs, (a, b) => a / b)), bound, "× " + peer,
        string.Create(CultureInfo.InvariantCulture, $"{Median(ours):0.#} against {Median(theirs):0.#} {unit}; ratios {Spread(ours, theirs)}"));

    /// <summary>The ratio where nothing is promised.</summary>
    public static void Unbound(string what, IReadOnlyList<double> ours, IReadOnlyList<double> theirs, string unit, string beside = "") => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture,
            $"  {what,-64} {Median(ours.Zip(theirs, (a, b) => a / b)),9:0.###} ×   {Median(ours):0.#} against {Median(theirs):0.#} {unit}; ratios {Spread(ours, theirs)}   {beside}"));

    private static string Spread(IReadOnlyList<double> ours, IReadOnlyList<double> theirs)
    {
        var ratios = ours.Zip(theirs, (a, b) => a / b).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{ratios.Min():0.00} to {ratios.Max():0.00}");
    }
}
