namespace TestPlugins.CsvLater;

/// <summary>Measures the version of the dependency that it got.</summary>
[KdPlugin("csv-later")]
public sealed class CsvLater : IEvaluator
{
    public Measurement Measure(EvaluationContext context) => new([], [new Table("dependency", ["library", "version"], [["CsvHelper", Version]])]);

    public override string ToString() => Version;

    private static string Version => typeof(CsvHelper.CsvReader).Assembly.GetName().Version!.ToString(3);
}
