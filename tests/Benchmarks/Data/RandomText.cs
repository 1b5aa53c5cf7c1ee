using System.Text;

namespace PluginKd.Benchmarks;

/// <summary>Sentences of made-up words, each as frequent as words of a language are: the k-th with probability in proportion to 1/k.</summary>
internal sealed class RandomText
{
    private const int Words = 30_000;

    private readonly SeededRandom _random = new(1);
    private readonly double[] _sums = new double[Words];

    /// <summary>Makes the words.</summary>
    public RandomText()
    {
        Vocabulary = [.. Enumerable.Range(0, Words).Select(Word)];
        for (var k = 0; k < Words; k++) _sums[k] = (k == 0 ? 0 : _sums[k - 1]) + (1.0 / (k + 1));
    }

    /// <summary>The words, the most frequent first.</summary>
    public IReadOnlyList<string> Vocabulary { get; }

    /// <summary>A number from 0 to below a limit.</summary>
    public int Next(int limit) => _random.Next(limit);

    /// <summary>Draws the words of a sentence.</summary>
    public string[] Sentence(int length) => [.. Enumerable.Range(0, length).Select(_ => Draw())];

    /// <summary>Draws a text: words, a comma here and there, a full stop.</summary>
    public string Text(int length)
    {
        var text = new StringBuilder();
        foreach (var word in Sentence(length)) text.Append(word).Append(_random.Next(12) == 0 ? ", " : " ");
        return text.Append('.').ToString();
    }

    private string Draw()
    {
        var at = Array.BinarySearch(_sums, _random.NextDouble() * _sums[^1]);
        return Vocabulary[Math.Min(at < 0 ? ~at : at, Words - 1)];
    }

    // Frequent words are short: bijective numbers of syllables.
    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (var rest = number + 1; rest > 0; rest = (rest - 1) / 60) word.Append("bdfgklmnprst"[(rest - 1) % 12]).Append("aeiou"[(rest - 1) % 60 / 12]);
        return word.ToString();
    }
}
