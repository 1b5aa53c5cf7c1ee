namespace PluginKd.Losses.Logits.Tests;

public class SoftTargetTests
{
    // torch 1.13.1, float64, on the inputs of Golden: RepDistiller's KD.py.
    [Theory]
    [InlineData(4, 0.7243629687)]
    [InlineData(1, 0.5658203123)]
    [InlineData(2, 0.7362550048)]
    public void Equals_the_value_of_an_independent_program(double temperature, double expected) =>
        Assert.Equal(expected, Value([], temperature, Golden.Student(), Golden.Teacher()), 1e-9);

    [Theory]
    [InlineData(4, 0.9480583472, -0.1972108739)]
    [InlineData(1, 0.8295000876, -0.1760511690)]
    public void Has_the_gradient_of_an_independent_program(double temperature, double sum, double first)
    {
        var gradient = Golden.Gradient(Loss(temperature), Golden.Student(), Golden.Teacher());
        Assert.Equal(sum, gradient.Sum(Math.Abs), 1e-9);
        Assert.Equal(first, gradient[0], 1e-9);
    }

    [Fact]
    public void Has_the_gradient_of_central_differences()
    {
        const double Step = 1e-6;
        var gradient = Golden.Gradient(Loss(3), Golden.Student(), Golden.Teacher());
        for (var k = 0; k < gradient.Length; k++)
        {
            double Moved(double by)
            {
                var values = Golden.Student().data<double>().ToArray();
                values[k] += by;
                return Value([], 3, tensor(values).reshape(4, 5), Golden.Teacher());
            }

            Assert.Equal((Moved(Step) - Moved(-Step)) / (2 * Step), gradient[k], 1e-8);
        }
    }

    // pT = (3/4, 1/4) and pS = (1/2, 1/2), so KL = 3/4·ln(3/2) + 1/4·ln(1/2) nats, worked out on paper; logits τ·ln p give these at any τ.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Equals_the_hand_worked_value_for_two_classes(double temperature)
    {
        var teacher = tensor(new[] { temperature * Math.Log(0.75), temperature * Math.Log(0.25) }).reshape(1, 2);
        var expected = temperature * temperature * ((0.75 * Math.Log(1.5)) + (0.25 * Math.Log(0.5)));
        Assert.Equal(expected, Value([], temperature, zeros(1, 2, float64), teacher), 1e-12);
    }

    [Fact]
    public void Is_zero_when_student_and_teacher_agree() => Assert.Equal(0, Value([], 4, Golden.Teacher(), Golden.Teacher()), 1e-12);

    [Fact]
    public void Ignores_a_constant_added_to_every_logit() =>
        Assert.Equal(Value([], 4, Golden.Student(), Golden.Teacher()), Value([], 4, Golden.Student() + 7, Golden.Teacher() - 3), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Stays_finite_at_logits_of_ten_thousand(double temperature)
    {
        var student = tensor(new[] { 1e4f, -1e4f, 0f, -1e4f, 1e4f, 0f }).reshape(2, 3).requires_grad_();
        var teacher = tensor(new[] { -1e4f, 1e4f, 0f, -1e4f, 1e4f, 0f }).reshape(2, 3);
        var loss = Loss(temperature).Evaluate(Golden.Batch(student, teacher));
        loss.backward();
        Assert.True(double.IsFinite(loss.ToDouble()));
        Assert.All(student.grad!.data<float>().ToArray(), g => Assert.True(float.IsFinite(g)));
    }

    // What a run of an older version, or a loop in Python, has to agree with to the bit.
    [Fact]
    public void Has_the_bits_of_the_plain_formula()
    {
        var (student, teacher) = (Golden.Student().to(float32).requires_grad_(), Golden.Teacher().to(float32));
        var plain = Divergences.KullbackLeibler(student, teacher, 4) * 16;
        plain.backward();
        var expected = student.grad!.data<float>().ToArray();
        var (value, gradient) = Losses.Look(Loss(4), student, teacher);
        Assert.Equal(plain.ToDouble(), value);
        Assert.Equal(expected.Select(g => (double)g), gradient);
    }

    [Fact]
    public void Takes_a_batch_of_one() => Assert.True(double.IsFinite(Value([], 4, Golden.Student().narrow(0, 0, 1), Golden.Teacher().narrow(0, 0, 1))));

    [Fact]
    public void Counts_a_duplicate_row_like_a_weight_of_two()
    {
        var twice = tensor(new long[] { 0, 0, 1, 2, 3 });
        var duplicate = Value([], 2, Golden.Student().index_select(0, twice), Golden.Teacher().index_select(0, twice));
        Assert.Equal(duplicate, Value([2, 1, 1, 1], 2, Golden.Student(), Golden.Teacher()), 1e-9);
    }

    [Fact]
    public void Names_both_shapes_when_they_differ()
    {
        var error = Assert.Throws<ArgumentException>(() => Value([], 4, Golden.Student(), zeros(4, 3, float64)));
        Assert.Contains("[4, 5]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[4, 3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_logits_of_both_sides_and_no_labels()
    {
        Assert.Equal(["logits"], Loss(4).Needs.Student);
        Assert.Equal(["logits"], Loss(4).Needs.Teacher);
        Assert.False(Loss(4).Needs.Labels);
    }

    private static SoftTarget Loss(double temperature) => new(new SoftTargetSettings { Temperature = temperature });

    private static double Value(float[] weights, double temperature, Tensor student, Tensor teacher) =>
        Loss(temperature).Evaluate(Golden.Batch(student, teacher, weights: weights.Length == 0 ? null : weights)).ToDouble();

    // Half of the way from 8 to 1.
    [Fact]
    public void The_temperature_may_change_over_the_run()
    {
        var batch = Golden.Batch(Golden.Student(), Golden.Teacher());
        var halfway = new LossBatch
        {
            Student = batch.Student,
            Teachers = batch.Teachers,
            Labels = batch.Labels,
            AllLabelled = batch.AllLabelled,
            GatherIndices = batch.GatherIndices,
            StudentAgain = batch.StudentAgain,
            Moment = new(0, 1, 5, 10),
        };
        var annealed = new SoftTarget(new() { Temperature = new Schedule { From = 8, To = 1 } });
        Assert.Equal(new SoftTarget(new() { Temperature = 4.5 }).Evaluate(batch).ToDouble(), annealed.Evaluate(halfway).ToDouble());
        Assert.Equal(new SoftTarget(new() { Temperature = 8 }).Evaluate(batch).ToDouble(), annealed.Evaluate(batch).ToDouble());
    }
}
