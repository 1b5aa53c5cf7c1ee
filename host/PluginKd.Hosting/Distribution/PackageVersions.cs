using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginKd.Hosting;

/// <summary>Compares versions as NuGet does: numbers by value, a prerelease before its release, build metadata not at all.</summary>
internal static partial class PackageVersions
{
    /// <summary>Whether a text is a version that can name a package: three or four numbers, perhaps a prerelease.</summary>
    public static bool IsValid(string version) => Shape().IsMatch(version);

    /// <summary>Whether a version is one of those before a release.</summary>
    public static bool IsPrerelease(string version) => Bare(version).Contains('-', StringComparison.Ordinal);

    /// <summary>Drops the build metadata, which no feed tells apart.</summary>
    public static string Bare(string version) => version.Split('+')[0];

    /// <summary>Orders two valid versions.</summary>
    public static int Compare(string a, string b)
    {
        var (left, right) = (Bare(a).Split('-', 2), Bare(b).Split('-', 2));
        var numbers = CompareParts(left[0].Split('.'), right[0].Split('.'), missing: "0");
        if (numbers != 0) return numbers;
        return (left.Length, right.Length) switch
        {
            (1, 1) => 0,
            (1, _) => 1,
            (_, 1) => -1,
            _ => CompareParts(left[1].Split('.'), right[1].Split('.'), missing: null),
        };
    }

    /// <summary>Finds the newest version; a prerelease only when asked for.</summary>
    public static string? Newest(IEnumerable<string> versions, bool prerelease) =>
        versions.Where(version => IsValid(version) && (prerelease || !IsPrerelease(version))).Order(Comparer<string>.Create(Compare)).LastOrDefault();

    /// <summary>Finds up to three versions on either side of one that is not there.</summary>
    public static IReadOnlyList<string> Around(string version, IEnumerable<string> versions)
    {
        var sorted = versions.Where(IsValid).Distinct().Order(Comparer<string>.Create(Compare)).ToList();
        return [.. sorted.Where(v => Compare(v, version) < 0).TakeLast(3), .. sorted.Where(v => Compare(v, version) >= 0).Take(3)];
    }

    private static int CompareParts(string[] a, string[] b, string? missing)
    {
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var order = ComparePart(i < a.Length ? a[i] : missing, i < b.Length ? b[i] : missing);
            if (order != 0) return order;
        }

        return 0;
    }

    private static int ComparePart(string? a, string? b) =>
        a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
        : (IsNumber(a, out var x), IsNumber(b, out var y)) switch
        {
            (true, true) => x.CompareTo(y),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(a.ToLowerInvariant(), b.ToLowerInvariant()),
        };

    private static bool IsNumber(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(@"^\d{1,9}\.\d{1,9}\.\d{1,9}(\.\d{1,9})?(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
