namespace TestPlugins.CsvEarlier;

/// <summary>Measures the version of the dependency that it got.</summary>
[KdPlugin("csv-earlier")]
public sealed class CsvEarlier : IEvaluator
{
    public Measurement Measure(EvaluationContext context) => new([], [new Table("dependency", ["library", "version"], [["CsvHelper", Version]])]);

    public override string ToString() => Version;

    private static string Version => typeof(CsvHelper.CsvReader).Assembly.GetName().Version!.ToString(3);
}
