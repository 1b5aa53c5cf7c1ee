namespace PluginKd.Sdk;

/// <summary>What an evaluator found out.</summary>
/// <param name="Metrics">Numbers, each with its unit.</param>
/// <param name="Tables">Tables, such as a confusion matrix.</param>
public sealed record Measurement(IReadOnlyList<Metric> Metrics, IReadOnlyList<Table> Tables);

/// <summary>A number with a name and a unit.</summary>
/// <param name="Name">Such as <c>accuracy</c>, <c>accuracy/books</c>.</param>
/// <param name="Value">Ratios run from 0 to 1.</param>
/// <param name="Unit">Such as <c>ratio</c>, <c>nats</c>, <c>examples</c>.</param>
public sealed record Metric(string Name, double Value, string Unit)
{
    /// <summary>Whether it depends on the machine's pace, as a latency does: two runs that are alike need not agree on it.</summary>
    public bool Varies { get; init; }
}

/// <summary>A small table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, as many in each row as there are headings.</param>
public sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
