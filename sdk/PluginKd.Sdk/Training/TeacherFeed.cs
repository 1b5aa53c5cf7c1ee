using PluginKd.Torch;
namespace PluginKd.Sdk;

/// <summary>Hands the teachers' signals to each batch, from tensors computed before or by running the teachers.</summary>
public sealed class TeacherFeed
{
    private readonly (string Teacher, Func<Tensor, Signals> Gather)[] _teachers;

    private TeacherFeed((string, Func<Tensor, Signals>)[] teachers) => _teachers = teachers;

    /// <summary>No teacher.</summary>
    public static TeacherFeed None { get; } = new([]);

    /// <summary>Gathers signals that were computed once for all examples.</summary>
    /// <param name="context">Teachers and their signals.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="signals">Names of the signals wanted of each teacher.</param>
    public static TeacherFeed Cached(DistillContext context, Split examples, IReadOnlyList<string> signals) => signals.Count == 0 ? None : new(
        [.. context.Teachers.Keys.Select(teacher => (teacher, FromTensors(
            [.. signals.Select(signal => (signal, context.Signals.Get(teacher, signal, examples).to(context.Stage.Device)))])))]);

    /// <summary>Runs the teachers on each batch.</summary>
    /// <param name="context">Teachers and device.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="signals">Names of the signals wanted; none means that no teacher is run.</param>
    public static TeacherFeed Online(DistillContext context, Split examples, IReadOnlyList<string> signals) => signals.Count == 0 ? None : new(
        [.. context.Teachers.Select(teacher => (teacher.Key, FromNetwork(
            teacher.Value, [.. teacher.Value.Encode(examples.Inputs).Select(e => e.to(context.Stage.Device))])))]);

    /// <summary>Gives the signals of some examples.</summary>
    /// <param name="rows">Positions of the examples, int64 [N].</param>
    public IReadOnlyDictionary<string, Signals> For(Tensor rows) =>
        _teachers.ToDictionary(teacher => teacher.Teacher, teacher => teacher.Gather(rows));

    private static Func<Tensor, Signals> FromTensors((string Name, Tensor Values)[] signals)
    {
        var values = Array.ConvertAll(signals, signal => signal.Values);
        return rows =>
        {
            var gathered = Gather.Rows(rows, values);
            return new Signals([.. signals.Select((signal, i) => (signal.Name, gathered[i]))]);
        };
    }

    private static Func<Tensor, Signals> FromNetwork(Network network, Tensor[] encoded) => rows =>
    {
        using var quiet = no_grad();
        return network.call(Gather.Rows(rows, encoded));
    };
}
