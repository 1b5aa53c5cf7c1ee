using System.Runtime.CompilerServices;

namespace PluginKd.Teachers;

/// <summary>A module of TorchScript that answers with signals.</summary>
internal sealed class TorchScriptNetwork : Network
{
    /// <summary>Key of the file's SHA-256 in what is saved.</summary>
    public const string HashKey = "torchscript";

    private readonly jit.ScriptModule _script;
    private readonly int _logits;
    private readonly int? _embedding;

    /// <summary>Takes over a module.</summary>
    /// <param name="script">The module; its weights are stored under <c>script.</c>.</param>
    /// <param name="hash">SHA-256 of its file.</param>
    /// <param name="logits">Position of the logits among its outputs.</param>
    /// <param name="embedding">Position of the embedding, or null.</param>
    public TorchScriptNetwork(jit.ScriptModule script, string hash, int logits, int? embedding)
        : base(nameof(TorchScriptNetwork))
    {
        (_script, _logits, _embedding) = (script, logits, embedding);
        Saved = new Dictionary<string, string> { [HashKey] = hash };
        register_module("script", script);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => inputs is DenseInputs dense ? [dense.Values]
        : throw new UserErrorException($"the inputs are {inputs.Modality.Describe()}", "rows or images of numbers", "teacher", "use another teacher for these data");

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor> input)
    {
        var outputs = Outputs(input[0]);
        return _embedding is { } at
            ? new((SignalNames.Logits, outputs[_logits]), (SignalNames.Embedding, outputs[at]))
            : new((SignalNames.Logits, outputs[_logits]));
    }

    /// <summary>Calls the module; it is never trained, so no gradient is kept.</summary>
    /// <exception cref="InvalidCastException">An output is no tensor.</exception>
    public Tensor[] Outputs(Tensor input)
    {
        using var quiet = no_grad();
        return _script.call(input) switch
        {
            Tensor single => [single],
            Tensor[] several => several,
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => AsTensor(tuple[i]))],
            object?[] list => Array.ConvertAll(list, AsTensor),
            var other => [AsTensor(other)],
        };
    }

    private static Tensor AsTensor(object? output) => output as Tensor ?? throw new InvalidCastException($"an output is {output?.GetType().Name ?? "none"}, no tensor");
}
