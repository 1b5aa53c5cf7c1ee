using System.Globalization;

namespace PluginKd.Evaluation;

/// <summary>Confidences against how often they are right.</summary>
internal sealed class Reliability
{
    private readonly List<Bin> _bins;

    /// <summary>Looks at all examples.</summary>
    public Reliability(LabelledScores scores, double temperature, int bins)
    {
        var (count, classes) = (scores.Labels.Length, scores.Logits[0].Length);
        var (top, ofClass) = (new List<Guess>(count), Enumerable.Range(0, classes).Select(_ => new List<Guess>(count)).ToArray());
        for (var i = 0; i < count; i++)
        {
            var (logs, label) = (scores.LogProbabilities(i, temperature), scores.Labels[i]);
            NegativeLogLikelihood -= logs[label] / count;
            var best = 0;
            for (var c = 0; c < classes; c++)
            {
                var probability = Math.Exp(logs[c]);
                if (logs[c] > logs[best]) best = c;
                ofClass[c].Add(new Guess(probability, c == label));
                Brier += Math.Pow(probability - (c == label ? 1 : 0), 2) / count;
            }

            top.Add(new Guess(Math.Exp(logs[best]), best == label));
        }

        _bins = EqualWidth(top, bins);
        ExpectedError = Error(_bins, count);
        LargestError = _bins.Max(bin => bin.Gap);
        AdaptiveError = Error(EqualMass(top, bins), count);
        ClassError = ofClass.Average(guesses => Error(EqualWidth(guesses, bins), count));
    }

    /// <summary>ECE.</summary>
    public double ExpectedError { get; }

    /// <summary>ECE with equally many examples in each bin.</summary>
    public double AdaptiveError { get; }

    /// <summary>Mean ECE of the classes.</summary>
    public double ClassError { get; }

    /// <summary>MCE.</summary>
    public double LargestError { get; }

    /// <summary>Nats per example.</summary>
    public double NegativeLogLikelihood { get; }

    /// <summary>0 to 2.</summary>
    public double Brier { get; }

    /// <summary>The reliability diagram in numbers; bins without examples are left out.</summary>
    public Table ToTable() => new("Reliability (confidence in bins of equal width)", ["up to", "examples", "confidence", "accuracy"],
        [.. _bins.Select(bin => (IReadOnlyList<string>)[Text(bin.Top, "0.###"), Text(bin.Count, "0"), Text(bin.Confidence, "0.0000"), Text(bin.Accuracy, "0.0000")])]);

    private static List<Bin> EqualWidth(List<Guess> guesses, int bins) =>
    [
        .. guesses.GroupBy(guess => Math.Clamp((int)Math.Ceiling(guess.Confidence * bins), 1, bins)).OrderBy(group => group.Key)
            .Select(group => new Bin((double)group.Key / bins, [.. group])),
    ];

    private static List<Bin> EqualMass(List<Guess> guesses, int bins) =>
    [
        .. guesses.OrderBy(guess => guess.Confidence).Index().GroupBy(guess => (long)guess.Index * bins / guesses.Count)
            .Select(group => new Bin(group.Max(guess => guess.Item.Confidence), [.. group.Select(guess => guess.Item)])),
    ];

    private static double Error(List<Bin> bins, int count) => bins.Sum(bin => bin.Gap * bin.Count / count);

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private readonly record struct Guess(double Confidence, bool IsRight);

    private sealed record Bin(double Top, IReadOnlyList<Guess> Guesses)
    {
        public int Count => Guesses.Count;

        public double Confidence { get; } = Guesses.Average(guess => guess.Confidence);

        public double Accuracy { get; } = Guesses.Count(guess => guess.IsRight) / (double)Guesses.Count;

        public double Gap => Math.Abs(Accuracy - Confidence);
    }
}
