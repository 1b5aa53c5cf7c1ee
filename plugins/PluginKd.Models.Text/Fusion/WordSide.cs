using TorchSharp.Modules;

namespace PluginKd.Models.Text;

/// <summary>The first side is a text: its words, embedded by the table of the second side.</summary>
/// <param name="words">The table.</param>
/// <param name="numbers">Numbers of words.</param>
/// <param name="maxLength">Most words, marks included.</param>
internal sealed class WordSide(Embedding words, ITextNumbers numbers, int maxLength) : IFirstSide
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Saved { get; } = new Dictionary<string, string>();

    /// <inheritdoc />
    public int Most => maxLength;

    /// <inheritdoc />
    public Tensor Encode(Inputs inputs) => FusionTexts.Encode(inputs, numbers, maxLength);

    /// <inheritdoc />
    public FirstTokens Tokens(Tensor encoded) => new(words.call((encoded - 1).clamp_min(0)), encoded.eq(0).unsqueeze(1).unsqueeze(1));
}

/// <summary>Texts as numbers.</summary>
internal static class FusionTexts
{
    /// <summary>Numbers texts, one more than the number of each word, so that 0 is padding.</summary>
    /// <param name="inputs">N texts.</param>
    /// <param name="numbers">Numbers of words.</param>
    /// <param name="maxLength">Most words, marks included.</param>
    /// <returns>int64 [N, T].</returns>
    public static Tensor Encode(Inputs inputs, ITextNumbers numbers, int maxLength) => TokenRows.Stack(
        [.. TokenRows.TextsOf(inputs, FusionEncoder.Id).Select(text => Array.ConvertAll(numbers.Encode(text, maxLength), number => number + 1))], FusionEncoder.Id);
}
