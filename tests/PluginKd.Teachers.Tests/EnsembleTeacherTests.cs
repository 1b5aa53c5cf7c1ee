namespace PluginKd.Teachers.Tests;

public class EnsembleTeacherTests
{
    private static readonly DataBundle Data = new(["a", "b"], [new Split("train", SplitRole.Train, new DenseInputs(ones(3, 2)), [0, 1, 0], [0, 1, 2])]);

    // (3/4, 1/4) and (1/2, 1/2).
    private static readonly float[] Sure = [MathF.Log(3), 0];
    private static readonly float[] Unsure = [5, 5];

    // The mean is (5/8, 3/8); with weights 3 and 1 it is 3/4·3/4 + 1/4·1/2 = 11/16.
    [Theory]
    [InlineData(1, 0.625)]
    [InlineData(3, 0.6875)]
    public void Probabilities_are_averaged_by_weight_and_come_back_as_logarithms(double weight, double expected)
    {
        var logits = Logits(EnsembleMean.Probabilities, ("sure", weight, Sure), ("unsure", 1, Unsure));
        Assert.Equal(Math.Log(expected), logits[0], 1e-6);
        Assert.Equal(Math.Log(1 - expected), logits[1], 1e-6);
    }

    // (3·ln 3 + 5)/4 and (3·0 + 5)/4.
    [Fact]
    public void Logits_are_averaged_by_weight()
    {
        var logits = Logits(EnsembleMean.Logits, ("sure", 3, Sure), ("unsure", 1, Unsure));
        Assert.Equal(((3 * Math.Log(3)) + 5) / 4, logits[0], 1e-6);
        Assert.Equal(1.25, logits[1], 1e-6);
    }

    // 1/2·(1, 0) + 1/2·(0, 1), though e^-10000 is zero in any format.
    [Fact]
    public void Members_that_are_sure_of_different_classes_leave_finite_logits()
    {
        var logits = Logits(EnsembleMean.Probabilities, ("one", 1, [1e4f, -1e4f]), ("other", 1, [-1e4f, 1e4f]));
        Assert.All(logits, logit => Assert.Equal(Math.Log(0.5), logit, 1e-6));
        Assert.All(Logits(EnsembleMean.Probabilities, ("one", 1, [1e4f, -1e4f]), ("same", 1, [1e4f, -1e4f])), logit => Assert.True(float.IsFinite(logit)));
    }

    // A part with two teachers has weight 1 as a whole: 1/2·(3/4 + 1/2)/2 + 1/2·1/2 = 9/16.
    [Fact]
    public void Several_teachers_of_one_part_share_its_weight()
    {
        var two = new FixedTeacher(("first", Sure), ("second", Unsure));
        var one = new FixedTeacher(("teacher", Unsure));
        using var network = Obtain(new EnsembleTeacherSettings { Members = [new() { Name = "two", Teacher = two }, new() { Name = "one", Teacher = one }] });
        Assert.Equal(Math.Log(9.0 / 16), Answer(network)[0], 1e-6);
        Assert.Equal(["one.logits", "two/first.logits", "two/second.logits"], network.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Weights_and_what_is_saved_stand_under_the_members_names_and_find_back_to_them()
    {
        var settings = Settings(EnsembleMean.Logits, ("sure", 1, Sure), ("unsure", 1, Unsure));
        using var network = Obtain(settings);
        Assert.Equal(["sure.logits", "unsure.logits"], network.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("fixed", network.Saved["sure.kind"]);

        var again = new EnsembleTeacher(Settings(EnsembleMean.Logits, ("sure", 1, [0, 0]), ("unsure", 1, [0, 0]))).Create("teacher", new ModelRequest(Data.Splits[0].Inputs, 2, network.Saved));
        again.load_state_dict(network.state_dict());
        Assert.Equal(Answer(network), Answer(again));
    }

    [Fact]
    public void Each_member_draws_its_own_weights_and_trains_under_its_own_name()
    {
        var trained = new TrainedTeacherSettings { Model = new LinearModel(), Epochs = 2 };
        using var host = new KdTestHost();
        var settings = new EnsembleTeacherSettings { Members = [new() { Name = "one", Teacher = new TrainedTeacher(trained) }, new() { Name = "other", Teacher = new TrainedTeacher(trained) }] };
        using var network = new EnsembleTeacher(settings).Obtain(new TeacherContext(host.Stage, Data))["teacher"];
        var weights = network.state_dict();
        Assert.NotEqual(weights["one.layer.weight"].data<float>().ToArray(), weights["other.layer.weight"].data<float>().ToArray());
        Assert.Equal([1, 2, 3, 4], host.Steps.Select(s => s.Moment.Step));
        Assert.All(host.Steps, s => Assert.Equal(4, s.Moment.Steps));
        Assert.Equal([("one/loss", 1L), ("one/loss", 2L), ("other/loss", 3L), ("other/loss", 4L)], host.Metrics.Select(m => (m.Name, m.Step)));
    }

    [Fact]
    public void A_member_that_fails_is_named_by_its_place()
    {
        var missing = new CheckpointTeacher(new() { Model = new LinearModel(), Path = "nowhere.safetensors" });
        var settings = new EnsembleTeacherSettings { Members = [new() { Name = "here", Teacher = new FixedTeacher(("teacher", Sure)) }, new() { Name = "gone", Teacher = missing }] };
        Assert.Equal("teacher.members.1.teacher.path", Assert.Throws<UserErrorException>(() => Obtain(settings)).Where);
    }

    [Fact]
    public void Names_that_are_no_ids_or_stand_twice_and_an_ensemble_of_one_are_found_before_anything_is_trained()
    {
        Assert.Equal(["a teacher is called 'Large one'", "the ensemble has one teacher"], Problems(("Large one", 1, Sure)));
        Assert.Equal(["two teachers are called 'one'"], Problems(("one", 1, Sure), ("one", 1, Unsure)));
        Assert.Empty(Problems(("one", 1, Sure), ("other", 1, Unsure)));
    }

    private static IEnumerable<string> Problems(params (string Name, double Weight, float[] Logits)[] members) =>
        new EnsembleTeacher(Settings(EnsembleMean.Probabilities, members)).Check(Data).Select(problem => problem.Found);

    private static float[] Logits(EnsembleMean mean, params (string Name, double Weight, float[] Logits)[] members)
    {
        using var network = Obtain(Settings(mean, members));
        return Answer(network);
    }

    private static float[] Answer(Network network) => network.call(network.Encode(Data["train"].Inputs)).Logits[1].data<float>().ToArray();

    private static EnsembleTeacherSettings Settings(EnsembleMean mean, params (string Name, double Weight, float[] Logits)[] members) => new()
    {
        Mean = mean,
        Members = [.. members.Select(m => new EnsembleMember { Name = m.Name, Weight = m.Weight, Teacher = new FixedTeacher(("teacher", m.Logits)) })],
    };

    private static Network Obtain(EnsembleTeacherSettings settings) =>
        new EnsembleTeacher(settings).Obtain(new TeacherContext(new StageContext { Name = "teacher", StageSeed = 1 }, Data))["teacher"];
}
