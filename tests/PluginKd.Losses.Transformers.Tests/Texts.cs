namespace PluginKd.Losses.Transformers.Tests;

/// <summary>The closed-form signals of reference/transformers.py: texts of 6 and 4 positions, the student's 6 wide, the teacher's 7; float64.</summary>
internal static class Texts
{
    private static readonly int[] Lengths = [6, 4];

    public static Tensor Mask(int width = 6) => Filled([2, width], _ => 1);

    public static Tensor Student(double shift) => Filled([2, 6, 8], at => Math.Sin((0.9 * at[1]) + (0.4 * at[2]) + shift + (0.4 * at[0])));

    public static Tensor Teacher(double shift, int width = 12) => Filled([2, 7, width], at => Math.Cos((0.6 * at[1]) + (0.5 * at[2]) + shift + (0.4 * at[0])));

    public static Tensor StudentScores() => Square(6, at => Math.Sin((0.9 * at[2]) + (0.4 * at[3]) + (0.7 * at[1]) + 0.3 + (0.4 * at[0])));

    public static Tensor TeacherScores() => Square(7, at => Math.Cos((0.6 * at[2]) + (0.5 * at[3]) + (0.7 * at[1]) + 0.7 + (0.4 * at[0])));

    /// <summary>Attention weights of scores, zero at padding.</summary>
    public static Tensor Weights(Tensor scores)
    {
        var mask = Mask((int)scores.size(3));
        return scores.masked_fill(mask.eq(0).unsqueeze(1).unsqueeze(1), double.NegativeInfinity).softmax(-1) * mask.unsqueeze(1).unsqueeze(3);
    }

    public static Signals StudentSignals() => new(
        (SignalNames.Mask, Mask()), ("query.1", Student(0.3)), ("key.1", Student(0.5)), ("value.1", Student(0.8)), ("value.0", Student(0.3)), ("hidden.0", Student(0.3)), ("hidden.1", Student(0.5)),
        ("attention-scores.0", StudentScores()), ("attention.0", Weights(StudentScores())));

    public static Signals TeacherSignals(int width = 12) => new(
        ("query.3", Teacher(0.7)), ("key.3", Teacher(0.9)), ("value.3", Teacher(1.2)), ("value.2", Teacher(0.7)), ("hidden.0", Teacher(0.7, width)), ("hidden.3", Teacher(0.9, width)),
        ("attention-scores.2", TeacherScores()), ("attention.2", Weights(TeacherScores())));

    /// <summary>The same signals in another type.</summary>
    public static Signals As(Signals signals, ScalarType dtype) => new([.. signals.Names.Select(name => (name, signals[name].to(dtype)))]);

    /// <summary>The same signals of some texts.</summary>
    public static Signals Pick(Signals signals, params long[] texts) => new([.. signals.Names.Select(name => (name, signals[name].index_select(0, tensor(texts))))]);

    private static Tensor Square(int width, Func<long[], double> value) =>
        Filled([2, 2, width, width], at => at[3] < Lengths[at[0]] ? value(at) : 0, place: 2);

    private static Tensor Filled(long[] shape, Func<long[], double> value, int place = 1)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        return tensor(Enumerable.Range(0, (int)count).Select(k => At(k, shape)).Select(at => at[place] < Lengths[at[0]] ? value(at) : 0).ToArray()).reshape(shape);
    }

    private static long[] At(long k, long[] shape)
    {
        var at = new long[shape.Length];
        for (var i = shape.Length - 1; i >= 0; i--) (at[i], k) = (k % shape[i], k / shape[i]);
        return at;
    }
}
