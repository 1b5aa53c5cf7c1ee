namespace PluginKd.Sdk.Testing;

/// <summary>Facts about the value and the gradient of a loss.</summary>
internal static class LossFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5101", "The loss is one number of the student's type and device",
            "A loss of another type costs precision or time in every step, without a word.", LookAtType),
        new("KD5102", "The gradient is the one of central differences, in float64",
            "A student would learn something else than the formula says.", GradientCheck.Look),
        new("KD5103", "A batch of one example gives finite numbers", "The last batch of an epoch may hold one example.", LookAtOne),
        new("KD5104", "Extreme and equal signals give finite numbers or a clear error",
            "One NaN in one step ruins all weights.", LookAtHostile),
        new("KD5105", "A batch gives the same bits whatever was evaluated before",
            "State that checkpoints do not carry makes a run that was stopped end otherwise; a loss that remembers implements IKeepsState.", LookAtState),
        new("KD5106", "The teacher gets no gradient",
            "A teacher that is trained along, as in online methods, would be pulled towards its student.", LookAtTeacher),
    ];

    private static string LookAtType(ConformanceRun run) => run.Each(settings =>
    {
        foreach (var dtype in new[] { float32, float64 }) LossLook.With(run, settings, (look, loss, examples) =>
        {
            var answer = LossBench.Evaluate(loss, look.Host, examples, dtype).Answer;
            if (answer.numel() != 1) Verdict.Fail($"the loss is of shape [{string.Join(", ", answer.shape)}], not one number");
            if (answer.dtype != dtype) Verdict.Fail($"signals of {dtype} give a loss of {answer.dtype}");
            if (answer.device_type != DeviceType.CPU) Verdict.Fail($"signals on the CPU give a loss on {answer.device_type}");
        }, dtype);
        return "";
    });

    private static string LookAtOne(ConformanceRun run) => run.Each(settings => LossLook.With(run, settings, (look, loss, examples) =>
    {
        if (!LossBench.Evaluate(loss, look.Host, examples.Take(1), float64).IsFinite)
            Verdict.Fail("one example gives a loss or gradient that is not finite");
    }));

    private static string LookAtHostile(ConformanceRun run) => run.Each(settings =>
    {
        foreach (var (name, student, teacher) in HostileSignals.All)
        {
            LossLook.With(run, settings, (look, loss, examples) =>
            {
                try
                {
                    var value = LossBench.Evaluate(loss, look.Host, examples.With(student, teacher), float32);
                    if (!value.IsFinite)
                        Verdict.Fail($"{name}: the loss is {value.Value}{(double.IsFinite(value.Value) ? ", its gradient is not finite" : "")}");
                }
                catch (UserErrorException)
                {
                    // A clear error is as good as a number.
                }
            }, float32);
        }

        return "";
    });

    private static string LookAtState(ConformanceRun run) => run.Each(settings => LossLook.With(run, settings, (look, loss, examples) =>
    {
        if (loss is IKeepsState or ITrainedLoss) Verdict.Skip("the loss declares what it remembers (IKeepsState or ITrainedLoss), see KD5111");
        var other = examples.With(values => values.flip(0), values => values * 0.5);
        var first = LossBench.Evaluate(loss, look.Host, examples, float64);
        LossBench.Evaluate(loss, look.Host, other, float64);
        var again = LossBench.Evaluate(loss, look.Host, examples, float64);
        if (BitConverter.DoubleToInt64Bits(first.Value) != BitConverter.DoubleToInt64Bits(again.Value))
            Verdict.Fail($"the same batch gives {first.Value:R} at first and {again.Value:R} after another batch: implement IKeepsState, so that checkpoints carry what the loss remembers");
    }));

    private static string LookAtTeacher(ConformanceRun run) => run.Each(settings => LossLook.With(run, settings, (look, loss, examples) =>
    {
        if (examples.Teacher.Count == 0) Verdict.Skip("the loss reads no teacher");
        if (LossBench.Evaluate(loss, look.Host, examples, float64, teacherAsksForGradient: true).TeacherHasGradient)
            Verdict.Fail("signals of a teacher that asks for gradients get one: detach them before they are used");
    }));
}
