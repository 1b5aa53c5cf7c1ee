namespace PluginKd.Losses.Logits.Tests;

/// <summary>The closed-form inputs of the golden values: 4 examples, 5 classes, float64.</summary>
internal static class Golden
{
    // z_s[i,j] = 2 sin(0.7i + 1.3j + 0.1), z_t[i,j] = 3 cos(0.5i + 0.9j + 0.2), y = [0, 3, 1, 4].
    public static Tensor Student() => Table(4, 5, (i, j) => 2 * Math.Sin((0.7 * i) + (1.3 * j) + 0.1));

    public static Tensor Teacher() => Table(4, 5, (i, j) => 3 * Math.Cos((0.5 * i) + (0.9 * j) + 0.2));

    public static long[] Labels => [0, 3, 1, 4];

    public static LossBatch Batch(Tensor student, Tensor? teacher = null, long[]? labels = null, float[]? weights = null) =>
        TinyBatch.Of(student, teacher, labels ?? Labels, weights);

    public static Tensor Table(int rows, int columns, Func<int, int, double> value) =>
        tensor(Enumerable.Range(0, rows * columns).Select(k => value(k / columns, k % columns)).ToArray()).reshape(rows, columns);

    public static double[] Gradient(ILoss loss, Tensor student, Tensor? teacher)
    {
        var z = student.detach().clone().requires_grad_();
        loss.Evaluate(Batch(z, teacher)).backward();
        return z.grad!.data<double>().ToArray();
    }
}
