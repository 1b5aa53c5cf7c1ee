using Microsoft.Extensions.Logging;
namespace PluginKd.Data.Sequences;

/// <summary>Says how good distant tags are, held against true ones: precision, recall and F1 of their spans, and the share of words with the same tag.</summary>
/// <remarks>A span counts as found when both its ends and its type are right.</remarks>
internal sealed partial class DistantQuality
{
    /// <summary>Share of the distant spans that are true, 0 to 1.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of the true spans that are found, 0 to 1.</summary>
    public required double Recall { get; init; }

    /// <summary>Share of the words whose two tags say the same, 0 to 1.</summary>
    public required double Words { get; init; }

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Compares sequence by sequence; those that cannot be read in either file are passed over.</summary>
    public static DistantQuality Of(IEnumerable<RawSequence> distant, IEnumerable<RawSequence> gold)
    {
        var (right, named, wanted, same, words) = (0, 0, 0, 0, 0);
        foreach (var (guess, truth) in distant.Zip(gold))
        {
            if (guess.Problem is not null || truth.Problem is not null) continue;
            var (guessed, true_) = (TagSpans.Of(guess.Tags!), TagSpans.Of(truth.Tags!));
            right += guessed.Intersect(true_).Count();
            named += guessed.Count;
            wanted += true_.Count;
            words += truth.Words.Length;
            same += Types(guessed, guess.Words.Length).Zip(Types(true_, truth.Words.Length)).Count(pair => pair.First == pair.Second);
        }

        return new() { Precision = Ratio(right, named), Recall = Ratio(right, wanted), Words = Ratio(same, words) };
    }

    /// <summary>Writes the numbers into the log.</summary>
    public void Report(ILogger log) => Measured(log, Precision, Recall, F1, Words);

    private static string[] Types(List<TagSpan> spans, int count) => TagWriter.Write(spans, count, TagScheme.Iob2);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

    [LoggerMessage(Level = LogLevel.Information,
        Message = "distant tags of 'train' against the true ones: precision {precision:0.0000}, recall {recall:0.0000}, F1 {f1:0.0000} of spans; {words:0.0000} of words have the same tag")]
    private static partial void Measured(ILogger log, double precision, double recall, double f1, double words);
}
