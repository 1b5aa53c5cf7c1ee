namespace PluginKd.Sdk;

/// <summary>Turns labels as written in files into classes, and names the file and line of one that training never saw.</summary>
/// <param name="classes">Classes in order; see <see cref="FromTraining"/>.</param>
public sealed class LabelReader(IReadOnlyList<string> classes)
{
    private const int MostListed = 10;
    private const int LongestShown = 60;
    private const int MostSingleClasses = 50;

    private readonly Dictionary<string, int> _numbers = classes.Select((name, number) => (name, number)).ToDictionary(c => c.name, c => c.number);

    /// <summary>The classes in order.</summary>
    public IReadOnlyList<string> Classes { get; } = classes;

    /// <summary>Collects the classes of the training labels: in numeric order when all are whole numbers, else by ordinal.</summary>
    /// <param name="labels">Labels as written; empty ones mean unlabelled.</param>
    /// <param name="where">The training file.</param>
    /// <exception cref="UserErrorException">There are fewer than two classes, or so many that the labels are no classes.</exception>
    public static LabelReader FromTraining(IEnumerable<string> labels, string where = "the training split")
    {
        var sizes = labels.Where(label => label.Length > 0).CountBy(label => label).ToDictionary();
        if (sizes.Count < 2)
            throw new UserErrorException(sizes.Count == 0 ? "no training example has a label" : $"every training label is '{Short(sizes.First().Key)}'",
                "at least two classes", where, "check that the file is whole and that data.columns, where there is one, names the column of the label");
        var (single, all) = (sizes.Values.Count(size => size == 1), sizes.Values.Sum());
        if (sizes.Count > MostSingleClasses && single > all / 2)
            throw new UserErrorException($"{single} of {all} training labels occur once only, such as '{Short(sizes.First(s => s.Value == 1).Key)}'",
                "classes with several examples each", where, "check data.columns: the label may stand in another column (image-csv takes the last one)");
        return new LabelReader(sizes.Keys.All(label => long.TryParse(label, out _))
            ? [.. sizes.Keys.OrderBy(long.Parse)]
            : [.. sizes.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Reads one label.</summary>
    /// <param name="label">As written; empty means unlabelled.</param>
    /// <param name="where">File and line.</param>
    /// <exception cref="UserErrorException">Training has no such label.</exception>
    public int Read(string label, string where) => Check(label, where) is { } problem ? throw problem : label.Length == 0 ? Split.Unlabelled : _numbers[label];

    /// <summary>Says what is wrong with a label, for a source that may leave its example out.</summary>
    /// <param name="label">As written; empty means unlabelled.</param>
    /// <param name="where">File and line.</param>
    /// <returns>Null when training has such a label.</returns>
    public UserErrorException? Check(string label, string where) => label.Length == 0 || _numbers.ContainsKey(label) ? null
        : new UserErrorException($"label '{Short(label)}' does not occur in the training split", $"one of: {Listed()}", where,
            "correct the label, or add examples of this class to the training file");

    private string Listed() => Classes.Count <= MostListed
        ? string.Join(", ", Classes.Select(Short))
        : $"{string.Join(", ", Classes.Take(MostListed).Select(Short))}, … ({Classes.Count} in all)";

    // A text taken for a label would fill the screen.
    private static string Short(string label) => label.Length <= LongestShown ? label : label[..LongestShown] + "…";
}
