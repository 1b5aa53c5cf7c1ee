using System.Globalization;

namespace PluginKd.Tool.Display;

/// <summary>The closing table: every model on every split, side by side.</summary>
internal static class ResultTable
{
    private const int WideEnough = 92;

    public static void Show(RunResult result)
    {
        var metrics = result.Measurements.SelectMany(m => m.Measurement.Metrics).Where(IsHeadline).Select(m => m.Name).Distinct().ToList();
        var ratios = result.Measurements.SelectMany(m => m.Measurement.Metrics).Where(m => m.Unit == "ratio").Select(m => m.Name).ToHashSet();
        // A narrow terminal shows fewer columns whole rather than all of them cut; everything is in results.json.
        var room = Terminal.Out.Profile.Width;
        if (room < WideEnough) metrics = [.. metrics.Where(metric => metric != "examples").Take(Math.Max(1, (room - 34) / 12))];
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumn(new TableColumn("split").NoWrap()).AddColumn(new TableColumn("model").NoWrap());
        foreach (var metric in metrics) table.AddColumn(new TableColumn(Markup.Escape(metric)).RightAligned().NoWrap());
        var isWide = room >= WideEnough && !metrics.Contains("parameters");
        if (isWide) table.AddColumn(new TableColumn("parameters").RightAligned().NoWrap());
        foreach (var split in result.Measurements.Select(m => m.Split).Distinct())
        {
            foreach (var model in result.Models)
            {
                var cells = metrics.Select(metric => Cell(result.Find(model.Name, split, metric), ratios.Contains(metric)));
                table.AddRow([split, model.Name, .. cells, .. isWide ? [model.Parameters.ToString("N0", CultureInfo.InvariantCulture)] : Array.Empty<string>()]);
            }
        }

        Terminal.Out.Write(table);
        foreach (var split in result.Measurements.Select(m => m.Split).Distinct()) Compare(result, split);
        Terminal.Out.WriteLine($"run folder: {Path.GetRelativePath(Environment.CurrentDirectory, result.Folder)}  ({StageMeter.Duration(result.Elapsed)})");
    }

    /// <summary>Numbers by domain or class have a slash in their name and stand in results.json.</summary>
    private static bool IsHeadline(Metric metric) => !metric.Name.Contains('/', StringComparison.Ordinal);

    // Counts are whole numbers without a point; ratios keep theirs, also where they are 1.
    private static string Cell(double? value, bool isRatio) =>
        value is not { } number || double.IsNaN(number) ? "–"
        : number.ToString(Math.Abs(number) >= 1000 || (!isRatio && double.IsInteger(number)) ? "N0" : "0.0000", CultureInfo.InvariantCulture);

    /// <summary>Says in words how much of the way from the baseline to the teacher the student went.</summary>
    private static void Compare(RunResult result, string split)
    {
        if (result.Find("teacher", split, "accuracy") is not { } teacher || result.Find("baseline", split, "accuracy") is not { } baseline
            || result.Find("student", split, "accuracy") is not { } student) return;
        var gain = string.Create(CultureInfo.InvariantCulture, $"{split}: distillation {(student >= baseline ? "adds" : "loses")} {Math.Abs(student - baseline) * 100:0.0} points over the baseline");
        if (teacher > baseline && student >= baseline) gain += string.Create(CultureInfo.InvariantCulture, $", {(student - baseline) / (teacher - baseline) * 100:0} % of the way to the teacher");
        Terminal.Out.WriteLine(gain);
    }
}
