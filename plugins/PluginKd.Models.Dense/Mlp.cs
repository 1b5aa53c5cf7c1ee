using System.Globalization;

namespace PluginKd.Models.Dense;

/// <summary>A multi-layer perceptron on rows of numbers; images are flattened.</summary>
/// <param name="settings">Widths, dropout, activation.</param>
[KdPlugin("mlp", Settings = typeof(MlpSettings))]
public sealed class Mlp(MlpSettings settings) : IModel
{
    private const string SavedInputs = "inputs";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Rows, Modality.Images];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } =
        [SignalNames.Logits, SignalNames.Embedding, .. Enumerable.Range(0, settings.Hidden.Count).Select(SignalNames.Hidden)];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Hidden.Any(width => width < 1))
            throw new UserErrorException("a hidden layer has a width below 1", "widths of 1 or more", "hidden of model 'mlp'", "correct the list");
        var inputs = request.Saved is { } saved ? long.Parse(saved[SavedInputs], CultureInfo.InvariantCulture) : MlpNetwork.WidthOf(request.Examples);
        return new MlpNetwork(inputs, request.Outputs, settings, new Dictionary<string, string>
        {
            [SavedInputs] = inputs.ToString(CultureInfo.InvariantCulture),
        });
    }
}
