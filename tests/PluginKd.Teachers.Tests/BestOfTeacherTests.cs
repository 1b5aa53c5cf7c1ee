namespace PluginKd.Teachers.Tests;

public class BestOfTeacherTests
{
    // Class 1 is right in two cases of three.
    private static readonly DataBundle Data = new(["a", "b"],
    [
        new Split("train", SplitRole.Train, new DenseInputs(ones(3, 2)), [0, 1, 0], [0, 1, 2]),
        new Split("validation", SplitRole.Validation, new DenseInputs(ones(3, 2)), [1, 0, 1], [3, 4, 5]),
    ]);

    [Fact]
    public void The_most_accurate_on_the_validation_split_is_kept()
    {
        using var host = new KdTestHost();
        using var network = Teacher(("wrong", [1, 0]), ("right", [0, 1])).Obtain(new TeacherContext(host.Stage, Data))["teacher"];
        Assert.Equal([0, 1], Answer(network));
        Assert.Equal(["right.logits"], network.state_dict().Keys);
        Assert.Equal([("wrong/validation-accuracy", 1.0 / 3), ("right/validation-accuracy", 2.0 / 3), ("kept-candidate", 2)], host.Metrics.Select(m => (m.Name, m.Value)));
    }

    // Being nine times as sure costs more in the third case than it gains in the others.
    [Fact]
    public void Of_equally_accurate_ones_the_lower_cross_entropy_decides_and_then_the_order()
    {
        Assert.Equal([0, 1], Answer(Obtain(Teacher(("too-sure", [0, 9]), ("sure", [0, 1])))));
        Assert.Equal(["one.logits"], Obtain(Teacher(("one", [0, 1]), ("same", [0, 1]))).state_dict().Keys);
    }

    [Fact]
    public void Each_teacher_of_a_candidate_is_one_to_choose_from()
    {
        var settings = new BestOfTeacherSettings { Candidates = [new() { Name = "two", Teacher = new FixedTeacher(("first", [1, 0]), ("second", [0, 1])) }] };
        Assert.Empty(new BestOfTeacher(settings).Check(Data));
        Assert.Equal(["two/second.logits"], Obtain(new BestOfTeacher(settings)).state_dict().Keys);
    }

    [Fact]
    public void What_was_stored_is_made_again_as_the_one_that_was_chosen()
    {
        var teacher = Teacher(("wrong", [1, 0]), ("right", [0, 1]));
        using var network = Obtain(teacher);
        Assert.Equal("right", network.Saved["chosen"]);
        Assert.Equal("fixed", network.Saved["right.kind"]);
        using var again = teacher.Create("teacher", new ModelRequest(Data.Splits[0].Inputs, 2, network.Saved));
        Assert.Equal(["right.logits"], again.state_dict().Keys);
        using var first = teacher.Create("teacher", new ModelRequest(Data.Splits[0].Inputs, 2));
        Assert.Equal(["wrong.logits"], first.state_dict().Keys);
    }

    [Fact]
    public void It_offers_what_all_candidates_have()
    {
        var teacher = new BestOfTeacher(new() { Candidates = [new() { Name = "tiny", Teacher = new TrainedTeacher(new() { Model = new TinyModel() }) }, Candidate("fixed", [0, 1])] });
        Assert.Contains(SignalNames.Embedding, new TinyModel().Signals);
        Assert.Equal([SignalNames.Logits], Assert.Single(teacher.Offers).Value);
    }

    [Theory]
    [InlineData("one", "one", "candidates.1.name")]
    [InlineData("One", "two", "candidates.0.name")]
    public void Names_are_ids_and_distinct(string first, string second, string place) =>
        Assert.Equal(place, Assert.Single(Teacher((first, [0, 1]), (second, [0, 1])).Check(Data)).Where);

    [Fact]
    public void One_candidate_or_no_validation_is_said_before_the_run()
    {
        Assert.Equal("there is one candidate", Assert.Single(Teacher(("one", [0, 1])).Check(Data)).Found);
        Assert.Contains("no", Assert.Single(Teacher(("one", [0, 1]), ("two", [0, 1])).Check(new DataBundle(["a", "b"], [Data["train"]]))).Found, StringComparison.Ordinal);
    }

    private static NamedTeacher Candidate(string name, float[] logits) => new() { Name = name, Teacher = new FixedTeacher(("teacher", logits)) };

    private static BestOfTeacher Teacher(params (string Name, float[] Logits)[] candidates) => new(new() { Candidates = [.. candidates.Select(c => Candidate(c.Name, c.Logits))] });

    private static Network Obtain(BestOfTeacher teacher) => teacher.Obtain(new TeacherContext(new StageContext { Name = "teacher", StageSeed = 1 }, Data))["teacher"];

    private static float[] Answer(Network network) => network.call(network.Encode(new DenseInputs(ones(1, 2)))).Logits[0].data<float>().ToArray();
}
