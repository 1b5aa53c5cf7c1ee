using F = TorchSharp.torch.nn.functional;

namespace PluginKd.Torch.Tests;

/// <summary>The rows of operators.py for what is drawn: after the same seed the same stream as PyTorch's on the CPU.</summary>
internal static class OperatorDrawnRows
{
    public static Dictionary<string, Func<Tensor[], Tensor[]>> All => new()
    {
        ["poisson"] = Drawn(t => poisson(3 * t[0].detach())),
        ["randn_like"] = Drawn(t => randn_like(t[0])),
        ["alpha_dropout"] = Drawn(t => F.alpha_dropout(t[0], 0.3, true)),
        ["alpha_dropout_"] = Drawn(t => F.alpha_dropout(t[0].clone(), 0.3, true, true)),
        ["dropout_"] = Drawn(t => F.dropout(t[0].clone(), 0.3, true, true)),
        ["feature_dropout"] = Drawn(t => nn.Dropout1d(0.3).call(t[0])),
        ["feature_dropout_"] = Drawn(t => nn.Dropout1d(0.3, true).call(t[0].clone())),
        ["normal_tensors"] = Drawn(t => normal(t[0].detach(), t[1].detach())),
        ["normal_numbers"] = Drawn(_ => normal(0.5, 2, [4, 5], float64)),
        ["randint_out"] = Drawn(_ => empty(0, dtype: int64).randint_out(9, [4, 5])),
        ["randn_out"] = Drawn(_ => empty(0, dtype: float64).randn_out(4, 5)),
        ["random_"] = Drawn(t => empty_like(t[0]).random_(2, 9)),
    };

    private static Func<Tensor[], Tensor[]> Drawn(Func<Tensor[], Tensor> draw) => inputs =>
    {
        manual_seed(5);
        return [draw(inputs)];
    };
}
