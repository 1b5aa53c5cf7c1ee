namespace PluginKd.Evaluation.Tests;

public class ClassificationTests
{
    private static readonly string[] Classes = ["a", "b", "c"];

    // Labels a a b b, predictions a b b b: 3 of 4 right; F1 of a = 2/(2+0+1) = 2/3, of b = 4/(4+1+0) = 4/5; c occurs nowhere.
    private static readonly int[] Labels = [0, 0, 1, 1];

    private static readonly Tensor Logits = Predicting(0, 1, 1, 1);

    [Fact]
    public void Counts_what_is_right() => Assert.Equal(0.75, Value(Measure(Labels, Logits), "accuracy"), 1e-12);

    [Fact]
    public void Leaves_classes_that_occur_nowhere_out_of_macro_f1() =>
        Assert.Equal(((2 / 3.0) + (4 / 5.0)) / 2, Value(Measure(Labels, Logits), "macro-f1"), 1e-12);

    [Fact]
    public void Counts_a_predicted_class_without_labels_as_f1_zero() =>
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + 0) / 3, Value(Measure(Labels, Predicting(0, 2, 1, 2)), "macro-f1"), 1e-12);

    [Fact]
    public void Leaves_named_classes_out_of_f1_and_then_gives_micro_f1()
    {
        // Labels a a b b c, predictions a b b c c. Without a: b has TP 1, FP 1, FN 1, c has TP 1, FP 1, FN 0.
        var (labels, logits) = (new[] { 0, 0, 1, 1, 2 }, Predicting(0, 1, 1, 2, 2));
        var measured = Measure(labels, logits, settings: new() { F1Without = ["a"] });
        Assert.Equal(((2 / 4.0) + (2 / 3.0)) / 2, Value(measured, "macro-f1"), 1e-12);
        Assert.Equal((2 + 2) / (4 + 3.0), Value(measured, "micro-f1"), 1e-12);
        Assert.Equal(3 / 5.0, Value(measured, "accuracy"), 1e-12);
        Assert.DoesNotContain(Measure(labels, logits).Metrics, m => m.Name == "micro-f1");
    }

    [Fact]
    public void Says_which_class_to_leave_out_is_none()
    {
        var data = new DataBundle(Classes, [new Split("train", SplitRole.Train, new TextInputs(["x"]), [0], [0])]);
        var problem = Assert.Single(new Classification(new() { F1Without = ["a", "A"] }).Check(data));
        Assert.Equal(("there is no class 'A'", "f1-without"), (problem.Found, problem.Where));
    }

    [Fact]
    public void Passes_over_examples_without_a_label()
    {
        var measurement = Measure([0, -1, 1, -1], Logits);
        Assert.Equal(1, Value(measurement, "accuracy"));
        Assert.Equal(2, Value(measurement, "examples"));
    }

    [Fact]
    public void Agreement_counts_all_examples_and_needs_no_label() =>
        Assert.Equal(0.5, Value(Measure([0, -1, -1, -1], Logits, teacher: Predicting(0, 0, 1, 2)), "agreement"));

    [Fact]
    public void Leaves_agreement_out_without_a_teacher() => Assert.DoesNotContain(Measure(Labels, Logits).Metrics, m => m.Name == "agreement");

    [Fact]
    public void Gives_accuracy_by_domain_where_there_are_domains()
    {
        var measurement = Measure(Labels, Logits, domains: ["toys", "books", "toys", "books"]);
        Assert.Equal(0.5, Value(measurement, "accuracy/books"));
        Assert.Equal(1, Value(measurement, "accuracy/toys"));
        Assert.Equal([["books", "2", "0.5000"], ["toys", "2", "1.0000"]], measurement.Tables[1].Rows);
    }

    [Fact]
    public void Names_the_group_that_is_worst_off_where_there_are_groups()
    {
        var measurement = Measure(Labels, Logits, groups: ["seen", "rare", "seen", "seen"]);
        Assert.Equal(0, Value(measurement, "worst-group-accuracy"));
        Assert.Equal([["rare", "1", "0.0000"], ["seen", "3", "1.0000"]], measurement.Tables[1].Rows);
    }

    [Fact]
    public void Lays_out_the_confusion_with_a_row_for_each_label()
    {
        var table = Measure(Labels, Logits).Tables.Single();
        Assert.Equal(["label", "a", "b", "c"], table.Columns);
        Assert.Equal([["a", "1", "1", "0"], ["b", "0", "2", "0"], ["c", "0", "0", "0"]], table.Rows);
    }

    [Fact]
    public void Says_so_when_no_example_has_a_label() => Assert.Equal(
        "no example of split 'test' has a label", Assert.Throws<UserErrorException>(() => Measure([-1, -1, -1, -1], Logits)).Found);

    [Fact]
    public void Refuses_scores_that_are_no_numbers()
    {
        var broken = Predicting(0, 1, 1, 1);
        broken[2, 0] = float.NaN;
        var error = Assert.Throws<UserErrorException>(() => Measure(Labels, broken));
        Assert.Equal(UserErrorKind.Run, error.Kind);
        Assert.Equal("split 'test'", error.Where);
    }

    [Fact]
    public void Takes_one_example() => Assert.Equal(1, Value(Measure([2], Predicting(2)), "macro-f1"));

    private static Tensor Predicting(params int[] classes) => nn.functional.one_hot(tensor(classes.Select(c => (long)c).ToArray()), 3).to(float32);

    private static double Value(Measurement measurement, string name) => measurement.Metrics.Single(m => m.Name == name).Value;

    private static Measurement Measure(int[] labels, Tensor logits, Tensor? teacher = null, string[]? domains = null, string[]? groups = null, ClassificationSettings? settings = null)
    {
        var inputs = new TextInputs([.. labels.Select((_, i) => $"text {i}")]);
        var split = new Split("test", SplitRole.Test, inputs, labels, [.. labels.Select((_, i) => (long)i)]) { Domains = domains, Groups = groups };
        return new Classification(settings ?? new()).Measure(new EvaluationContext(new() { Name = "evaluate", StageSeed = 1 }, null!, split, Classes, logits, teacher));
    }
}
