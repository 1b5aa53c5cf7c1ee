using PluginKd.Torch;
namespace PluginKd.Sdk;

/// <summary>Hands the teachers' signals to each batch, from tensors computed before or by running the teachers.</summary>
public sealed class TeacherFeed
{
    private readonly (string Teacher, Func<BatchRows, Signals> Gather)[] _teachers;
    private readonly IReadOnlyList<EncodedAhead> _ahead;

    private TeacherFeed((string, Func<BatchRows, Signals>)[] teachers, IReadOnlyList<EncodedAhead>? ahead = null) => (_teachers, _ahead) = (teachers, ahead ?? []);

    /// <summary>No teacher.</summary>
    public static TeacherFeed None { get; } = new([]);

    /// <summary>Gathers signals that were computed once for all examples.</summary>
    /// <param name="context">Teachers and their signals.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="signals">Names of the signals wanted of each teacher.</param>
    public static TeacherFeed Cached(DistillContext context, Split examples, IReadOnlyList<string> signals) => signals.Count == 0 ? None : new(
        [.. context.Teachers.Keys.Select(teacher => (teacher, FromTables(
            [.. signals.Select(signal => (signal, context.Signals.Open(teacher, signal, examples)))], context.Stage.Device)))]);

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
            return new([.. context.Teachers.Select(teacher => (teacher.Key, FromHeld(teacher.Value, [.. teacher.Value.Encode(examples.Inputs).Select(e => e.to(device))])))]);
        var ahead = context.Teachers.ToDictionary(teacher => teacher.Key, teacher => new EncodedAhead(teacher.Value, examples.Inputs, device));
        return new([.. context.Teachers.Select(teacher => (teacher.Key, FromNetwork(teacher.Value, ahead[teacher.Key].At)))], [.. ahead.Values]);
    }

    /// <summary>Gives the signals of some examples.</summary>
    /// <param name="rows">Positions of the examples, int64 [N].</param>
    public IReadOnlyDictionary<string, Signals> For(Tensor rows) => For(new BatchRows(rows));

    /// <summary>Gives the signals of a batch.</summary>
    internal IReadOnlyDictionary<string, Signals> For(BatchRows rows) => _teachers.ToDictionary(teacher => teacher.Teacher, teacher => teacher.Gather(rows));

    /// <summary>Says which batch comes after the one that is asked for now.</summary>
    internal void Expect(BatchRows next)
    {
        foreach (var ahead in _ahead) ahead.Expect(next);
    }

    // On the CPU the tables stay where they are, in files that are mapped into memory; a GPU gets its copy once.
    private static Func<BatchRows, Signals> FromTables((string Name, SignalTable Table)[] signals, Device device)
    {
        var columns = signals.SelectMany(signal => signal.Table.Columns).Select(column => column.to(device)).ToArray();
        return rows =>
        {
            var gathered = Gather.Rows(rows.Rows, columns);
            var answer = new (string, Tensor)[signals.Length];
            for (int i = 0, at = 0; i < signals.Length; at += signals[i].Table.Columns.Count, i++)
                answer[i] = (signals[i].Name, signals[i].Table.Decode(gathered[at..(at + signals[i].Table.Columns.Count)]));
            return new Signals(answer);
        };
    }

    private static Func<BatchRows, Signals> FromHeld(Network network, Tensor[] encoded) => FromNetwork(network, rows => Gather.Rows(rows.Rows, encoded));

    private static Func<BatchRows, Signals> FromNetwork(Network network, Func<BatchRows, IReadOnlyList<Tensor>> encoded) => rows =>
    {
        using var quiet = no_grad();
        return network.call(encoded(rows));
    };
}
