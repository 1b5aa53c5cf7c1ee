using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace PluginKd.Benchmarks;

/// <summary>The encoder of pytorch_encoder_step.py, in TorchSharp's style; parameters are drawn in the same order.</summary>
internal sealed class EncoderModel
{
    private const int Batch = 32, Length = 64, Layers = 4, Width = 256, Heads = 4, Inner = 1024, Words = 30_522;
    private const double Epsilon = 1e-12;

    private readonly List<Parameter> _parameters = [];
    private readonly Layer[] _layers = new Layer[Layers];
    private readonly Embedding _tokens, _positions;
    private readonly Pair _norm, _head;
    private readonly Tensor _ids, _labels, _places;

    public EncoderModel()
    {
        manual_seed(0);
        (_tokens, _positions, _norm) = (Table(Words), Table(128), Norm());
        for (var i = 0; i < Layers; i++)
        {
            _layers[i] = new Layer(Linear(Width, Width), Linear(Width, Width), Linear(Width, Width), Linear(Width, Width), Norm(),
                Linear(Inner, Width), Linear(Width, Inner), Norm());
        }

        _head = Linear(4, Width);
        (_ids, _labels, _places) = (randint(0, Words, [Batch, Length]), randint(0, 4, [Batch]), arange(Length));
    }

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public Tensor Loss() => F.cross_entropy(Forward(), _labels);

    private Tensor Forward()
    {
        var x = Normalised(_tokens.call(_ids) + _positions.call(_places), _norm);
        foreach (var layer in _layers)
        {
            var (q, k, v) = (Split(Through(layer.Query, x)), Split(Through(layer.Key, x)), Split(Through(layer.Value, x)));
            var weights = softmax(matmul(q, k.transpose(-2, -1)) * (1 / Math.Sqrt(Width / Heads)), -1);
            var context = matmul(weights, v).transpose(1, 2).reshape(Batch, Length, Width);
            x = Normalised(x + Through(layer.Out, context), layer.First);
            x = Normalised(x + Through(layer.Down, F.gelu(Through(layer.Up, x))), layer.Second);
        }

        return Through(_head, x.select(1, 0));
    }

    private static Tensor Split(Tensor x) => x.view(Batch, Length, Heads, Width / Heads).transpose(1, 2);

    private static Tensor Through(Pair linear, Tensor x) => F.linear(x, linear.Weight, linear.Bias);

    private static Tensor Normalised(Tensor x, Pair norm) => F.layer_norm(x, [Width], norm.Weight, norm.Bias, Epsilon);

    private Pair Linear(int to, int from) => new(Normal(to, from), Kept(zeros(to)));

    private Pair Norm() => new(Kept(ones(Width)), Kept(zeros(Width)));

    private Embedding Table(int rows)
    {
        var table = nn.Embedding_from_pretrained(randn(rows, Width) * 0.02, freeze: false);
        _parameters.Add(table.weight);
        return table;
    }

    private Parameter Normal(int rows, int columns) => Kept(randn(rows, columns) * 0.02);

    private Parameter Kept(Tensor values)
    {
        _parameters.Add(nn.Parameter(values));
        return _parameters[^1];
    }

    private sealed record Pair(Parameter Weight, Parameter Bias);

    private sealed record Layer(Pair Query, Pair Key, Pair Value, Pair Out, Pair First, Pair Up, Pair Down, Pair Second);
}
