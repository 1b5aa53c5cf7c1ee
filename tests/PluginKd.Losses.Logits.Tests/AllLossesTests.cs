namespace PluginKd.Losses.Logits.Tests;

/// <summary>What every loss of the project keeps to.</summary>
public class AllLossesTests
{
    private const double Exact = 1e-9;

    public static TheoryData<string> All => Losses.All;

    public static TheoryData<string> WithLabels => Losses.WithLabels;

    // w of wsl is a constant for the gradient and not for the differences: WslTests.
    public static TheoryData<string> ThroughAndThrough => Losses.AllBut("wsl");

    // Numbers of subclasses differ by a mistake in a pipeline, and are told so: SubclassTests.
    public static TheoryData<string> OnClassesOfBoth => Losses.AllBut("cross-entropy", "cross-entropy smooth", "subclass", "subclass-auxiliary");

    // Squared distances of logits see a constant; all others are formulas on softmax or on centred rows.
    public static TheoryData<string> BlindToAConstant => Losses.AllBut("logit-mse");

    // Not: cross-entropies, which end at an entropy; a teacher's tail that is spread; scores that are told apart. DistTests has dist.
    public static TheoryData<string> ZeroWhereBothAgree => Losses.AllBut("cross-entropy", "cross-entropy smooth", "soft-cross-entropy", "nkd", "wsl",
        "dist", "top-k uniform", "subclass", "subclass-auxiliary");

    [Theory]
    [MemberData(nameof(ThroughAndThrough))]
    public void Has_the_gradient_of_central_differences(string name)
    {
        const double Step = 1e-6;
        var loss = Losses.Create(name);
        var (value, gradient) = Losses.Look(loss, Golden.Student(), Golden.Teacher());
        for (var k = 0; k < gradient.Length; k++)
        {
            double Moved(double by)
            {
                var values = Golden.Student().data<double>().ToArray();
                values[k] += by;
                return Losses.Value(loss, tensor(values).reshape(4, 5), Golden.Teacher());
            }

            Assert.Equal((Moved(Step) - Moved(-Step)) / (2 * Step), gradient[k], 1e-8 * Math.Max(1, Math.Abs(value)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_the_teacher_no_gradient(string name)
    {
        var (student, teacher) = (Golden.Student().requires_grad_(), Golden.Teacher().requires_grad_());
        Losses.Create(name).Evaluate(Losses.Batch(student, teacher, Golden.Labels)).backward();
        Assert.NotNull(student.grad);
        Assert.Null(teacher.grad);
    }

    [Theory]
    [MemberData(nameof(ZeroWhereBothAgree))]
    public void Is_zero_where_student_and_teacher_agree(string name)
    {
        var (value, gradient) = Losses.Look(Losses.Create(name), Golden.Teacher(), Golden.Teacher());
        Assert.Equal(0, value, 1e-12);
        Assert.All(gradient, g => Assert.Equal(0, g, 1e-12));
    }

    [Theory]
    [MemberData(nameof(BlindToAConstant))]
    public void Ignores_a_constant_added_to_every_logit_of_an_example(string name)
    {
        var loss = Losses.Create(name);
        var each = tensor(new[] { 7.0, -3, 0.5, 100 }).reshape(4, 1);
        Assert.Equal(Losses.Value(loss, Golden.Student(), Golden.Teacher()), Losses.Value(loss, Golden.Student() + each, Golden.Teacher() - (2 * each)), Exact);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ignores_the_order_of_examples_and_of_classes(string name)
    {
        var loss = Losses.Create(name);
        var (examples, classes) = (tensor(new long[] { 2, 0, 3, 1 }), tensor(new long[] { 4, 2, 0, 1, 3 }));
        // Class c of before stands at the place where `classes` holds c.
        long[] labels = [3, 2, 0, 4];
        Tensor Mixed(Tensor values) => values.index_select(0, examples).index_select(1, classes);
        Assert.Equal(Losses.Value(loss, Golden.Student(), Golden.Teacher()), Losses.Value(loss, Mixed(Golden.Student()), Mixed(Golden.Teacher()), labels), Exact);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Counts_weight_two_as_the_example_twice_and_weight_zero_as_none(string name)
    {
        var loss = Losses.Create(name);
        var rows = tensor(new long[] { 0, 0, 2, 3 });
        var repeated = Losses.Look(loss, Golden.Student().index_select(0, rows), Golden.Teacher().index_select(0, rows), [0, 0, 1, 4]);
        var weighted = Losses.Look(loss, Golden.Student(), Golden.Teacher(), weights: [2, 0, 1, 1]);
        Assert.Equal(repeated.Value, weighted.Value, Exact);
        Assert.Equal(repeated.Gradient[0] + repeated.Gradient[5], weighted.Gradient[0], Exact);
        Assert.All(weighted.Gradient[5..10], g => Assert.Equal(0, g));
        Assert.Equal(repeated.Gradient[10..], weighted.Gradient[10..], (a, b) => Math.Abs(a - b) < Exact);
    }

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void Passes_over_examples_without_a_label(string name)
    {
        var loss = Losses.Create(name);
        var rows = tensor(new long[] { 0, 2 });
        var without = Losses.Look(loss, Golden.Student().index_select(0, rows), Golden.Teacher().index_select(0, rows), [0, 1]);
        var unlabelled = Losses.Look(loss, Golden.Student(), Golden.Teacher(), [0, -1, 1, -1]);
        Assert.Equal(without.Value, unlabelled.Value, Exact);
        Assert.All(unlabelled.Gradient[5..10], g => Assert.Equal(0, g));
        // Weights and missing labels together.
        Assert.Equal(without.Value, Losses.Value(loss, Golden.Student(), Golden.Teacher(), [0, -1, 1, 4], [1, 5, 1, 0]), Exact);
    }

    // Sums of exponentials in half precision lose the digits that a student learns from: everything after reading is calculated in float32.
    [Theory]
    [MemberData(nameof(All))]
    public void Calculates_half_precision_in_float32(string name)
    {
        foreach (var dtype in new[] { ScalarType.Float16, ScalarType.BFloat16 })
        {
            var (student, teacher) = (Golden.Student().to(dtype), Golden.Teacher().to(dtype));
            var half = Losses.Look(Losses.Create(name), student, teacher);
            var single = Losses.Look(Losses.Create(name), student.to(float32), teacher.to(float32));
            Assert.Equal(single.Value, half.Value);
            var rounded = tensor(single.Gradient).to(float32).to(dtype).to(float64).data<double>().ToArray();
            Assert.Equal(rounded, half.Gradient);
            Assert.Equal(float32, Losses.Create(name).Evaluate(Losses.Batch(student, teacher, Golden.Labels)).dtype);
        }
    }

    // Teachers from files may have other types than the student: whole numbers, halves, doubles.
    [Theory]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    public void Takes_a_teacher_of_another_type(ScalarType type)
    {
        var whole = tensor(new[] { 3L, -1, 0, 2, 1, 0, 0, 4, -2, 1, 1, 1, 1, 1, 1, -5, 5, 0, 3, 3 }).reshape(4, 5);
        foreach (var name in Losses.Names.Where(name => Losses.Create(name).Needs.Teacher.Count > 0))
        {
            var answer = Losses.Create(name).Evaluate(Losses.Batch(Golden.Student().to(float32), whole.to(type), Golden.Labels));
            Assert.Equal(float32, answer.dtype);
            Assert.Equal(Losses.Value(Losses.Create(name), Golden.Student().to(float32), whole.to(float32)), answer.ToDouble());
        }
    }

    [Theory]
    [MemberData(nameof(OnClassesOfBoth))]
    public void Names_both_shapes_when_they_differ(string name)
    {
        var loss = Losses.Create(name);
        var error = Assert.Throws<ArgumentException>(() => Losses.Value(loss, Golden.Student(), zeros(4, 3, float64)));
        Assert.Contains("[4, 5]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[4, 3]", error.Message, StringComparison.Ordinal);
    }
}
