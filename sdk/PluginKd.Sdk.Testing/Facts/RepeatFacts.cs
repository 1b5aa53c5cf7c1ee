using System.Globalization;

namespace PluginKd.Sdk.Testing;

/// <summary>Facts about repeating the same work, of every kind.</summary>
internal static class RepeatFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5010", "The same seed gives the same bits", "A run could not be repeated.", LookAtSeed),
        new("KD5011", "Where numbers are written another way, it gives the same bits",
            "The same pipeline would run in one country and fail, or differ, in another.", LookAtNumbers),
        new("KD5012", "Where letters are another, as in Turkish, it gives the same bits",
            "The Turkish capital of i is no I: words change when a plugin changes case by the person's language.", LookAtLetters),
        new("KD5013", "Two instances at once do not meddle with each other",
            "A pipeline may name a plugin twice, with other settings.", Twins.Look),
    ];

    private static string LookAtSeed(ConformanceRun run) => run.Each(settings =>
    {
        Verdict.FailIf(run.Unsteady(settings));
        return "";
    });

    private static string LookAtNumbers(ConformanceRun run) => LookUnder(Continental(), run, "where a comma stands for the point");

    private static string LookAtLetters(ConformanceRun run)
    {
        var turkish = Turkish();
        if (turkish is null)
            Verdict.Skip("this process has no cultures (InvariantGlobalization is on); a test project without it can look");
        return LookUnder(turkish, run, "under tr-TR");
    }

    private static string LookUnder(CultureInfo culture, ConformanceRun run, string where) => run.Each(settings =>
    {
        if (run.Unsteady(settings) is not null) Verdict.Skip("it does not repeat itself anywhere, see KD5010");
        var usual = run.Work(settings).Gave;
        if (Under(culture, () => run.Work(settings).Gave.DifferenceFrom(usual)) is { } found) Verdict.Fail($"{where}: {found}");
        return "";
    });

    private static string? Under(CultureInfo culture, Func<string?> work)
    {
        var usual = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return work();
        }
        catch (Exception problem) when (problem is not (Verdict or OutOfMemoryException))
        {
            return ConformanceRun.Describe(problem);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = usual;
        }
    }

    // Made, not named: it is there in a process without cultures, too.
    private static CultureInfo Continental()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }

    // With the usual numbers, which have a fact of their own.
    private static CultureInfo? Turkish()
    {
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
            (culture.NumberFormat, culture.DateTimeFormat) = (NumberFormatInfo.InvariantInfo, DateTimeFormatInfo.InvariantInfo);
            return culture.TextInfo.ToUpper('i') == 'I' ? null : culture;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
