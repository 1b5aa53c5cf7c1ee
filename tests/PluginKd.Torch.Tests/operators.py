#!/usr/bin/python3
"""Every differentiable operator of the binding, in float64: inputs, results, gradients of Σ result · cos(place).
operators.py > operators.json   (Debian's python3-torch 1.13). A row here is a row in OperatorTests.cs of the same name."""
import json
import torch
from torch.nn import functional as F

torch.set_num_threads(1)
torch.manual_seed(1)
rows = {}
L = torch.linalg


def r(*shape):
    return torch.empty(shape, dtype=torch.float64).uniform_(-1.5, 1.5)


def p(*shape):
    return torch.empty(shape, dtype=torch.float64).uniform_(0.2, 2)


def unit(*shape):
    return torch.empty(shape, dtype=torch.float64).uniform_(0.05, 0.95)


def whole(high, *shape):
    return torch.randint(0, high, shape)


def square(n):
    return r(n, n) + 2 * torch.eye(n, dtype=torch.float64)


def definite(n):
    m = r(n, n)
    return m @ m.t() + torch.eye(n, dtype=torch.float64)


def pack(t):
    return dict(shape=list(t.shape), type=str(t.dtype)[6:], values=[float(v) for v in t.detach().double().flatten()])


def row(name, compute, *inputs):
    inputs = [i.clone().requires_grad_() if i.is_floating_point() else i for i in inputs]
    results = compute(*inputs)
    results = list(results) if isinstance(results, (tuple, list)) else [results]
    loss = sum((t * torch.arange(t.numel(), dtype=torch.float64).cos().reshape(t.shape)).sum() for t in results if t.requires_grad)
    floating = [i for i in inputs if i.is_floating_point()]
    gradients = torch.autograd.grad(loss, floating, allow_unused=True) if torch.is_tensor(loss) else [None] * len(floating)
    rows[name] = dict(inputs=[pack(i) for i in inputs], results=[pack(t) for t in results],
                      gradients=[None if g is None else pack(g) for g in gradients])


for name in "abs neg exp expm1 sin cos erf sigmoid tanh relu square floor ceil trunc sign exp2".split():
    row(name, getattr(torch, name), r(2, 3))
for name in "log log1p log2 log10 sqrt rsqrt reciprocal".split():
    row(name, getattr(torch, name), p(2, 3))
for name in "silu gelu logsigmoid softplus relu6".split():
    row(name, getattr(F, name), 3 * r(2, 3))
row("gelu_tanh", lambda x: F.gelu(x, approximate="tanh"), r(2, 3))
row("elu", lambda x: F.elu(x, 0.7), r(2, 3))
row("leaky_relu", lambda x: F.leaky_relu(x, 0.2), r(2, 3))
row("hardtanh", lambda x: F.hardtanh(x, -0.5, 0.8), r(2, 3))
row("glu", lambda x: F.glu(x, 1), r(2, 4))
row("softmin", lambda x: F.softmin(x, 1), r(2, 3))
row("softmax", lambda x: x.softmax(1), r(2, 3))
row("log_softmax", lambda x: x.log_softmax(0), r(2, 3))
for name in "add sub mul maximum minimum logaddexp".split():
    row(name, getattr(torch, name), r(2, 3), r(3))
row("div", torch.div, r(2, 3), p(3))
row("pow", torch.pow, p(2, 3), r(3))
row("pow_scalar", lambda x: x ** 3, r(2, 3))
row("rpow", lambda x: 2 - x * 3 + 1 / x, p(2, 3))
row("add_alpha", lambda a, b: torch.add(a, b, alpha=0.3), r(2, 3), r(2, 3))
row("remainder", lambda x: x.remainder(0.7), r(2, 3))
row("fmod", lambda x: x.fmod(0.7), r(2, 3))
row("addcmul", lambda a, b, c: torch.addcmul(a, b, c, value=0.5), r(2, 3), r(2, 3), r(2, 3))
row("addcdiv", lambda a, b, c: torch.addcdiv(a, b, c, value=0.5), r(2, 3), r(2, 3), p(2, 3))
row("lerp", torch.lerp, r(2, 3), r(2, 3), unit(2, 3))
row("clamp", lambda x: x.clamp(-0.4, 0.6), r(2, 3))
row("xlogy", torch.xlogy, p(2, 3), p(2, 3))
row("where", lambda c, a, b: torch.where(c > 0, a, b), whole(2, 2, 3), r(2, 3), r(2, 3))
row("masked_fill", lambda x, m: x.masked_fill(m > 0, 2.5), r(2, 3), whole(2, 2, 3))
row("masked_select", lambda x, m: x.masked_select(m > 0), r(2, 3), torch.tensor([[1, 0, 1], [0, 0, 1]]))
row("nan_to_num", lambda x: x.nan_to_num(), r(2, 3))
row("sum", lambda x: x.sum(1), r(2, 3))
row("mean", lambda x: x.mean((0, 2)), r(2, 3, 2))
row("std", lambda x: x.std(1), r(2, 3))
row("var", lambda x: x.var(0, unbiased=False), r(4, 3))
row("std_mean", lambda x: torch.std_mean(x), r(2, 3))
row("var_mean", lambda x: torch.var_mean(x, (1,)), r(2, 3))
row("prod", lambda x: x.prod(1), r(2, 3))
row("logsumexp", lambda x: x.logsumexp(1), r(2, 3))
row("max", lambda x: x.max(1), r(2, 3))
row("min", lambda x: x.min(0), r(2, 3))
row("amax", lambda x: x.amax((0, 1)), r(2, 3))
row("amin", lambda x: x.amin((1,)), r(2, 3))
row("median", lambda x: x.median(), r(5))
row("norm", lambda x: x.norm(), r(2, 3))
row("norm1", lambda x: x.norm(1, 1), r(2, 3))
row("nansum", lambda x: x.nansum(), r(2, 3))
row("dist", lambda a, b: torch.dist(a, b), r(2, 3), r(2, 3))
row("cumsum", lambda x: x.cumsum(1), r(2, 3))
row("cumprod", lambda x: x.cumprod(1), r(2, 3))
row("cummax", lambda x: x.cummax(1), r(2, 4))
row("cummin", lambda x: x.cummin(1), r(2, 4))
row("logcumsumexp", lambda x: x.logcumsumexp(1), r(2, 4))
row("topk", lambda x: x.topk(2, 1), r(2, 4))
row("sort", lambda x: x.sort(1, descending=True), r(2, 4))
row("kthvalue", lambda x: x.kthvalue(2, 1), r(2, 4))
row("mode", lambda x: x.mode(1), r(2, 4))
row("quantile", lambda x: x.quantile(torch.tensor([0.25, 0.5], dtype=torch.float64), 1), r(2, 5))
row("matmul", torch.matmul, r(2, 3, 4), r(4, 2))
row("mm", torch.mm, r(2, 3), r(3, 2))
row("bmm", torch.bmm, r(2, 2, 3), r(2, 3, 2))
row("mv", torch.mv, r(2, 3), r(3))
row("dot", torch.dot, r(3), r(3))
row("outer", torch.outer, r(3), r(2))
row("addmm", lambda a, b, c: torch.addmm(a, b, c, beta=0.5, alpha=2), r(2, 2), r(2, 3), r(3, 2))
row("baddbmm", torch.baddbmm, r(2, 2, 2), r(2, 2, 3), r(2, 3, 2))
row("addmv", lambda a, b, c: torch.addmv(a, b, c, beta=0.5, alpha=2), r(2), r(2, 3), r(3))
row("addr", torch.addr, r(2, 3), r(2), r(3))
row("einsum", lambda a, b: torch.einsum("bij,bjk->bik", a, b), r(2, 2, 3), r(2, 3, 2))
row("tensordot", lambda a, b: torch.tensordot(a, b, 2), r(2, 3, 2), r(3, 2, 2))
row("kron", torch.kron, r(2, 2), r(2, 1))
row("cdist", torch.cdist, r(3, 2), r(2, 2))
row("trace", torch.trace, r(3, 3))
row("triu", lambda x: x.triu(1), r(3, 3))
row("tril", lambda x: x.tril(), r(3, 3))
row("diag", lambda x: x.diag(), r(3))
row("diagonal", lambda x: x.diagonal(), r(3, 3))
row("diag_embed", torch.diag_embed, r(2, 3))
row("cov", torch.cov, r(2, 4))
row("corrcoef", torch.corrcoef, r(2, 4))
row("matrix_power", lambda x: x.matrix_power(3), r(2, 2))
row("svdvals", L.svdvals, r(3, 2))
row("svd", lambda x: (lambda u, s, v: (u.abs(), s, v.abs()))(*L.svd(x, full_matrices=False)), r(3, 2))
row("eigh", lambda x: (lambda w, v: (w, v.abs()))(*L.eigh(x + x.t())), r(3, 3))
row("eigvalsh", lambda x: L.eigvalsh(x + x.t()), r(3, 3))
row("qr", L.qr, square(3))
row("cholesky", lambda x: L.cholesky((x + x.t()) / 2), definite(3))
for name in "inv det slogdet pinv matrix_exp".split():
    row(name, getattr(L, name), square(3))
row("solve", L.solve, square(3), r(3, 2))
row("solve_triangular", lambda a, b: L.solve_triangular(a, b, upper=True), square(3), r(3, 2))
row("lstsq", lambda a, b: L.lstsq(a, b, driver="gelsd").solution, r(4, 2), r(4, 1))
row("vector_norm", lambda x: L.vector_norm(x, 3), r(2, 3))
row("matrix_norm", lambda x: L.matrix_norm(x), r(2, 3))
row("nuclear", lambda x: L.norm(x, "nuc"), square(2))
row("spectral", lambda x: L.matrix_norm(x, 2), r(2, 3))
row("vecdot", L.vecdot, r(2, 3), r(2, 3))
row("cross", L.cross, r(2, 3), r(2, 3))
row("multi_dot", lambda a, b, c: L.multi_dot([a, b, c]), r(2, 3), r(3, 2), r(2, 2))
row("cat", lambda a, b: torch.cat([a, b], 1), r(2, 1), r(2, 2))
row("stack", lambda a, b: torch.stack([a, b], 1), r(2, 2), r(2, 2))
row("split", lambda x: x.split([1, 2], 1), r(2, 3))
row("chunk", lambda x: x.chunk(2, 1), r(2, 4))
row("unbind", lambda x: x.unbind(1), r(2, 3))
row("view", lambda x: x.view(3, 2).transpose(0, 1).unsqueeze(1).expand(2, 2, 3), r(2, 3))
row("permute", lambda x: x.permute(2, 0, 1), r(2, 3, 2))
row("repeat", lambda x: x.repeat(2, 1), r(2, 3))
row("tile", lambda x: x.tile((1, 2)), r(2, 3))
row("repeat_interleave", lambda x: x.repeat_interleave(2, 1), r(2, 3))
row("repeat_each", lambda x, n: x.repeat_interleave(n, 0), r(2, 3), torch.tensor([1, 2]))
row("flip", lambda x: x.flip((0, 1)), r(2, 3))
row("roll", lambda x: x.roll((1, 2), (0, 1)), r(2, 3))
row("roll_flat", lambda x: x.roll(2), r(2, 3))
row("movedim", lambda x: x.movedim(0, 2), r(2, 3, 2))
row("narrow", lambda x: x.narrow(1, 1, 2), r(2, 3))
row("unfold_dim", lambda x: x.unfold(1, 2, 1), r(2, 4))
row("index", lambda x: x[:, 1::2][..., None], r(2, 4))
row("gather", lambda x, i: x.gather(1, i), r(2, 3), whole(3, 2, 2))
row("scatter", lambda x, i, s: x.scatter(1, i, s), r(2, 3), torch.tensor([[0, 2], [1, 0]]), r(2, 2))
row("scatter_add", lambda x, i, s: x.scatter_add(1, i, s), r(2, 3), whole(3, 2, 4), r(2, 4))
row("index_select", lambda x, i: x.index_select(0, i), r(3, 2), torch.tensor([2, 0, 2]))
row("index_add", lambda x, i, s: x.index_add(0, i, s, alpha=0.5), r(3, 2), torch.tensor([2, 0, 2]), r(3, 2))
row("index_copy", lambda x, i, s: x.index_copy(0, i, s), r(3, 2), torch.tensor([2, 0]), r(2, 2))
row("index_fill", lambda x, i: x.index_fill(0, i, 1.5), r(3, 2), torch.tensor([2, 0]))
row("take", lambda x, i: x.take(i), r(3, 2), torch.tensor([4, 0, 4]))
row("take_along_dim", lambda x, i: x.take_along_dim(i, 1), r(2, 3), whole(3, 2, 2))
row("bucketize", lambda x, b: torch.bucketize(x, b), r(2, 3), torch.tensor([-1.0, 0.0, 1.0], dtype=torch.float64))
row("searchsorted", lambda x, b: torch.searchsorted(b, x, right=True), r(2), torch.tensor([-1.0, 0.0, 1.0], dtype=torch.float64))
row("histc", lambda x: x.histc(4, -2, 2), r(8))
row("unique", lambda i: torch.unique(i, return_inverse=True, return_counts=True), whole(4, 8))
row("unique_consecutive", lambda i: torch.unique_consecutive(i, return_inverse=True, return_counts=True), whole(2, 8))
row("linear", F.linear, r(2, 3), r(2, 3), r(2))
row("bilinear", F.bilinear, r(2, 3), r(2, 2), r(2, 3, 2), r(2))
row("conv1d", lambda x, w, b: F.conv1d(x, w, b, 2, 1), r(1, 2, 5), r(2, 2, 3), r(2))
row("conv2d", lambda x, w, b: F.conv2d(x, w, b, (1, 2), (1, 0)), r(1, 2, 3, 4), r(2, 2, 2, 2), r(2))
row("conv_transpose1d", lambda x, w: F.conv_transpose1d(x, w, stride=2), r(1, 2, 3), r(2, 2, 3))
row("max_pool1d", lambda x: F.max_pool1d(x, 2), r(1, 2, 6))
row("max_pool2d", lambda x: F.max_pool2d(x, 2), r(1, 1, 4, 4))
row("avg_pool1d", lambda x: F.avg_pool1d(x, 2), r(1, 2, 6))
row("avg_pool2d", lambda x: F.avg_pool2d(x, 2), r(1, 1, 4, 4))
row("adaptive_avg", lambda x: F.adaptive_avg_pool2d(x, (2, 2)), r(1, 1, 3, 4))
row("adaptive_avg1d", lambda x: F.adaptive_avg_pool1d(x, 2), r(1, 1, 5))
row("adaptive_max1d", lambda x: F.adaptive_max_pool1d(x, 2), r(1, 1, 5))
row("unfold", lambda x: F.unfold(x, (2, 2), stride=(1, 1)), r(1, 1, 3, 3))
row("fold", lambda x: F.fold(x, (3, 3), (2, 2)), r(1, 4, 4))
row("nearest", lambda x: F.interpolate(x, scale_factor=2.0), r(1, 1, 2, 2))
row("bilinear_map", lambda x: F.interpolate(x, size=(3, 5), mode="bilinear", align_corners=False), r(1, 1, 2, 2))
row("linear_map", lambda x: F.interpolate(x, scale_factor=1.5, mode="linear", align_corners=True), r(1, 1, 4))
row("bicubic", lambda x: F.interpolate(x, size=(4, 4), mode="bicubic", align_corners=False), r(1, 1, 3, 3))
row("pad", lambda x: F.pad(x, (1, 2), value=0.5), r(2, 3))
row("pad_reflect", lambda x: F.pad(x, (1, 2), mode="reflect"), r(1, 2, 4))
row("pad_replicate", lambda x: F.pad(x, (1, 2), mode="replicate"), r(1, 2, 4))
row("pad_circular", lambda x: F.pad(x, (1, 2), mode="circular"), r(1, 2, 4))
row("layer_norm", lambda x, w, b: F.layer_norm(x, (3,), w, b), r(2, 3), r(3), r(3))
row("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), r(2, 4, 2), r(4), r(4))
row("batch_norm", lambda x, w, b: F.batch_norm(x, None, None, w, b, True), r(4, 3), r(3), r(3))
row("normalize", lambda x: F.normalize(x, dim=1), r(2, 3))
row("cosine", lambda a, b: F.cosine_similarity(a, b), r(2, 3), r(2, 3))
row("pairwise", F.pairwise_distance, r(2, 3), r(2, 3))
row("attention", lambda q, k, v: torch.softmax(q @ k.transpose(-2, -1) / 3 ** 0.5 + torch.full((2, 2), -torch.inf, dtype=torch.float64).triu(1), -1) @ v,
    r(1, 2, 3), r(1, 2, 3), r(1, 2, 2))
c = whole(4, 3)
row("cross_entropy", lambda x, c: F.cross_entropy(x, c, label_smoothing=0.1), r(3, 4), c)
row("cross_entropy_soft", F.cross_entropy, r(3, 4), unit(3, 4))
row("nll", lambda x, c: F.nll_loss(x.log_softmax(1), c, reduction="sum"), r(3, 4), c)
row("kl", lambda a, b: F.kl_div(a.log_softmax(1), b.softmax(1), reduction="sum"), r(3, 4), r(3, 4))
row("kl_log", lambda a, b: F.kl_div(a.log_softmax(1), b.log_softmax(1), reduction="mean", log_target=True), r(3, 4), r(3, 4))
for name in "mse_loss l1_loss smooth_l1_loss".split():
    row(name, getattr(F, name), r(3, 4), r(3, 4))
row("huber", lambda a, b: F.huber_loss(a, b, delta=0.7), r(3, 4), r(3, 4))
row("bce", F.binary_cross_entropy, unit(3, 4), unit(3, 4))
row("bce_logits", F.binary_cross_entropy_with_logits, r(3, 4), unit(3, 4))
row("cosine_embedding", lambda a, b, t: F.cosine_embedding_loss(a, b, 2 * t - 1, 0.1), r(3, 4), r(3, 4), torch.tensor([0, 1, 1]))
row("margin_ranking", lambda a, b, t: F.margin_ranking_loss(a, b, 2 * t - 1, 0.1), r(3), r(3), torch.tensor([0, 1, 1]))
row("triplet", F.triplet_margin_loss, r(3, 4), r(3, 4), r(3, 4))
row("hinge", lambda a, t: F.hinge_embedding_loss(a, 2 * t - 1, margin=0.5), r(3), torch.tensor([0, 1, 1]))
row("soft_margin", lambda a, t: F.soft_margin_loss(a, 2 * t - 1), r(3), torch.tensor([0, 1, 1]))
row("multi_margin", F.multi_margin_loss, r(3, 4), c)
print("{" + ",\n".join(json.dumps(name) + ":" + json.dumps(value, separators=(",", ":")) for name, value in rows.items()) + "}")
