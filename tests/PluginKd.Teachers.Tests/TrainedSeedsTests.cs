namespace PluginKd.Teachers.Tests;

public class TrainedSeedsTests
{
    private static readonly DataBundle Data = new(["a", "b"], [Points("train", SplitRole.Train), Points("validation", SplitRole.Validation)]);

    [Fact]
    public void All_are_teachers_by_number_and_the_first_is_the_one_of_a_single_seed()
    {
        var teacher = Teacher(3, TrainedNetworks.All);
        Assert.Equal(["teacher-1", "teacher-2", "teacher-3"], teacher.Offers.Keys);
        var all = teacher.Obtain(Context());
        var single = Teacher(1).Obtain(Context())["teacher"];
        Assert.Equal(["teacher-1", "teacher-2", "teacher-3"], all.Keys);
        Assert.Equal(Weights(single), Weights(all["teacher-1"]));
        Assert.Equal(3, all.Values.Select(network => string.Join(' ', Weights(network))).Distinct().Count());
    }

    // With so few steps the networks differ; which is best is counted here, example by example.
    [Fact]
    public void The_best_on_the_validation_split_is_kept()
    {
        var all = Teacher(6, TrainedNetworks.All).Obtain(Context()).Values.ToList();
        var accuracies = all.Select(Accuracy).ToList();
        Assert.True(accuracies.Distinct().Count() > 1, string.Join(' ', accuracies));
        var best = Teacher(6).Obtain(Context());
        Assert.Equal(["teacher"], best.Keys);
        Assert.Equal(accuracies.Max(), Accuracy(best["teacher"]));
        Assert.Contains(all, network => Weights(network).SequenceEqual(Weights(best["teacher"])));
    }

    [Fact]
    public void Where_tokens_have_labels_the_best_gets_most_of_them_right()
    {
        var data = TinyData.Of(Modality.Tokens);
        TrainedTeacher Of(TrainedNetworks keep) => new(new() { Model = new TinyModel(Modality.Tokens), Steps = 2, BatchSize = 8, Seeds = 6, Keep = keep });
        TeacherContext Stage() => new(new StageContext { Name = "teacher", StageSeed = 1 }, data);
        var right = Of(TrainedNetworks.All).Obtain(Stage()).Values.Select(network => RightTokens(network, data["validation"])).ToList();
        Assert.True(right.Distinct().Count() > 1, string.Join(' ', right));
        Assert.Equal(right.Max(), RightTokens(Of(TrainedNetworks.Best).Obtain(Stage())["teacher"], data["validation"]));
    }

    [Fact]
    public void Steps_count_through_and_numbers_carry_the_seed()
    {
        using var host = new KdTestHost();
        Teacher(2).Obtain(new TeacherContext(host.Stage, Data));
        Assert.Equal([1, 2, 3, 4], host.Steps.Select(s => s.Moment.Step));
        Assert.All(host.Steps, s => Assert.Equal(4, s.Moment.Steps));
        Assert.Equal(["seed-1/loss", "seed-2/loss", "seed-1/validation-accuracy", "seed-2/validation-accuracy", "kept-seed"], host.Metrics.Select(m => m.Name));
    }

    [Fact]
    public void The_best_needs_a_validation_split_and_all_or_one_do_not()
    {
        var data = new DataBundle(["a", "b"], [Data["train"]]);
        Assert.Equal("keep", Assert.Single(Teacher(2).Check(data)).Where);
        Assert.Empty(Teacher(2, TrainedNetworks.All).Check(data));
        Assert.Empty(Teacher(1).Check(data));
    }

    private static TrainedTeacher Teacher(int seeds, TrainedNetworks keep = TrainedNetworks.Best) =>
        new(new TrainedTeacherSettings { Model = new LinearModel(), Steps = 2, BatchSize = 8, Seeds = seeds, Keep = keep });

    private static TeacherContext Context() => new(new StageContext { Name = "teacher", StageSeed = 1 }, Data);

    private static float[] Weights(Network network) => [.. network.parameters().SelectMany(p => p.data<float>().ToArray())];

    private static double Accuracy(Network network)
    {
        var split = Data["validation"];
        var logits = network.call(network.Encode(split.Inputs)).Logits.data<float>().ToArray();
        return Enumerable.Range(0, split.Count).Count(i => (logits[(2 * i) + 1] > logits[2 * i] ? 1 : 0) == split.Labels[i]) / (double)split.Count;
    }

    private static int RightTokens(Network network, Split split)
    {
        var logits = network.call(network.Encode(split.Inputs)).Logits;
        return Enumerable.Range(0, split.Count).Sum(i => Enumerable.Range(0, split.TokenLabels![i].Length)
            .Count(t => logits[i][t].argmax().ToInt64() == split.TokenLabels[i][t]));
    }

    // Class b where the first number is above zero.
    private static Split Points(string name, SplitRole role)
    {
        var random = new SeededRandom(5);
        var values = Enumerable.Range(0, 64).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
        return new Split(name, role, new DenseInputs(tensor(values).reshape(32, 2)), [.. Enumerable.Range(0, 32).Select(i => values[2 * i] > 0 ? 1 : 0)], [.. Enumerable.Range(0, 32).Select(i => (long)i)]);
    }
}
