namespace PluginKd.Sdk.Testing;

/// <summary>N made-up examples for a loss: signals of both sides in float64, labels, weights.</summary>
/// <param name="Student">Signals of the student by name, each [N, …].</param>
/// <param name="Teacher">Signals of the teacher.</param>
/// <param name="Labels">N labels.</param>
/// <param name="Indices">N numbers of the examples.</param>
/// <param name="Weights">N weights, or null.</param>
internal sealed record LossExamples(
    IReadOnlyList<(string Name, Tensor Values)> Student, IReadOnlyList<(string Name, Tensor Values)> Teacher, long[] Labels, long[] Indices, float[]? Weights = null)
{
    public int Count => Labels.Length;

    /// <summary>Picks examples by position, in the order given; may repeat.</summary>
    public LossExamples Take(params int[] rows)
    {
        using var index = tensor(rows.Select(row => (long)row).ToArray());
        IReadOnlyList<(string, Tensor)> Picked(IReadOnlyList<(string Name, Tensor Values)> signals) =>
            [.. signals.Select(signal => (signal.Name, signal.Values.index_select(0, index)))];
        return new LossExamples(Picked(Student), Picked(Teacher), [.. rows.Select(row => Labels[row])], [.. rows.Select(row => Indices[row])],
            Weights is null ? null : [.. rows.Select(row => Weights[row])]);
    }

    /// <summary>The same examples with other values of the signals.</summary>
    /// <param name="student">New values of the student's.</param>
    /// <param name="teacher">New values of the teacher's.</param>
    public LossExamples With(Func<Tensor, Tensor> student, Func<Tensor, Tensor> teacher) => this with
    {
        Student = [.. Student.Select(signal => (signal.Name, student(signal.Values)))],
        Teacher = [.. Teacher.Select(signal => (signal.Name, teacher(signal.Values)))],
    };
}
