namespace PluginKd.Sdk.Testing;

/// <summary>Makes a network and runs it on the training split.</summary>
internal sealed class ModelExercise(ConformanceSubject subject) : Exercise(subject)
{
    /// <summary>More than the classes, as a widening loss asks for.</summary>
    public const int Outputs = 5;

    /// <summary>Inputs of a modality.</summary>
    public static Inputs Inputs(Modality modality) => TinyData.Of(modality)["train"].Inputs;

    /// <summary>The network, in evaluation mode.</summary>
    public Network? Network { get; private set; }

    private readonly Inputs[] _inputs = [.. Enum.GetValues<Modality>().Select(Inputs)];

    protected override void Note(Fingerprint given)
    {
        foreach (var inputs in _inputs) given.Add($"{inputs.Modality.Describe()}", inputs);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        var model = (IModel)plugin;
        var inputs = _inputs.First(i => i.Modality == model.Takes[0]);
        Network = model.Create(new ModelRequest(inputs, Outputs));
        Network.eval();
        Gave.Add("first weights", Network);
        foreach (var (name, value) in Inference.Collect(Network, inputs, model.Signals, host.Stage)) Gave.Add(name, value);
    }
}
