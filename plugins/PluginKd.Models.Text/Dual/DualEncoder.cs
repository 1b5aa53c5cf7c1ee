using System.Globalization;

namespace PluginKd.Models.Text;

/// <summary>Two towers that never see each other's input: embeddings of both, compared by one number, so that those of documents can be kept and searched.</summary>
/// <remarks>
/// <para>Formula: <c>a = A·f(first)</c>, <c>b = B·g(second)</c>, f and g the towers' <c>embedding</c> (one and the same network, and A = B, without <c>second</c>); <c>s = cos(a, b)</c>, or <c>a·b/√D</c>; logits
/// <c>z_c = w_c·s + v_c</c>, [N, C]. At the start the w are evenly spaced, from −w to w, and v = 0, with w = 5 for cosines and ½ for dot products: with the classes no and yes
/// <c>p(yes) = σ(10·s)</c> or <c>σ(s)</c>; of grades the higher ones go with closer pairs. w and v learn.</para>
/// <para>Signals: <c>first</c> and <c>second</c> are a and b, [N, D], of length 1 each for cosines. The towers' own class scores are made and not used.</para>
/// <para>Source: Huang et al. (2013), Learning deep structured semantic models, DOI 10.1145/2505515.2505665; Reimers and Gurevych (2019), arXiv:1908.10084. Departure: class scores instead of a
/// softmax over documents, so that any loss on logits fits.</para>
/// </remarks>
/// <param name="settings">Towers and comparison.</param>
[KdPlugin("dual-encoder", Settings = typeof(DualEncoderSettings))]
public sealed class DualEncoder(DualEncoderSettings settings) : IModel
{
    /// <summary>Name of the embedding of the first of each pair.</summary>
    public const string First = "first";

    /// <summary>Name of the embedding of the second of each pair.</summary>
    public const string Second = "second";

    private const string Width = "width";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes =>
    [
        .. new[] { (Of: Modality.TextPair, First: Modality.Text), (Of: Modality.ImageText, First: Modality.Images) }
            .Where(kind => settings.First.Takes.Contains(kind.First) && (settings.Second ?? settings.First).Takes.Contains(Modality.Text)).Select(kind => kind.Of),
    ];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, First, Second];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (Takes.Count == 0)
            throw new UserErrorException($"the towers take {settings.First.Takes.Describe()} and {(settings.Second ?? settings.First).Takes.Describe()}", "texts or images first, and texts second",
                "first and second of model 'dual-encoder'", "name other models");
        var pairs = request.Saved is null ? request.Examples as PairInputs ?? throw request.Examples.NotTakenBy("dual-encoder", Takes) : null;
        var isShared = settings.Second is null;
        var first = Tower(settings.First, First, isShared ? pairs?.First.Concat([pairs.Second]) : pairs?.First, request);
        var second = isShared ? first : Tower(settings.Second!, Second, pairs?.Second, request);
        return new DualEncoderNetwork(first, second, request.Outputs, settings, Takes);
    }

    private static DualTower Tower(IModel model, string name, Inputs? examples, ModelRequest request)
    {
        if (!model.Signals.Contains(SignalNames.Embedding))
            throw new UserErrorException("a tower gives no embedding", $"a model with the signal '{SignalNames.Embedding}'", $"{name} of model 'dual-encoder'", "name another model");
        if (request.Saved is { } saved)
        {
            var own = saved.Where(entry => entry.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary(entry => entry.Key[(name.Length + 1)..], entry => entry.Value);
            return new(name, model.Create(new ModelRequest(request.Examples, 1, own)), long.Parse(own[Width], CultureInfo.InvariantCulture));
        }

        var network = model.Create(new ModelRequest(examples!, 1));
        return new(name, network, WidthOf(network, examples!.Take([0])));
    }

    // In evaluation mode nothing is drawn, so that the weights made after it are those that they would be without it.
    private static long WidthOf(Network network, Inputs one)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        network.eval();
        var width = network.call([.. network.Encode(one)])[SignalNames.Embedding].size(1);
        network.train();
        return width;
    }
}

/// <summary>A network that embeds one side of each pair.</summary>
/// <param name="Name">Side.</param>
/// <param name="Network">Gives embeddings.</param>
/// <param name="Width">Their width.</param>
internal sealed record DualTower(string Name, Network Network, long Width);
