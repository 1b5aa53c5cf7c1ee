namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>Measures the accuracy, and a way to spoil the measurement.</summary>
public abstract class FaultyEvaluator : IEvaluator
{
    public virtual Measurement Measure(EvaluationContext context) => new([new Metric("accuracy", Accuracy(context), "ratio")], []);

    protected static double Accuracy(EvaluationContext context) =>
        context.Logits.argmax(1).data<long>().ToArray().Where((prediction, i) => prediction == context.Examples.Labels[i]).Count() / (double)context.Examples.Count;
}

[KdPlugin("percent")]
public sealed class Percent : FaultyEvaluator
{
    public override Measurement Measure(EvaluationContext context) => new([new Metric("right", 100 * Accuracy(context), "ratio")], []);
}

[KdPlugin("ragged")]
public sealed class Ragged : FaultyEvaluator
{
    public override Measurement Measure(EvaluationContext context) => new([], [new Table("Counts", ["class", "count"], [["a"], ["b", "2"]])]);
}

[KdPlugin("never-quite-right")]
public sealed class NeverQuiteRight : FaultyEvaluator
{
    public override Measurement Measure(EvaluationContext context) => new([new Metric("accuracy", Accuracy(context) * 0.9, "ratio")], []);
}

[KdPlugin("wants-a-teacher")]
public sealed class WantsATeacher : FaultyEvaluator
{
    public override Measurement Measure(EvaluationContext context) => context.TeacherLogits!.size(0) > 0 ? base.Measure(context) : new([], []);
}

[KdPlugin("writes-as-the-person-does")]
public sealed class WritesAsThePersonDoes : FaultyEvaluator
{
    public override Measurement Measure(EvaluationContext context) =>
        new([], [new Table("Accuracy", ["accuracy"], [[$"{Accuracy(context):0.000}"]])]);
}
