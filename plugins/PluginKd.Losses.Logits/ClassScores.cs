namespace PluginKd.Losses.Logits;

/// <summary>What the losses on class scores share: how logits are read, and formulas on log-probabilities [N, C] that give a value for each example.</summary>
/// <remarks>Nothing here waits for the device or makes a tensor elsewhere: masks come from labels by scattering, sums and limits are scalars.</remarks>
internal static class ClassScores
{
    // A class that a mask has ruled out (−∞) counts as this, so that 0 · ∞ never comes up.
    private const double Lowest = -1e9;

    // What stands for "not there" under a log-sum-exp: far below every log-probability, and still a number of float32 when it is multiplied.
    private const double Absent = -1e30;

    /// <summary>Reads the logits of both sides [N, C]: the teacher's detached, both of one type, classes ruled out by −∞ as very low ones.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static (Tensor Student, Tensor Teacher) Read(LossBatch batch) => Read(batch.Student.Logits, batch.Teacher.Logits);

    /// <summary>Reads scores of both sides [N, S] in the same way.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static (Tensor Student, Tensor Teacher) Read(Tensor student, Tensor teacher)
    {
        Divergences.RequireSameShape(student, teacher);
        var wide = Wide(student);
        teacher = teacher.detach();
        return (Bounded(wide), Bounded(teacher.dtype == wide.dtype ? teacher : teacher.to(wide.dtype)));
    }

    /// <summary>Gets a signal of any name that holds a row of scores for each example [N, S]; of sequences only class scores are laid out by token.</summary>
    /// <exception cref="UserErrorException">The signal has another number of dimensions.</exception>
    public static Tensor Rows(Signals signals, string name, string loss)
    {
        var scores = signals[name];
        if (scores.dim() == 2) return scores;
        throw new UserErrorException($"the signal '{name}' is [{string.Join(", ", scores.shape)}]", "a row of scores for each example, [N, S]", $"loss '{loss}'",
            "name another signal, or use another loss where words have the labels");
    }

    /// <summary>Half-precision numbers and integers as float32: sums of exponentials need its range and its digits.</summary>
    public static Tensor Wide(Tensor values) => values.dtype is ScalarType.Float32 or ScalarType.Float64 ? values : values.to(ScalarType.Float32);

    /// <summary>Classes ruled out by −∞ as very low ones.</summary>
    public static Tensor Bounded(Tensor logits) => logits.clamp_min(Lowest);

    /// <summary>τ² where it is wanted, so that gradients keep their size whatever the temperature; otherwise 1.</summary>
    public static double Scale(double temperature, bool squared) => squared ? temperature * temperature : 1;

    /// <summary>Log-probabilities of softened scores: ln softmax(z / τ).</summary>
    public static Tensor LogSoftmax(Tensor logits, double temperature = 1) => nn.functional.log_softmax(logits / temperature, 1);

    /// <summary>Σc p·(ln p − ln q) of each row.</summary>
    public static Tensor KullbackLeibler(Tensor logP, Tensor logQ) => (logP.exp() * (logP - logQ)).sum(1);

    /// <summary>−Σc p·ln q of each row.</summary>
    public static Tensor CrossEntropy(Tensor logP, Tensor logQ) => -(logP.exp() * logQ).sum(1);

    /// <summary>Labels as a column [N, 1] that can be gathered by; where there is none, class 0 stands in and <see cref="AverageLabelled"/> drops the row.</summary>
    public static Tensor Column(Tensor labels) => labels.clamp_min(0).unsqueeze(1);

    /// <summary>Takes classes out of each row, so that neither softmax nor log-sum-exp sees them.</summary>
    /// <param name="values">Logits or log-probabilities [N, C].</param>
    /// <param name="classes">Classes of each row [N, k].</param>
    public static Tensor Without(Tensor values, Tensor classes) => values.masked_fill(Chosen(values, classes), Absent);

    /// <summary>Whether a class is among those of its row [N, C].</summary>
    public static Tensor Chosen(Tensor values, Tensor classes) =>
        zeros_like(values, ScalarType.Bool).scatter(1, classes, ones_like(classes, ScalarType.Bool));

    /// <summary>Averages over the labelled examples, by their weights when there are any; zero where nothing is left.</summary>
    public static Tensor AverageLabelled(LossBatch batch, Tensor each)
    {
        if (batch.AllLabelled) return batch.Average(each);
        var weights = batch.Labels.ne(Split.Unlabelled).to(each.dtype);
        if (batch.Weights is not null) weights = weights * batch.Weights;
        return (each * weights).sum() / weights.sum().clamp_min(1e-12);
    }
}
