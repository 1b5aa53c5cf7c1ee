namespace PluginKd.Teachers;

/// <summary>The network that was chosen among several, and says which it is.</summary>
/// <remarks>Its weights carry the chosen one's name and a dot before theirs, and so does what it saves.</remarks>
internal sealed class ChosenNetwork : Network
{
    private const string Key = "chosen";

    private readonly string _name;
    private readonly Network _chosen;

    /// <summary>Holds the one that was chosen.</summary>
    public ChosenNetwork(string name, Network chosen)
        : base(nameof(ChosenNetwork))
    {
        (_name, _chosen) = (name, chosen);
        register_module(name, chosen);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => SavedUnder.Put(_name, _chosen.Saved).Append(new(Key, _name)).ToDictionary();

    /// <inheritdoc />
    public override IGenerator? Generator => _chosen.Generator;

    /// <summary>Which was chosen, by what a network had saved; null where nothing is known.</summary>
    public static string? NameIn(IReadOnlyDictionary<string, string>? saved) => saved?.GetValueOrDefault(Key);

    /// <inheritdoc />
    public override bool CanAnswer(Inputs inputs) => _chosen.CanAnswer(inputs);

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => _chosen.Encode(inputs);

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor> input) => _chosen.call(input);
}
