using System.Globalization;

namespace PluginKd.Teachers;

/// <summary>Reads the logits of a teacher that ran elsewhere; nothing is run or trained here.</summary>
/// <remarks>
/// The teacher is named <c>teacher</c> and offers <c>logits</c>. Rows find their examples by order, number or text; from then on they belong to the
/// content of the input, so that examples with the same input share the mean of their rows. It answers for inputs that it has rows of, and is not
/// measured on splits that it lacks some of. Log-probabilities are logits, too. There is no paper to depart from.
/// </remarks>
/// <param name="settings">File, alignment and splits.</param>
[KdPlugin("precomputed", Settings = typeof(PrecomputedTeacherSettings))]
public sealed class PrecomputedTeacher(PrecomputedTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";
    private const int Shown = 5;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { [Name] = [SignalNames.Logits] };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        foreach (var problem in data.FindUnknown(settings.On, "on")) yield return problem;
        if (settings.By == RowAlignment.Text && data.Modality != Modality.Text)
            yield return new UserErrorException($"rows are found by text, and the data are {data.Modality.Describe()}", "texts", "by", "use \"by\": \"order\" or \"id\"");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.Cancellation.ThrowIfCancellationRequested();
        var (data, rows) = (context.Data, Read(context));
        var width = data.Classes.Count;
        ReadOnlyMemory<float> Logits(int row) => rows.Values.AsMemory(row * width, width);
        var network = PrecomputedNetwork.Of(Aligned(data, rows).Select(pair => (pair.Mark, Logits(pair.Row))), width);
        network.eval();
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => PrecomputedNetwork.Like(request);

    private LogitRows Read(TeacherContext context)
    {
        var file = DataFile.Find(context.Stage.PathOf(settings.Path), "teacher.path");
        var classes = context.Data.Classes;
        var isSafeTensors = file.Path.EndsWith(".safetensors", StringComparison.Ordinal);
        if ((isSafeTensors && settings.By == RowAlignment.Text) || (settings.By != RowAlignment.Order && LogitArrayFile.IsNpy(file.Path)))
            throw new UserErrorException($"the rows of this file have no {(settings.By == RowAlignment.Text ? "texts" : "numbers of examples")}", "a .csv or .tsv file, or rows in order", file.Path, "use \"by\": \"order\"");
        if (isSafeTensors) return LogitArrayFile.ReadSafeTensors(file.Path, settings.By == RowAlignment.Id, classes.Count);
        if (LogitArrayFile.IsNpy(file.Path)) return LogitArrayFile.ReadNpy(file.Path, classes.Count);
        return LogitTextFile.Read(file, settings.By switch { RowAlignment.Id => "id", RowAlignment.Text => "text", _ => null }, classes);
    }

    private IEnumerable<(UInt128 Mark, int Row)> Aligned(DataBundle data, LogitRows rows)
    {
        if (settings.By == RowAlignment.Order)
        {
            var examples = data.Join(settings.On);
            return examples.Count == rows.Count ? InputMarks.Of(examples.Inputs).Index().Select(e => (e.Item, e.Index))
                : throw new UserErrorException($"the file has {rows.Count} rows", $"{examples.Count}, one for each example of {string.Join(", ", settings.On)}, in this order", rows.Where(rows.Count - 1),
                    "compute the logits of these splits, or name the splits of the rows in teacher.on");
        }

        var at = rows.Keys!.Index().ToDictionary(key => key.Item, key => key.Index);
        foreach (var name in settings.On) RequireAll(data[name], at, rows);
        // Rows by text may be for examples that nobody sees before evaluation.
        return settings.By == RowAlignment.Text ? rows.Keys!.Index().Select(key => (InputMarks.Of(key.Item), key.Index))
            : data.Splits.SelectMany(split => InputMarks.Of(split.Inputs).Zip(Keys(split)).Where(e => at.ContainsKey(e.Second)).Select(e => (e.First, at[e.Second])));
    }

    private void RequireAll(Split split, Dictionary<string, int> at, LogitRows rows)
    {
        var missing = Keys(split).Where(key => !at.ContainsKey(key)).ToList();
        if (missing.Count == 0) return;
        throw new UserErrorException($"{missing.Count} of {split.Count} examples of '{split.Name}' have no row: {string.Join(", ", missing.Take(Shown))}{(missing.Count > Shown ? ", …" : "")}",
            $"a row for every example of {string.Join(", ", settings.On)}", rows.Path, "add the rows, or take the split out of teacher.on and of what is learned from");
    }

    private IEnumerable<string> Keys(Split split) => settings.By == RowAlignment.Text
        ? ((TextInputs)split.Inputs).Texts
        : split.Ids ?? split.Indices.Select(index => index.ToString(CultureInfo.InvariantCulture));
}
