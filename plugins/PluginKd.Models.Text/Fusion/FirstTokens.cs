namespace PluginKd.Models.Text;

/// <summary>The first side of pairs as tokens that texts look at.</summary>
/// <param name="Tokens">[N, M, D].</param>
/// <param name="IsPadding">Bool [N, 1, 1, M], or null where nothing is padding.</param>
internal sealed record FirstTokens(Tensor Tokens, Tensor? IsPadding)
{
    /// <summary>The tokens, zero at padding.</summary>
    public Tensor Shown => IsPadding is null ? Tokens : Tokens.masked_fill(IsPadding.squeeze(1).transpose(1, 2), 0);
}

/// <summary>Makes tokens of the first side of pairs.</summary>
internal interface IFirstSide
{
    /// <summary>What goes into a file beside the weights.</summary>
    IReadOnlyDictionary<string, string> Saved { get; }

    /// <summary>Inputs as one tensor.</summary>
    /// <param name="inputs">N inputs.</param>
    /// <exception cref="UserErrorException">They have another shape than those that the network was made for.</exception>
    Tensor Encode(Inputs inputs);

    /// <summary>Tokens without positions.</summary>
    /// <param name="encoded">What <see cref="Encode"/> gave, N rows.</param>
    FirstTokens Tokens(Tensor encoded);

    /// <summary>Most tokens of an input, M.</summary>
    int Most { get; }
}
