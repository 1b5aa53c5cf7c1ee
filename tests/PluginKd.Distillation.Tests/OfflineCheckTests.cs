namespace PluginKd.Distillation.Tests;

public class OfflineCheckTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> OneTeacher = new() { ["teacher"] = ["logits", "embedding"] };

    [Fact]
    public void Finds_nothing_wrong_where_all_signals_are_there() => Assert.Empty(Problems(OneTeacher, ("soft", new TeacherLoss(), 1), ("hard", new LabelLoss(), 1)));

    [Fact]
    public void Asks_for_a_teacher_when_a_loss_reads_one() => Assert.Equal(
        ["Loss 'soft' reads the teacher's 'logits', and the pipeline has no teacher: add one, or use losses that read labels only."],
        Problems([], ("soft", new TeacherLoss(), 1)));

    [Fact]
    public void Needs_no_teacher_for_labels_alone() => Assert.Empty(Problems([], ("hard", new LabelLoss(), 1)));

    [Fact]
    public void Names_loss_signal_and_what_the_student_gives() => Assert.Equal(
        ["Loss 'hint' reads the student's signal 'hidden.3', and the student gives only 'logits': use another student or loss."],
        Problems(OneTeacher, ("hint", new TeacherLoss(studentSignal: "hidden.3"), 1)));

    [Fact]
    public void Names_each_teacher_that_lacks_a_signal() => Assert.Equal(
        ["Loss 'hint' reads the signal 'hidden.3' of the teacher 'teacher', which gives only 'logits', 'embedding': use another teacher or loss."],
        Problems(OneTeacher, ("hint", new TeacherLoss(teacherSignal: "hidden.3"), 1)));

    [Fact]
    public void Allows_one_widening_loss_and_no_more()
    {
        Assert.Empty(Problems(OneTeacher, ("wide", new WideningLoss(), 1)));
        Assert.Equal(["The losses 'one' and 'two' each ask for another number of outputs; a student can obey one: keep one of them."],
            Problems(OneTeacher, ("one", new WideningLoss(), 1), ("two", new WideningLoss(), 1)));
    }

    [Fact]
    public void Finds_all_problems_at_once() =>
        Assert.Equal(3, Problems([], ("soft", new TeacherLoss(), double.NaN), ("hint", new TeacherLoss(), 1)).Length);

    [Fact]
    public void Asks_for_at_least_one_loss() => Assert.Equal(["There is no loss to train on: name at least one in 'loss'."], Problems(OneTeacher));

    private static string[] Problems(Dictionary<string, IReadOnlyList<string>> offers, params (string Id, ILoss Loss, double Weight)[] losses) =>
    [
        .. new Offline(new OfflineSettings { Student = new LinearModel(), Loss = [.. losses.Select(l => new WeightedLoss(l.Id, l.Loss, l.Weight))] }).Check(offers),
    ];
}
