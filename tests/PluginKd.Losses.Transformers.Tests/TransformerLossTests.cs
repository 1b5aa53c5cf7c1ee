namespace PluginKd.Losses.Transformers.Tests;

public class TransformerLossTests
{
    private static readonly Dictionary<string, (Func<ILoss> Make, string Leaf)> Made = new()
    {
        ["minilm-relations"] = (() => new MinilmRelations(new() { StudentLayer = 1, TeacherLayer = 3, Heads = 4 }), "query.1"),
        ["minilm-relations queries"] = (() => new MinilmRelations(new() { StudentLayer = 1, TeacherLayer = 3, Heads = 4, Queries = 1, Keys = 0, Values = 0 }), "query.1"),
        ["minilm"] = (() => new Minilm(new() { StudentLayer = 0, TeacherLayer = 2 }), "value.0"),
        ["tinybert"] = (() => new Tinybert(new() { Layers = [2] }), "hidden.0"),
        ["tinybert same width"] = (() => new Tinybert(new() { Layers = [2], Attention = 0 }), "hidden.0"),
    };

    public static TheoryData<string> All => [.. Made.Keys];

    // By loops over texts, heads and positions: reference/transformers.py.
    [Theory]
    [InlineData("minilm-relations", 0.121186581506, 0.1756361, 0.0013693, 1)]
    [InlineData("minilm-relations queries", 0.121437117499, 0.5269083, 0.0041080, 1)]
    [InlineData("minilm", 0.231159686754, 0.5941932, 0.0033366, 1)]
    [InlineData("tinybert", 2.553923346608, 0.9793944, 0.0038007, 1)]
    [InlineData("tinybert same width", 2.240752947341, 1.8543288, -0.0097775, 1)]
    [InlineData("minilm-relations", 0.106511681098, 0.1628239, 0.0006847, 3)]
    [InlineData("minilm-relations queries", 0.108731195083, 0.4884717, 0.0020540, 3)]
    [InlineData("minilm", 0.200801248276, 0.5584582, 0.0016683, 3)]
    [InlineData("tinybert", 2.670564224769, 1.0121266, 0.0019004, 3)]
    [InlineData("tinybert same width", 2.392730616662, 1.9296463, -0.0048888, 3)]
    public void Has_the_value_and_gradient_of_the_reference(string loss, double value, double gradient, double first, float weight)
    {
        float[]? weights = weight == 1 ? null : [1, weight];
        var look = Look(loss, Texts.StudentSignals(), Teacher(loss), weights);
        Assert.Equal(value, look.Value, 1e-9);
        Assert.Equal(gradient, look.Gradient.Sum(Math.Abs), 2e-7);
        Assert.Equal(first, look.Gradient[0], 1e-7);

        var (single, gradients) = Look(loss, Texts.As(Texts.StudentSignals(), float32), Texts.As(Teacher(loss), float32), weights);
        Assert.Equal(value, single, 1e-5 * Math.Max(1, value));
        Assert.All(look.Gradient.Zip(gradients), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_counts_for_itself_and_one_of_weight_zero_does_not(string loss)
    {
        var (student, teacher) = (Texts.StudentSignals(), Teacher(loss));
        var (first, second) = (Value(loss, Texts.Pick(student, 0), Texts.Pick(teacher, 0)), Value(loss, Texts.Pick(student, 1), Texts.Pick(teacher, 1)));
        Assert.Equal((first + second) / 2, Value(loss, student, teacher), 1e-12);
        Assert.Equal(first, Value(loss, student, teacher, [1, 0]), 1e-12);
        Assert.Equal(0, Value(loss, student, teacher, [0, 0]));
        Assert.Equal(((3 * first) + second) / 4, Value(loss, student, teacher, [3, 1]), 1e-12);
    }

    // What stands at padding, here large numbers, changes nothing.
    [Theory]
    [MemberData(nameof(All))]
    public void Padding_does_not_count(string loss)
    {
        var (student, teacher) = (Texts.StudentSignals(), Teacher(loss));
        var padding = Texts.Mask().eq(0);
        Signals spoilt = new([.. student.Names.Select(name => (name, name == SignalNames.Mask || name.StartsWith("attention.", StringComparison.Ordinal) ? student[name]
            : student[name].dim() == 3 ? student[name].masked_fill(padding.unsqueeze(2), 7) : student[name].masked_fill(padding.unsqueeze(1).unsqueeze(1), 7).masked_fill(padding.unsqueeze(1).unsqueeze(3), 7)))]);
        Assert.Equal(Value(loss, student, teacher), Value(loss, spoilt, teacher), 1e-12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_a_mask_every_position_counts(string loss)
    {
        var (student, teacher) = (Texts.Pick(Texts.StudentSignals(), 0), Texts.Pick(Teacher(loss), 0));
        Signals unmasked = new([.. student.Names.Where(name => name != SignalNames.Mask).Select(name => (name, student[name]))]);
        Assert.Equal(Value(loss, student, teacher), Value(loss, unmasked, teacher), 1e-12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Half_precision_is_computed_in_single(string loss)
    {
        foreach (var dtype in new[] { float16, bfloat16 })
        {
            var (student, teacher) = (Texts.As(Texts.StudentSignals(), dtype), Texts.As(Teacher(loss), dtype));
            Assert.Equal(Value(loss, Texts.As(student, float32), Texts.As(teacher, float32)), Value(loss, student, teacher), 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e4)]
    [InlineData(-1e4)]
    public void Hostile_numbers_stay_finite(double scale)
    {
        foreach (var loss in Made.Keys)
        {
            var (student, teacher) = (Scaled(Texts.StudentSignals(), scale), Scaled(Teacher(loss), -scale));
            foreach (var dtype in new[] { float32, float64 })
            {
                var (value, gradient) = Look(loss, Texts.As(student, dtype), Texts.As(teacher, dtype), null);
                Assert.True(double.IsFinite(value), $"{loss}: {value}");
                Assert.All(gradient, g => Assert.True(double.IsFinite(g), loss));
            }

            var none = Texts.Pick(student);
            Assert.Equal(0, Value(loss, none, Texts.Pick(teacher)));
        }
    }

    [Fact]
    public void Heads_that_do_not_fit_are_refused_with_what_to_do()
    {
        var (student, teacher) = (Texts.StudentSignals(), Texts.TeacherSignals());
        var relations = Refused(new MinilmRelations(new() { StudentLayer = 1, TeacherLayer = 3, Heads = 3 }), student, teacher);
        Assert.Equal(("the student is 8 wide, and 3 heads do not divide it", "change heads"), (relations.Found, relations.Fix));
        var other = teacher.With("attention.2", teacher["attention.2"].narrow(1, 0, 1)).With("attention-scores.2", teacher["attention-scores.2"].narrow(1, 0, 1));
        Assert.Contains("minilm-relations", Refused(new Minilm(new() { StudentLayer = 0, TeacherLayer = 2 }), student, other).Fix, StringComparison.Ordinal);
        Assert.Contains("attention to 0", Refused(new Tinybert(new() { Layers = [2], Hidden = 0 }), student, other).Fix, StringComparison.Ordinal);
        Assert.Contains("factor 0", Refused(new Tinybert(new() { Layers = [2], Hidden = 0, Attention = 0 }), student, other).Found, StringComparison.Ordinal);
        Assert.Contains("factor 0", Refused(new MinilmRelations(new() { StudentLayer = 1, TeacherLayer = 3, Queries = 0, Keys = 0, Values = 0 }), student, other).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_are_mapped_by_number()
    {
        var needs = new Tinybert(new() { Layers = [2, 5] }).Needs;
        Assert.Equal(["hidden.0", "attention-scores.0", "hidden.1", "attention-scores.1", "hidden.2"], needs.Student);
        Assert.Equal(["hidden.0", "attention-scores.2", "hidden.3", "attention-scores.5", "hidden.6"], needs.Teacher);
        Assert.Equal(["query.1", "value.1"], new MinilmRelations(new() { StudentLayer = 1, TeacherLayer = 3, Keys = 0 }).Needs.Student);
    }

    private static UserErrorException Refused(ILoss loss, Signals student, Signals teacher) =>
        Assert.Throws<UserErrorException>(() => loss.Evaluate(TinyBatch.Of(student, teacher, 2)));

    private static Signals Teacher(string loss) => Texts.TeacherSignals(loss == "tinybert same width" ? 8 : 12);

    private static Signals Scaled(Signals signals, double scale) =>
        new([.. signals.Names.Select(name => (name, name == SignalNames.Mask || name.StartsWith("attention.", StringComparison.Ordinal) ? signals[name] : signals[name] * scale))]);

    private static double Value(string loss, Signals student, Signals teacher, float[]? weights = null) => Look(loss, student, teacher, weights).Value;

    private static (double Value, double[] Gradient) Look(string name, Signals student, Signals teacher, float[]? weights)
    {
        var (make, leafName) = Made[name];
        var loss = make();
        var leaf = student[leafName].detach().clone().requires_grad_();
        if (loss is ITrainedLoss trained) Fill(trained.CreateModule(student, teacher), leaf.dtype);
        var value = loss.Evaluate(TinyBatch.Of(student.With(leafName, leaf), teacher, leaf.size(0), weights: weights));
        value.backward();
        return (value.ToDouble(), leaf.grad!.to(float64).contiguous().data<double>().ToArray());
    }

    // W[a, b] = 0.2 sin(1 + 0.5a + 0.3b), no bias.
    private static void Fill(nn.Module module, ScalarType dtype)
    {
        module.to(dtype is ScalarType.Float64 ? float64 : float32);
        using var quiet = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
        {
            if (name == "bias") parameter.zero_();
            else parameter.copy_(tensor(Enumerable.Range(0, (int)parameter.numel()).Select(k => 0.2 * Math.Sin(1 + (0.5 * (k / 8)) + (0.3 * (k % 8)))).ToArray()).reshape(parameter.shape));
        }
    }
}
