namespace PluginKd.Sdk;

/// <summary>Turns labels as written in files into classes, and names the file and line of one that training never saw.</summary>
/// <param name="classes">Classes in order; see <see cref="FromTraining"/>.</param>
public sealed class LabelReader(IReadOnlyList<string> classes)
{
    private readonly Dictionary<string, int> _numbers = classes.Select((name, number) => (name, number)).ToDictionary(c => c.name, c => c.number);

    /// <summary>The classes in order.</summary>
    public IReadOnlyList<string> Classes { get; } = classes;

    /// <summary>Collects the classes of the training labels: in numeric order when all are whole numbers, else by ordinal.</summary>
    /// <param name="labels">Labels as written; empty ones mean unlabelled.</param>
    public static LabelReader FromTraining(IEnumerable<string> labels)
    {
        var distinct = labels.Where(label => label.Length > 0).Distinct().ToList();
        return new LabelReader(distinct.TrueForAll(label => long.TryParse(label, out _))
            ? [.. distinct.OrderBy(long.Parse)]
            : [.. distinct.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Reads one label.</summary>
    /// <param name="label">As written; empty means unlabelled.</param>
    /// <param name="where">File and line.</param>
    /// <exception cref="UserErrorException">Training has no such label.</exception>
    public int Read(string label, string where) => label.Length == 0 ? Split.Unlabelled
        : _numbers.TryGetValue(label, out var number) ? number
        : throw new UserErrorException($"label '{label}' does not occur in the training split", $"one of: {string.Join(", ", Classes)}", where,
            "correct the label, or add examples of this class to the training file");
}
