namespace PluginKd.Hosting;

/// <summary>Opens the results of stages from the store, each once and only when it is asked for.</summary>
/// <remarks>A stage in this process and one in a process of its own read the same files, so that there is one way from stage to stage.</remarks>
internal sealed class StageResults(PipelinePlan plan, StageGraph graph, ArtifactStore store, RunParts parts) : IDisposable
{
    private readonly Dictionary<string, DataBundle> _bundles = [];
    private readonly Dictionary<string, Network> _networks = [];
    private IReadOnlyDictionary<string, Network>? _teachers;

    public StageGraph Graph => graph;

    public ArtifactStore Store => store;

    /// <summary>Name of the pipeline.</summary>
    public string Pipeline => plan.Name;

    /// <summary>How teacher signals are stored.</summary>
    public SignalFormat Format => plan.SignalFormat;

    /// <summary>Signals that are open, by key.</summary>
    public Dictionary<string, SignalTable> Tables { get; } = [];

    /// <summary>Names of the C classes.</summary>
    public IReadOnlyList<string> Classes => field ??= BundleFiles.ReadClasses(Artifact("data"));

    /// <summary>The frozen teachers by name; none when the pipeline has none.</summary>
    public IReadOnlyDictionary<string, Network> Teachers => _teachers ??= graph.Find("teacher") is null
        ? new Dictionary<string, Network>()
        : parts.Teacher!.Offers.Keys.Where(name => Artifact("teacher").Has(NetworkName(name)))
            .ToDictionary(name => name, name => Open("teacher", name, request => parts.Teacher.Create(name, request)));

    /// <summary>Name of a network's file.</summary>
    public static string NetworkName(string name) => $"{name}.safetensors";

    /// <summary>The result of a stage.</summary>
    /// <exception cref="InvalidOperationException">It is not there; the stages run in order, so somebody cleared it meanwhile.</exception>
    public Artifact Artifact(string stage) => store.Find(graph[stage].Key)
        ?? throw new InvalidOperationException($"the result of stage '{stage}' is not in the store any more");

    /// <summary>The splits that only evaluators see.</summary>
    public IReadOnlyList<Split> Sealed => BundleFiles.ReadSplits(Artifact("data"), role => role == SplitRole.Test);

    /// <summary>The data after a stage of slots data, select or augment, without test splits.</summary>
    public DataBundle Bundle(string stage)
    {
        if (_bundles.TryGetValue(stage, out var known)) return known;
        var node = graph[stage];
        if (node.Slot == "data") return _bundles[stage] = new DataBundle(Classes, BundleFiles.ReadSplits(Artifact("data"), role => role != SplitRole.Test));
        var before = Bundle(node.Inputs[0]);
        return _bundles[stage] = node.Slot == "augment"
            ? Augmented.Join(before, BundleFiles.ReadSplits(Artifact(stage), _ => true))
            : Selected(before, SelectionFile.Read(Artifact(stage).File(SelectStage.FileName)));
    }

    /// <summary>A student: of the stages baseline, distill or average; shared, not to be changed.</summary>
    public Network Student(string stage) => _networks.TryGetValue(stage, out var known) ? known : _networks[stage] = OpenStudent(stage);

    /// <summary>A network of any stage; shared, not to be changed.</summary>
    public Network Network(StoredNetwork source) => source.Stage == "teacher" ? Teachers[source.Name] : Student(source.Stage);

    /// <summary>A student of the caller's own.</summary>
    public Network OpenStudent(string stage) => stage == "baseline"
        ? Open(stage, "baseline", parts.Baseline!.Create)
        : Open(stage, "student", parts.Distiller.Create);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var table in Tables.Values) table.Dispose();
        foreach (var network in _networks.Values.Concat(_teachers?.Values ?? [])) network.Dispose();
    }

    /// <summary>Applies selections to the splits that can be chosen from.</summary>
    public static DataBundle Selected(DataBundle data, Func<string, Selection> selection) =>
        new(data.Classes, [.. data.Splits.Select(split => IsChosenFrom(split) ? selection(split.Name).ApplyTo(split) : split)]);

    /// <summary>Whether selectors look at a split.</summary>
    public static bool IsChosenFrom(Split split) => split.Role is SplitRole.Train or SplitRole.Unlabelled;

    private Network Open(string stage, string name, Func<ModelRequest, Network> create) =>
        NetworkFile.Read(Artifact(stage).File(NetworkName(name)), Bundle("data").Splits[0].Inputs, Classes.Count, create);
}
