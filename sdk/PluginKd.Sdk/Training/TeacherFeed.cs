using PluginKd.Torch;
namespace PluginKd.Sdk;

/// <summary>Hands the teachers' signals to each batch, from tensors computed before or by running the teachers.</summary>
public sealed class TeacherFeed
{
    private readonly Source[] _teachers;
    private readonly Tensor[] _columns;
    private readonly IReadOnlyList<EncodedAhead> _ahead;

    private TeacherFeed(Source[] teachers, IReadOnlyList<EncodedAhead>? ahead = null) =>
        (_teachers, _ahead, _columns) = (teachers, ahead ?? [], [.. teachers.SelectMany(teacher => teacher.Columns)]);

    /// <summary>No teacher.</summary>
    public static TeacherFeed None { get; } = new([]);

    /// <summary>What is stored of the teachers' signals, each [N, …]: whoever gathers other columns of a batch gathers these with them.</summary>
    internal IReadOnlyList<Tensor> Columns => _columns;

    /// <summary>Gathers signals that were computed once for all examples.</summary>
    /// <param name="context">Teachers and their signals.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="signals">Names of the signals wanted of each teacher.</param>
    public static TeacherFeed Cached(DistillContext context, Split examples, IReadOnlyList<string> signals) => signals.Count == 0 ? None : new(
        [.. context.Teachers.Keys.Select(teacher => new TableSource(
            teacher, [.. signals], [.. signals.Select(signal => context.Signals.Open(teacher, signal, examples))], context.Stage.Device))]);

    /// <summary>Runs the teachers on each batch.</summary>
    /// <param name="context">Teachers and device.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="signals">Names of the signals wanted; none means that no teacher is run.</param>
    public static TeacherFeed Online(DistillContext context, Split examples, IReadOnlyList<string> signals) => Online(context, examples, signals, BatchSource.MostHeld);

    /// <inheritdoc cref="Online(DistillContext, Split, IReadOnlyList{string})" />
    internal static TeacherFeed Online(DistillContext context, Split examples, IReadOnlyList<string> signals, int mostHeld)
    {
        if (signals.Count == 0) return None;
        var device = context.Stage.Device;
        if (examples.Count <= mostHeld)
            return new([.. context.Teachers.Select(teacher => FromHeld(teacher.Key, teacher.Value, [.. teacher.Value.Encode(examples.Inputs).Select(e => e.to(device))]))]);
        var ahead = context.Teachers.ToDictionary(teacher => teacher.Key, teacher => new EncodedAhead(teacher.Value, examples.Inputs, device));
        return new([.. context.Teachers.Select(teacher => new NetworkSource(teacher.Key, teacher.Value, ahead[teacher.Key].At))], [.. ahead.Values]);
    }

    /// <summary>Gives the signals of some examples.</summary>
    /// <param name="rows">Positions of the examples, int64 [N].</param>
    public IReadOnlyDictionary<string, Signals> For(Tensor rows) => For(new BatchRows(rows), _columns.Length > 0 ? Gather.Rows(rows, _columns) : []);

    /// <summary>Gives the signals of a batch.</summary>
    /// <param name="rows">Positions of the examples.</param>
    /// <param name="gathered">The rows of <see cref="Columns"/>.</param>
    internal IReadOnlyDictionary<string, Signals> For(BatchRows rows, ReadOnlySpan<Tensor> gathered)
    {
        var answers = new Dictionary<string, Signals>(_teachers.Length);
        foreach (var teacher in _teachers)
        {
            answers.Add(teacher.Name, teacher.Answer(rows, gathered[..teacher.Columns.Length]));
            gathered = gathered[teacher.Columns.Length..];
        }

        return answers;
    }

    /// <summary>Says which batch comes after the one that is asked for now.</summary>
    internal void Expect(BatchRows next)
    {
        foreach (var ahead in _ahead) ahead.Expect(next);
    }

    private static NetworkSource FromHeld(string name, Network network, Tensor[] encoded) => new(name, network, rows => Gather.Rows(rows.Rows, encoded));

    private abstract class Source(string name)
    {
        public string Name => name;

        public virtual Tensor[] Columns => [];

        public abstract Signals Answer(BatchRows rows, ReadOnlySpan<Tensor> gathered);
    }

    // On the CPU the tables stay where they are, in files that are mapped into memory; a GPU gets its copy once.
    private sealed class TableSource(string name, string[] signals, SignalTable[] tables, Device device) : Source(name)
    {
        public override Tensor[] Columns { get; } = [.. tables.SelectMany(table => table.Columns).Select(column => column.to(device))];

        public override Signals Answer(BatchRows rows, ReadOnlySpan<Tensor> gathered)
        {
            var answer = new (string, Tensor)[signals.Length];
            for (var i = 0; i < signals.Length; i++)
            {
                var count = tables[i].Columns.Count;
                answer[i] = (signals[i], tables[i].Decode(gathered[..count].ToArray()));
                gathered = gathered[count..];
            }

            return new Signals(answer);
        }
    }

    private sealed class NetworkSource(string name, Network network, Func<BatchRows, IReadOnlyList<Tensor>> encoded) : Source(name)
    {
        public override Signals Answer(BatchRows rows, ReadOnlySpan<Tensor> gathered)
        {
            using var quiet = no_grad();
            return network.call(encoded(rows));
        }
    }
}
