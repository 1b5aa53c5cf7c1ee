using F = TorchSharp.torch.nn.functional;

namespace PluginKd.Torch.Tests;

/// <summary>The rows of operators.py for in-place forms, for what has no gradient.</summary>
internal static class OperatorInPlaceRows
{
    public static Dictionary<string, Func<Tensor[], Tensor[]>> All => new()
    {
        ["argmax"] = t => [t[0].argmax(), t[0].argmax(1), argmax(t[0], 1, true)],
        ["argmin"] = t => [t[0].argmin(), t[0].argmin(1), argmin(t[0], 1, true)],
        ["argsort"] = t => [t[0].argsort(), argsort(t[0], 0, true)],
        ["bincount"] = t => [bincount(t[0]), bincount(t[0], t[1].detach(), 8)],
        ["count_nonzero"] = t => [t[0].relu().count_nonzero(), t[0].relu().count_nonzero([1]), t[0].relu().nonzero()],
        ["kinds"] = t => [t[0].log().isnan().@long(), t[0].log().isfinite().@long(), (1 / t[0].detach().relu()).isinf().@long()],
        ["isclose"] = t =>
        [
            t[0].isclose(t[1]).@long(), t[0].isclose(t[1], 0.5, 0.1).@long(), isclose(t[0].log(), t[0].log(), nanEqual: true).@long(),
        ],
        ["abs_"] = Copied(x => x.abs_()),
        ["neg_"] = Copied(x => x.neg_()),
        ["exp_"] = Copied(x => x.exp_()),
        ["expm1_"] = Copied(x => x.expm1_()),
        ["sin_"] = Copied(x => x.sin_()),
        ["cos_"] = Copied(x => x.cos_()),
        ["erf_"] = Copied(x => x.erf_()),
        ["floor_"] = Copied(x => x.floor_()),
        ["ceil_"] = Copied(x => x.ceil_()),
        ["trunc_"] = Copied(x => x.trunc_()),
        ["sign_"] = Copied(x => x.sign_()),
        ["relu_"] = Copied(x => x.relu_()),
        ["sigmoid_"] = Copied(x => x.sigmoid_()),
        ["tanh_"] = Copied(x => x.tanh_()),
        ["zero_"] = Copied(x => x.zero_()),
        ["log_"] = Copied(x => x.log_()),
        ["log1p_"] = Copied(x => x.log1p_()),
        ["log2_"] = Copied(x => x.log2_()),
        ["log10_"] = Copied(x => x.log10_()),
        ["sqrt_"] = Copied(x => x.sqrt_()),
        ["rsqrt_"] = Copied(x => x.rsqrt_()),
        ["reciprocal_"] = Copied(x => x.reciprocal_()),
        ["clamp_"] = t => [t[0].clone().clamp_(-0.4, 0.6), t[0].clone().clamp_min_(-0.4), t[0].clone().clamp_max_(0.6)],
        ["silu_"] = Copied(x => F.silu(x, true)),
        ["addcmul_"] = t =>
            [t[0].clone().addcmul_(t[1], t[2], 0.5), t[0].clone().addcdiv_(t[1], t[2], 0.5), t[0].clone().lerp_(t[1], t[2])],
        ["logic"] = t =>
        [
            t[0].logical_and(t[1]).@long(), t[0].logical_or(t[1]).@long(), t[0].logical_xor(t[1]).@long(), t[0].logical_not().@long(),
        ],
        ["bits"] = t => [t[0] & t[1], t[0] | t[1], t[0] ^ t[1], ~t[0]],
        ["detach_"] = Copied(x => x.detach_()),
        ["div_"] = t => [t[0].clone().div_(t[1]), t[0].clone().div_(0.3)],
        ["elu_"] = Copied(x => F.elu(x, 0.7, true)),
        ["gelu_"] = Copied(x => F.gelu(x, TorchSharp.Modules.GELU.Approximate.none, true)),
        ["hardtanh_"] = Copied(x => F.hardtanh(x, -0.5, 0.8, true)),
        ["masked_fill_"] = t => [t[0].clone().masked_fill_(t[1] > 0, 2.5)],
        ["pow_"] = Copied(x => x.pow_(3)),
        ["scatter_"] = t => [t[0].clone().scatter_(1, t[1], t[2])],
        ["scatter_add_"] = t => [t[0].clone().scatter_add_(1, t[1], t[2])],
    };

    private static Func<Tensor[], Tensor[]> Copied(Func<Tensor, Tensor> change) => inputs =>
    {
        var copy = inputs[0].clone();
        var result = change(copy);
        Assert.Equal(copy.detach(), result.detach());
        return [copy];
    };
}
