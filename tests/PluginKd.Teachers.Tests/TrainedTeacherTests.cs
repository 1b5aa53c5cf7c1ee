namespace PluginKd.Teachers.Tests;

public class TrainedTeacherTests
{
    private static readonly DataBundle Data = new(["a", "b"], [Points("train", 64, labelled: true), Points("unlabelled", 8, labelled: false)]);

    [Fact]
    public void Offers_one_teacher_with_the_signals_of_its_model() =>
        Assert.Equal(["logits"], Teacher().Offers["teacher"]);

    [Fact]
    public void Learns_the_labels_and_comes_back_frozen_and_in_evaluation_mode()
    {
        using var network = Obtain(Teacher());
        Assert.False(network.training);
        Assert.All(network.parameters(), p => Assert.False(p.requires_grad));
        var predictions = network.call(network.Encode(Data["train"].Inputs)).Logits.argmax(1).data<long>().ToArray();
        Assert.Equal(Data["train"].Labels.Select(l => (long)l), predictions);
    }

    [Fact]
    public void Has_the_same_bytes_for_the_same_seed_and_others_for_another()
    {
        using var first = Obtain(Teacher());
        using var second = Obtain(Teacher());
        using var other = Obtain(Teacher(), seed: 2);
        Assert.Equal(Weights(first), Weights(second));
        Assert.NotEqual(Weights(first), Weights(other));
    }

    [Fact]
    public void Says_so_when_no_example_has_a_label() => Assert.Equal("no example of unlabelled has a label",
        Assert.Throws<UserErrorException>(() => Obtain(Teacher("unlabelled"))).Found);

    [Fact]
    public void Lists_the_splits_when_one_is_unknown() => Assert.Contains("train, unlabelled",
        Assert.Throws<UserErrorException>(() => Obtain(Teacher("trian"))).Expected, StringComparison.Ordinal);

    [Fact]
    public void Passes_over_examples_without_a_label()
    {
        using var network = Obtain(Teacher("train", "unlabelled"));
        Assert.All(Weights(network), w => Assert.True(float.IsFinite(w)));
    }

    private static TrainedTeacher Teacher(params string[] on) => new(new TrainedTeacherSettings
    {
        Model = new LinearModel(),
        On = on.Length == 0 ? ["train"] : on,
        Steps = 100,
        BatchSize = 16,
        Optimizer = new() { LearningRate = 0.1 },
    });

    private static Network Obtain(TrainedTeacher teacher, long seed = 1) =>
        teacher.Obtain(new TeacherContext(new StageContext { Name = "teacher", StageSeed = seed }, Data))["teacher"];

    private static float[] Weights(Network network) => [.. network.parameters().SelectMany(p => p.data<float>().ToArray())];

    // Class b where the first number is above zero.
    private static Split Points(string name, int count, bool labelled)
    {
        var random = new SeededRandom(5);
        var values = Enumerable.Range(0, 2 * count).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
        for (var i = 0; i < count; i++) values[2 * i] += values[2 * i] > 0 ? 0.2f : -0.2f;
        return new Split(name, labelled ? SplitRole.Train : SplitRole.Unlabelled, new DenseInputs(tensor(values).reshape(count, 2)),
            labelled ? [.. Enumerable.Range(0, count).Select(i => values[2 * i] > 0 ? 1 : 0)] : null, [.. Enumerable.Range(0, count).Select(i => (long)i)]);
    }
}
