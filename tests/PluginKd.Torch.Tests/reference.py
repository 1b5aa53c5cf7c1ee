#!/usr/bin/python3
"""Numbers of PyTorch that PluginKd.Torch must reproduce.   reference.py > reference.json   (Debian's python3-torch 1.13)"""
import json
import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
out = {}


def put(name, tensor):
    tensor = tensor.detach()
    out[name] = dict(shape=list(tensor.shape), values=[float(v) for v in tensor.double().flatten()])


def seeded(name, make):
    torch.manual_seed(7)
    for key, tensor in make():
        put(f"{name}.{key}", tensor)
    put(f"{name}.after", torch.rand(1))  # how far the stream has moved


seeded("rand", lambda: [("values", torch.rand(2, 3))])
seeded("randn", lambda: [("values", torch.randn(20))])
seeded("randn_double", lambda: [("values", torch.randn(3, dtype=torch.float64))])
seeded("randperm", lambda: [("values", torch.randperm(10))])
seeded("randint", lambda: [("values", torch.randint(5, 50, (6,)))])
seeded("normal", lambda: [("values", torch.empty(4).normal_(1, 2))])
seeded("bernoulli", lambda: [("values", torch.empty(9).bernoulli_(0.3))])
seeded("dropout", lambda: [("values", F.dropout(torch.ones(12), 0.5, True))])
seeded("linear", lambda: nn.Linear(5, 3).state_dict().items())
seeded("embedding", lambda: nn.Embedding(4, 3, padding_idx=1).state_dict().items())
seeded("embedding_bag", lambda: nn.EmbeddingBag(4, 3, padding_idx=0).state_dict().items())
seeded("conv1d", lambda: nn.Conv1d(2, 4, 3, groups=2).state_dict().items())
seeded("conv2d", lambda: nn.Conv2d(2, 3, (2, 3)).state_dict().items())
seeded("xavier", lambda: [("values", nn.init.xavier_uniform_(torch.empty(3, 4)))])
seeded("kaiming", lambda: [("values", nn.init.kaiming_normal_(torch.empty(3, 4), nonlinearity="relu"))])

a = torch.arange(12, dtype=torch.float32).reshape(3, 4) / 7 - 0.8
b = torch.tensor([[0.5, -1.0, 2.0, 0.25], [1.5, 0.1, -0.3, 0.9], [-2.0, 0.7, 0.6, 1.1]])
labels = torch.tensor([2, 0, 3])
logp, q = F.log_softmax(a, 1), F.softmax(b, 1)
for name, value in dict(
        rsub=1 - a, rdiv=1 / b, pow=a.abs() ** 1.5, gelu=F.gelu(a), sigmoid=a.sigmoid(), logsumexp=a.logsumexp(1),
        log_softmax=logp, softmax=q, std=a.std(1), var=a.var(0, unbiased=False), norm=a.norm(), norm_dim=a.norm(2, 1),
        topk=b.topk(2, 1)[0], sort=b.sort(1, descending=True)[1], cumsum=a.cumsum(1), matmul=a @ b.t(), clamp=a.clamp(-0.3, 0.4),
        quantile=b.quantile(torch.tensor([0.25, 0.5]), 1), amax=b.amax((0, 1)), gather=b.gather(1, labels[:, None]),
        cross_entropy=F.cross_entropy(a, labels), cross_entropy_smooth=F.cross_entropy(a, labels, label_smoothing=0.1),
        cross_entropy_ignore=F.cross_entropy(a, torch.tensor([2, -100, 3])), cross_entropy_soft=F.cross_entropy(a, q),
        nll=F.nll_loss(logp, labels, reduction="sum"), kl=F.kl_div(logp, q, reduction="sum"),
        kl_log=F.kl_div(logp, q.log(), reduction="mean", log_target=True), mse=F.mse_loss(a, b), smooth_l1=F.smooth_l1_loss(a, b, beta=0.5),
        bce=F.binary_cross_entropy_with_logits(a, (b > 0).float(), pos_weight=torch.tensor([2.0])), cosine=F.cosine_similarity(a, b, 1),
        normalize=F.normalize(b, dim=1), one_hot=F.one_hot(labels, 5), layer_norm=F.layer_norm(a, (4,)),
        batch_norm=F.batch_norm(a, torch.zeros(4), torch.ones(4), training=True),
        conv1d=F.conv1d(a[None], torch.ones(2, 3, 2) / 3, torch.tensor([0.1, 0.2]), stride=2, padding=1),
        conv2d=F.conv2d(a[None, None], torch.ones(1, 1, 2, 2), padding=1, dilation=2), max_pool1d=F.max_pool1d(a[None], 2),
        max_pool2d=F.max_pool2d(b[None, None], 2, stride=1), avg_pool2d=F.avg_pool2d(b[None, None], 2, stride=1),
        adaptive_avg=F.adaptive_avg_pool2d(b[None, None], (2, 2)), adaptive_max=F.adaptive_max_pool1d(b[None], 3),
        bag=F.embedding_bag(torch.tensor([[0, 1, 2], [2, 1, 1]]), b, mode="mean", padding_idx=1),
        attention=torch.softmax(a @ b.t() / 2, -1) @ b).items():
    put("op." + name, value)


for name, make in dict(
        lstm=lambda: nn.LSTM(3, 4, 2, bidirectional=True), gru=lambda: nn.GRU(3, 4, 2, batch_first=True),
        gru_plain=lambda: nn.GRU(3, 4, bias=False), mha=lambda: nn.MultiheadAttention(4, 2),
        mha_apart=lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, kdim=3, vdim=5),
        encoder_layer=lambda: nn.TransformerEncoderLayer(4, 2, 6), encoder=lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6), 2),
        group_norm=lambda: nn.GroupNorm(2, 4), bilinear=lambda: nn.Bilinear(3, 4, 2), conv_same=lambda: nn.Conv1d(2, 3, 4, padding="same"),
        rnn=lambda: nn.RNN(3, 4, 2, bidirectional=True), rnn_cell=lambda: nn.RNNCell(3, 4), lstm_cell=lambda: nn.LSTMCell(3, 4),
        gru_cell=lambda: nn.GRUCell(3, 4, bias=False), conv_back=lambda: nn.ConvTranspose1d(4, 6, 3, 2, groups=2),
        decoder_layer=lambda: nn.TransformerDecoderLayer(4, 2, 6), transformer=lambda: nn.Transformer(4, 2, 2, 2, 6)).items():
    seeded(name, lambda: make().state_dict().items())


def ran(name, make, *inputs, pick=lambda result: result):
    torch.manual_seed(3)
    module = make().eval()
    inputs = [i.clone().requires_grad_() if torch.is_floating_point(i) else i for i in inputs]
    torch.manual_seed(3)
    for p in module.parameters():
        p.data.uniform_(-0.5, 0.5)
    results = pick(module(*inputs))
    results = results if isinstance(results, (tuple, list)) else (results,)
    for i, result in enumerate(results):
        put(f"run.{name}.{i}", result)
    sum((result ** 2).sum() for result in results).backward()
    put(f"run.{name}.gradients", torch.cat([t.grad.flatten() for t in [*inputs, *module.parameters()]
                                           if torch.is_floating_point(t) and t.grad is not None]))


s = torch.linspace(-1, 1, 5 * 2 * 3).reshape(5, 2, 3)
e = torch.linspace(-1, 1, 5 * 2 * 4).reshape(5, 2, 4).sin()
ran("lstm", lambda: nn.LSTM(3, 4, 2, bidirectional=True), s, pick=lambda r: (r[0], *r[1]))
ran("gru", lambda: nn.GRU(3, 4, 2, batch_first=True), s)
ran("gru_plain", lambda: nn.GRU(3, 4, bias=False), s)
ran("mha", lambda: nn.MultiheadAttention(4, 2), e, e + 1, e.cos())
ran("mha_apart", lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True, kdim=3, vdim=4), e, s, e)
ran("encoder_layer", lambda: nn.TransformerEncoderLayer(4, 2, 6), e)
ran("encoder_gelu", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, activation="gelu"), 2), e)
ran("group_norm", lambda: nn.GroupNorm(2, 4), e.permute(1, 2, 0))
ran("bilinear", lambda: nn.Bilinear(3, 4, 2), s, e)
ran("conv_same", lambda: nn.Conv1d(2, 3, 4, padding="same"), s.permute(0, 1, 2)[:2])
ran("conv_same_circular", lambda: nn.Conv1d(2, 3, 4, padding="same", padding_mode="circular"), s[:2])
ran("conv2d_same", lambda: nn.Conv2d(2, 3, (3, 2), padding="same", dilation=2), s[None, :2].expand(1, 2, 2, 3).reshape(1, 2, 2, 3))
ran("rnn", lambda: nn.RNN(3, 4, 2, bidirectional=True), s)
ran("rnn_relu", lambda: nn.RNN(3, 4, nonlinearity="relu", batch_first=True), s)
ran("rnn_cell", lambda: nn.RNNCell(3, 4), s[0], e[0])
ran("rnn_cell_relu", lambda: nn.RNNCell(3, 4, nonlinearity="relu"), s[0])
ran("lstm_cell", lambda: nn.LSTMCell(3, 4), s[0])
ran("gru_cell", lambda: nn.GRUCell(3, 4, bias=False), s[0], e[0])
ran("conv_back", lambda: nn.ConvTranspose1d(4, 6, 3, 2, 1, 1, groups=2, dilation=2), e.permute(1, 2, 0))
ran("decoder_layer", lambda: nn.TransformerDecoderLayer(4, 2, 6), e, e.cos()[:3])
ran("decoder", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, activation="gelu"), 2), e, e.cos()[:3])
ran("transformer", lambda: nn.Transformer(4, 2, 2, 1, 6), e.cos()[:3], e)
lengths, pack = torch.tensor([3, 5]), nn.utils.rnn
for name, make in dict(lstm=lambda: nn.LSTM(3, 4, bidirectional=True), gru=lambda: nn.GRU(3, 4, 2), rnn=lambda: nn.RNN(3, 4), rnn_relu=lambda: nn.RNN(3, 4, nonlinearity="relu")).items():
    torch.manual_seed(3)
    module = make()
    torch.manual_seed(3)
    for p in module.parameters():
        p.data.uniform_(-0.5, 0.5)
    packed, state = module(pack.pack_padded_sequence(s, lengths, enforce_sorted=False))
    put(f"packed.{name}.padded", pack.pad_packed_sequence(packed, padding_value=7)[0])
    put(f"packed.{name}.state", state[1] if isinstance(state, tuple) else state)
packed = pack.pack_sequence([s[:4, 0], s[:2, 1]])
put("packed.data", packed.data)
put("packed.sizes", packed.batch_sizes)
torch.manual_seed(3)
wrapped = nn.Transformer(4, 2, 1, 1, 6, dropout=0.0)
torch.manual_seed(3)
for p in wrapped.parameters():
    p.data.uniform_(-0.5, 0.5)
hidden = torch.tensor([[False] * 5, [False] * 3 + [True] * 2])
put("run.wrapped.0", wrapped(e, e.cos(), torch.ones(5, 5).triu(1).bool(), torch.full((5, 5), -torch.inf).triu(1), None, hidden, None, hidden))
bounded = nn.Embedding(4, 3, max_norm=1.0, norm_type=3.0)
bounded.weight.data = torch.linspace(-2, 2, 12).reshape(4, 3)
put("bounded.rows", bounded(torch.tensor([[3, 1], [1, 1]])))
put("bounded.table", bounded.weight)
bag = nn.EmbeddingBag.from_pretrained(torch.linspace(-2, 2, 12).reshape(4, 3), max_norm=1.5, mode="sum")
put("bounded.bag", bag(torch.tensor([[3, 1], [1, 2]])))
torch.manual_seed(3)
masked = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0), 2)
torch.manual_seed(3)
for p in masked.parameters():
    p.data.uniform_(-0.5, 0.5)
put("run.masked.0", masked(e, torch.triu(torch.ones(5, 5), 1).bool(), torch.tensor([[False] * 5, [False] * 3 + [True] * 2])))


def train(make):
    w = nn.Parameter(torch.linspace(-1, 1, 37))
    v = nn.Parameter(torch.linspace(0.5, 2, 6).reshape(2, 3))
    optimizer = make([w, v])
    for step in range(5):
        optimizer.zero_grad()
        ((w ** 3).sum() * (v ** 2).sum() / 50 + w.sin().sum() * (step + 1)).backward()
        optimizer.step()
    return torch.cat([w.detach(), v.detach().flatten()])


for name, make in dict(
        sgd=lambda p: torch.optim.SGD(p, 0.05), sgd_momentum=lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, weight_decay=0.01),
        sgd_nesterov=lambda p: torch.optim.SGD(p, 0.05, momentum=0.8, nesterov=True, maximize=True),
        sgd_dampening=lambda p: torch.optim.SGD(p, 0.05, momentum=0.8, dampening=0.3), adam=lambda p: torch.optim.Adam(p, 0.02),
        adam_decay=lambda p: torch.optim.Adam(p, 0.02, betas=(0.8, 0.95), weight_decay=0.1, amsgrad=True),
        adamw=lambda p: torch.optim.AdamW(p, 0.02, weight_decay=0.1)).items():
    put("step." + name, train(make))

for name, make in dict(
        rmsprop=lambda p: torch.optim.RMSprop(p, 0.02), rmsprop_centered=lambda p: torch.optim.RMSprop(p, 0.02, 0.9, centered=True),
        rmsprop_momentum=lambda p: torch.optim.RMSprop(p, 0.02, momentum=0.8, weight_decay=0.1),
        adagrad=lambda p: torch.optim.Adagrad(p, 0.1),
        adagrad_decay=lambda p: torch.optim.Adagrad(p, 0.1, lr_decay=0.2, weight_decay=0.1, initial_accumulator_value=0.5)).items():
    put("train." + name, train(make))

for name, settings in dict(lbfgs=dict(lr=0.5), lbfgs_short=dict(lr=0.8, max_iter=7, max_eval=6, history_size=2)).items():
    w, v = (nn.Parameter(torch.linspace(-1, 1, n, dtype=torch.float64)) for n in (4, 3))
    bent = torch.optim.LBFGS([w, v], tolerance_grad=1e-5, **settings)

    def closure():
        bent.zero_grad()
        loss = ((w[1:] - w[:-1] ** 2) ** 2).sum() + (1 - w).pow(2).sum() / 4 + (v * w[:3]).sin().sum() + v.pow(4).sum()
        loss.backward()
        return loss
    put("train." + name, torch.stack([bent.step(closure).detach() for _ in range(3)] + [*w.detach(), *v.detach()]))

for name, fill in dict(orthogonal=lambda t: nn.init.orthogonal_(t, 1.5), sparse=lambda t: nn.init.sparse_(t, 0.4),
                       trunc_normal=lambda t: nn.init.trunc_normal_(t, 0.2, 0.7, -0.5, 0.9), eye=nn.init.eye_).items():
    torch.manual_seed(11)
    put("init." + name, fill(torch.empty(3, 5)))

table = nn.Parameter(torch.linspace(-1, 1, 15).reshape(5, 3))
lazy = torch.optim.SparseAdam([table], 0.1)
for rows in ([0, 2, 2], [2], [4, 0]):
    lazy.zero_grad()
    (F.embedding(torch.tensor(rows), table, sparse=True) ** 2).sum().backward()
    lazy.step()
put("train.lazy", table)

sched = torch.optim.lr_scheduler
for name, make in dict(
        step=lambda o: sched.StepLR(o, 3, 0.5), multi=lambda o: sched.MultiStepLR(o, [2, 5], 0.1), exponential=lambda o: sched.ExponentialLR(o, 0.9),
        lambda_=lambda o: sched.LambdaLR(o, lambda e: 1 / (e + 1)), multiplicative=lambda o: sched.MultiplicativeLR(o, lambda e: 0.9 + e / 100),
        constant=lambda o: sched.ConstantLR(o, 0.25, 4), linear=lambda o: sched.LinearLR(o, 0.1, 0.8, 6),
        polynomial=lambda o: sched.PolynomialLR(o, 7, 2.0), cosine=lambda o: sched.CosineAnnealingLR(o, 5, 0.001),
        one_cycle=lambda o: sched.OneCycleLR(o, 0.4, 12), one_cycle_linear=lambda o: sched.OneCycleLR(
            o, 0.4, epochs=4, steps_per_epoch=3, pct_start=0.4, anneal_strategy="linear", three_phase=True),
        cyclic=lambda o: sched.CyclicLR(o, 0.1, 0.5, 3, 2), cyclic_half=lambda o: sched.CyclicLR(o, 0.1, 0.5, 2, mode="triangular2"),
        cyclic_exp=lambda o: sched.CyclicLR(o, 0.1, 0.5, 3, mode="exp_range", gamma=0.9, base_momentum=0.7, max_momentum=0.95),
        cyclic_own=lambda o: sched.CyclicLR(o, 0.1, 0.5, 3, scale_fn=lambda x: 1 / x, scale_mode="cycle", cycle_momentum=False),
        chained=lambda o: sched.ChainedScheduler([sched.ConstantLR(o, 0.1, 2), sched.ExponentialLR(o, 0.9)]),
        warm_up=lambda o: sched.SequentialLR(o, [sched.LinearLR(o, 0.1, 1.0, 4), sched.CosineAnnealingLR(o, 8)], [4])).items():
    optimizer = torch.optim.SGD([nn.Parameter(torch.ones(1))], 0.2, momentum=0.9)
    scheduler, rates = make(optimizer), []
    for _ in range(11):
        rates += [optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["momentum"]]
        optimizer.step()
        scheduler.step()
    put("rate." + name, torch.tensor(rates, dtype=torch.float64).reshape(11, 2))

x = torch.linspace(-1, 1, 6).reshape(2, 3).requires_grad_()
put("grad.kl", torch.autograd.grad(F.kl_div(F.log_softmax(x / 4, 1), q[:2, :3], reduction="sum"), x)[0])
x.grad = torch.full_like(x, 3.0)
out["clip.norm"] = dict(shape=[], values=[float(nn.utils.clip_grad_norm_([x], 1.0))])
put("clip.grad", x.grad)
print(json.dumps(out, separators=(",", ":")).replace('"},', '"},\n').replace(']},', ']},\n'))
