using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Parity;

/// <summary>Linear layers with ReLU between them, from the weights of a parity job.</summary>
public sealed class StackNetwork : Network
{
    private readonly Sequential layers;

    public StackNetwork(ParityArrays arrays, string prefix)
        : base("stack")
    {
        var numbers = arrays.Names.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => int.Parse(n[prefix.Length..].Split('.')[0])).Distinct().Order().ToList();
        var parts = new List<(string, Module<Tensor, Tensor>)>();
        foreach (var number in numbers)
        {
            var shape = arrays.Shape($"{prefix}{number}.weight");
            var layer = Linear(shape[1], shape[0]);
            using (no_grad())
            {
                layer.weight!.copy_(arrays.Tensor($"{prefix}{number}.weight"));
                layer.bias!.copy_(arrays.Tensor($"{prefix}{number}.bias"));
            }

            parts.Add(($"{number}", layer));
            if (number != numbers[^1]) parts.Add(($"{number + 1}", ReLU()));
        }

        layers = Sequential(parts);
        RegisterComponents();
    }

    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

    public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, layers.call(input[0])));
}

/// <summary>Hands out one ready-made network.</summary>
public sealed class ReadyModel(Network network) : IModel
{
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Rows];

    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits];

    public Network Create(ModelRequest request) => network;
}
