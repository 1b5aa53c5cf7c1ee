namespace PluginKd.Losses.Features.Tests;

/// <summary>Pairs of layers: what is read, added up, and refused.</summary>
public class LayerTests
{
    private const string Student = "hidden.1";
    private const string Teacher = "hidden.2";

    private static readonly LayerPair Pair = new() { Student = Student, Teacher = Teacher };

    [Fact]
    public void Signals_of_all_pairs_are_read_once()
    {
        var loss = new Hint(new() { Layers = [Pair, new() { Student = Student, Teacher = "hidden.3" }] });
        Assert.Equal([Student], loss.Needs.Student);
        Assert.Equal([Teacher, "hidden.3"], loss.Needs.Teacher);
        var flow = new FlowOfSolution(new() { Layers = [new() { Student = "a", StudentNext = "b", Teacher = "c", TeacherNext = "d" }, new() { Student = "b", StudentNext = "e", Teacher = "d", TeacherNext = "f" }] });
        Assert.Equal(["a", "b", "e"], flow.Needs.Student);
        Assert.Equal(["c", "d", "f"], flow.Needs.Teacher);
    }

    [Fact]
    public void Vectors_are_those_of_the_embedding_unless_others_are_named()
    {
        Assert.Equal([SignalNames.Embedding], new Cosine(new()).Needs.Student);
        Assert.Equal([Teacher], new PatientDistance(new() { Layers = [Pair] }).Needs.Teacher);
    }

    // Mean squares are 1 and 9 on paper.
    [Fact]
    public void Pairs_are_added_up_by_their_weights()
    {
        var signals = (double a, double b) => new Signals(("a", full([2, 3, 2, 2], a, dtype: float64)), ("b", full([2, 3, 2, 2], b, dtype: float64)));
        var loss = new Hint(new() { Layers = [new() { Student = "a", Teacher = "a", Weight = 0.5 }, new() { Student = "b", Teacher = "b", Weight = 2 }] });
        Assert.Equal(0.5 + 18, loss.Evaluate(TinyBatch.Of(signals(1, 3), signals(0, 0), 2)).ToDouble(), 1e-12);
    }

    public static TheoryData<string, string, string, string, string> Misfits => new()
    {
        { "at", "maps", "vectors", "maps [N, C, H, W] of both sides", "in layers, name signals that are maps" },
        { "nst", "vectors", "vectors", "maps [N, C, H, W] of both sides", "in layers, name signals that are maps" },
        { "fsp", "vectors", "maps", "maps [N, C, H, W] of both sides", "in layers, name signals that are maps" },
        { "fsp", "maps", "wider", "one width (channels C) of both sides", "as many channels as the teacher's" },
        { "hint", "maps", "vectors", "the same of both sides", "name signals of one kind" },
        { "vid", "maps", "vectors", "the same of both sides", "name signals of one kind" },
        { "ab", "tokens", "vectors", "the same of both sides", "name signals of one kind" },
        { "hint", "flags", "flags", "the same of both sides", "name signals of one kind" },
        { "hint", "tokens", "more", "as many tokens T of both sides", "name signals of one length" },
        { "hint never", "maps", "wider", "one width (channels C) of both sides", "set regressor to auto" },
        { "ab never", "vectors", "long", "one width (numbers D) of both sides", "set regressor to auto" },
        { "pkd", "vectors", "long", "one width (numbers D) of both sides", "use hint, whose regressor" },
        { "cosine", "vectors", "long", "one width (numbers D) of both sides", "use hint, whose regressor" },
        { "cosine", "maps", "maps", "vectors [N, D] or [N, T, D] of both sides", "such as embedding" },
        { "ft", "maps", "vectors", "maps [N, C, H, W]", "in layers, name signals that are maps" },
        { "ft", "vectors", "maps", "maps [N, C, H, W] of both sides", "in layers, name signals that are maps" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_told_with_both_shapes_and_what_to_change(string id, string student, string teacher, string expected, string fix)
    {
        var error = Assert.Throws<UserErrorException>(() => Prepare(id, student, teacher));
        if (id != "ft" || student != "maps") Assert.Equal($"'{Student}' of the student is {Shapes[student].Text}, '{Teacher}' of the teacher {Shapes[teacher].Text}", error.Found);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
        Assert.EndsWith("layers.0", error.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Regressor.Auto, "maps", "maps", 0)]
    [InlineData(Regressor.Auto, "maps", "wider", (2 * 7) + 7)]
    [InlineData(Regressor.Auto, "vectors", "long", (6 * 9) + 9)]
    [InlineData(Regressor.Always, "maps", "maps", (2 * 2) + 2)]
    [InlineData(Regressor.Never, "maps", "maps", 0)]
    public void A_regressor_stands_where_it_is_wanted_and_learns(Regressor when, string student, string teacher, int numbers)
    {
        var loss = new Hint(new() { Layers = [Pair], Regressor = when });
        var batch = Batch(student, teacher);
        var module = loss.CreateModule(batch.Student, batch.Teacher);
        Assert.Equal(numbers, module.parameters().Sum(parameter => parameter.numel()));
        loss.Evaluate(batch).backward();
        Assert.All(module.parameters(), parameter => Assert.True(parameter.grad!.abs().sum().ToDouble() > 0));
        Assert.True(batch.Student[Student].grad!.abs().sum().ToDouble() > 0);
    }

    // softplus(a) + 1e-5 is the variance that was asked for, and it is learned.
    [Theory]
    [InlineData(0.001)]
    [InlineData(5)]
    [InlineData(1_000_000)]
    public void The_first_variance_is_the_one_that_was_set(double variance)
    {
        var loss = new VariationalInformation(new() { Layers = [Pair], Variance = variance });
        var batch = Batch("vectors", "long");
        var module = loss.CreateModule(batch.Student, batch.Teacher);
        var scale = module.named_parameters().Single(p => p.name == "0.scale").parameter;
        Assert.Equal(variance, (nn.functional.softplus(scale) + 1e-5).mean().ToDouble(), variance * 1e-3);
        Assert.Equal([9], scale.shape);
        loss.Evaluate(batch).backward();
        Assert.True(scale.grad!.abs().sum().ToDouble() > 0);
    }

    private static readonly Dictionary<string, (long[] Shape, string Text)> Shapes = new()
    {
        ["maps"] = ([2, 4, 4], "[N, 2, 4, 4]"),
        ["wider"] = ([7, 2, 2], "[N, 7, 2, 2]"),
        ["vectors"] = ([6], "[N, 6]"),
        ["long"] = ([9], "[N, 9]"),
        ["tokens"] = ([3, 5], "[N, 3, 5]"),
        ["more"] = ([4, 5], "[N, 4, 5]"),
        ["flags"] = ([], "[N]"),
    };

    private static void Prepare(string id, string student, string teacher)
    {
        LayerPair[] layers = [Pair];
        ILoss loss = id switch
        {
            "hint" => new Hint(new() { Layers = layers }),
            "hint never" => new Hint(new() { Layers = layers, Regressor = Regressor.Never }),
            "at" => new AttentionTransfer(new() { Layers = layers }),
            "nst" => new NeuronSelectivity(new() { Layers = layers }),
            "vid" => new VariationalInformation(new() { Layers = layers }),
            "ab" => new ActivationBoundaries(new() { Layers = layers }),
            "ab never" => new ActivationBoundaries(new() { Layers = layers, Regressor = Regressor.Never }),
            "fsp" => new FlowOfSolution(new() { Layers = [new() { Student = Student, StudentNext = Student, Teacher = Teacher, TeacherNext = Teacher }] }),
            "pkd" => new PatientDistance(new() { Layers = layers }),
            "cosine" => new Cosine(new() { Layers = layers }),
            _ => new FactorTransfer(new() { Layers = layers, ParaphraserEpochs = 1 }),
        };
        using var host = new KdTestHost();
        var batch = Batch(student, teacher);
        if (loss is IFittedLoss fitted) fitted.Fit(new LossFitContext(host.Stage, new Split("train", SplitRole.Train, new DenseInputs(zeros(3, 1)), [0, 1, 0], [0, 1, 2]), 2, (_, _) => batch.Teacher[Teacher]));
        (loss as ITrainedLoss)?.CreateModule(batch.Student, batch.Teacher);
        loss.Evaluate(batch);
    }

    private static LossBatch Batch(string student, string teacher) => TinyBatch.Of(
        new Signals((Student, rand([3, .. Shapes[student].Shape]).requires_grad_())), new Signals((Teacher, rand([3, .. Shapes[teacher].Shape]))), 3);
}
