namespace PluginKd.Distillation.Tests;

public class OfflineTests
{
    private static readonly DataBundle Data = new(["a", "b"], [Points("train", 32, labelled: true), Points("unlabelled", 64, labelled: false)]);

    [Fact]
    public void Brings_the_student_to_the_teacher_without_labels()
    {
        using var student = Distill([("soft", new TeacherLoss(), 1)], on: ["unlabelled"], steps: 300);
        Assert.Equal(Predictions(Teacher()), Predictions(student));
    }

    [Theory]
    [InlineData(SignalSource.Cached)]
    [InlineData(SignalSource.Online)]
    public void Has_the_same_bytes_for_the_same_seed(SignalSource source)
    {
        using var first = Distill([("soft", new TeacherLoss(), 0.5), ("hard", new LabelLoss(), 0.5)], source: source);
        using var second = Distill([("soft", new TeacherLoss(), 0.5), ("hard", new LabelLoss(), 0.5)], source: source);
        Assert.Equal(Weights(first), Weights(second));
    }

    [Fact]
    public void Online_teachers_teach_what_cached_ones_do()
    {
        using var cached = Distill([("soft", new TeacherLoss(), 1)], source: SignalSource.Cached);
        using var online = Distill([("soft", new TeacherLoss(), 1)], source: SignalSource.Online);
        Assert.Equal(Weights(cached), Weights(online), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    // One step of plain descent at rate 1 from the same weights: the step of the sum is the weighted sum of the steps.
    [Fact]
    public void Adds_up_the_losses_by_their_weights()
    {
        float[] Step(params (string, ILoss, double)[] losses)
        {
            using var student = Distill(losses, on: ["train"], steps: 1, optimizer: new() { Name = OptimizerName.Sgd, LearningRate = 1 });
            return Weights(student);
        }

        var start = Step(("none", new LabelLoss(), 1e-6));
        var (soft, hard) = (Step(("soft", new TeacherLoss(), 1)), Step(("hard", new LabelLoss(), 1)));
        var both = Step(("soft", new TeacherLoss(), 0.9), ("hard", new LabelLoss(), 0.1));
        for (var i = 0; i < start.Length; i++)
            Assert.Equal(start[i] + (0.9f * (soft[i] - start[i])) + (0.1f * (hard[i] - start[i])), both[i], 1e-5f);
    }

    [Fact]
    public void Trains_on_train_alone_when_there_is_no_unlabelled_split()
    {
        var loss = new FittedLoss();
        Distill([("fitted", loss, 1)], data: new DataBundle(Data.Classes, [Data["train"]])).Dispose();
        Assert.Equal(32, loss.FittedExamples);
    }

    [Fact]
    public void Fits_losses_on_the_whole_transfer_set_before_training()
    {
        var loss = new FittedLoss();
        Distill([("fitted", loss, 1)]).Dispose();
        Assert.Equal(96, loss.FittedExamples);
    }

    [Fact]
    public void Trains_the_module_of_a_loss_along_and_keeps_it_out_of_the_student()
    {
        var loss = new TrainedLoss();
        using var student = Distill([("trained", loss, 1)]);
        Assert.NotEqual(loss.FirstWeights, loss.Layer!.weight.data<float>().ToArray());
        Assert.Equal(["layer.weight", "layer.bias"], student.state_dict().Keys);
    }

    [Fact]
    public void Gives_the_student_the_same_first_weights_with_and_without_a_trained_loss()
    {
        OptimizerSettings still = new() { Name = OptimizerName.Sgd, LearningRate = 0.01 };
        using var with = Distill([("soft", new TeacherLoss(), 1), ("trained", new TrainedLoss(), 0)], steps: 1, optimizer: still);
        using var without = Distill([("soft", new TeacherLoss(), 1)], steps: 1, optimizer: still);
        Assert.Equal(Weights(without), Weights(with));
    }

    [Fact]
    public void Widens_the_student_and_reads_class_scores_back()
    {
        var loss = new WideningLoss();
        using var student = Distill([("wide", loss, 1), ("soft", new TeacherLoss(), 1)]);
        Assert.Equal(4, loss.SeenWidth);
        Assert.Equal(2, student.call(student.Encode(Data["train"].Inputs)).Logits.size(1));
    }

    [Fact]
    public void Tells_who_listens_of_each_step()
    {
        var steps = new List<long>();
        Distill([("hard", new LabelLoss(), 1)], on: ["train"], steps: 3, afterStep: step => steps.Add(step.Moment.Step)).Dispose();
        Assert.Equal([0, 1, 2], steps);
    }

    [Fact]
    public void Says_so_when_only_labels_would_teach_and_there_are_none() => Assert.Equal("every loss reads labels, and no training example has one",
        Assert.Throws<UserErrorException>(() => Distill([("hard", new LabelLoss(), 1)], on: ["unlabelled"])).Found);

    [Fact]
    public void Takes_a_batch_of_one()
    {
        using var student = Distill([("soft", new TeacherLoss(), 1)], batchSize: 1);
        Assert.All(Weights(student), w => Assert.True(float.IsFinite(w)));
    }

    private static Network Distill(
        (string Id, ILoss Loss, double Weight)[] losses, string[]? on = null, int steps = 20, SignalSource source = SignalSource.Cached, int batchSize = 16,
        OptimizerSettings? optimizer = null, DataBundle? data = null, Action<TrainingStep>? afterStep = null)
    {
        var stage = new StageContext { Name = "distill", StageSeed = 1 };
        var teachers = new Dictionary<string, Network> { ["teacher"] = Teacher() };
        return new Offline(new OfflineSettings
        {
            Student = new LinearModel(),
            Loss = [.. losses.Select(l => new WeightedLoss(l.Id, l.Loss, l.Weight))],
            On = on,
            Steps = steps,
            BatchSize = batchSize,
            TeacherSignals = source,
            Optimizer = optimizer ?? new() { LearningRate = 0.05 },
        }).Distill(new DistillContext(stage, data ?? Data, teachers, new FreshSignals(teachers, stage)) { Observer = afterStep is null ? null : new StepListener(afterStep) });
    }

    private static Network Teacher()
    {
        manual_seed(9).Dispose();
        var teacher = new LinearModel().Create(new ModelRequest(Data["train"].Inputs, 2));
        using (no_grad()) teacher.state_dict()["layer.weight"].copy_(tensor(new[] { -3f, 1f, 3f, -1f }).reshape(2, 2));
        teacher.eval();
        return teacher;
    }

    private static long[] Predictions(Network network) => network.call(network.Encode(Data["unlabelled"].Inputs)).Logits.argmax(1).data<long>().ToArray();

    private static float[] Weights(Network network) => [.. network.parameters().SelectMany(p => p.data<float>().ToArray())];

    private static Split Points(string name, int count, bool labelled)
    {
        var random = new SeededRandom(count);
        var values = Enumerable.Range(0, 2 * count).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
        return new Split(name, labelled ? SplitRole.Train : SplitRole.Unlabelled, new DenseInputs(tensor(values).reshape(count, 2)),
            labelled ? [.. Enumerable.Range(0, count).Select(i => values[2 * i] > 0 ? 1 : 0)] : null, [.. Enumerable.Range(0, count).Select(i => (long)i)]);
    }

    private sealed class FreshSignals(Dictionary<string, Network> teachers, StageContext stage) : ITeacherSignals
    {
        public SignalTable Open(string teacher, string signal, Split examples) =>
            new([Inference.Collect(teachers[teacher], examples.Inputs, [signal], stage)[signal]]);
    }
}
