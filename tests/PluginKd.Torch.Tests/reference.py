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

x = torch.linspace(-1, 1, 6).reshape(2, 3).requires_grad_()
put("grad.kl", torch.autograd.grad(F.kl_div(F.log_softmax(x / 4, 1), q[:2, :3], reduction="sum"), x)[0])
x.grad = torch.full_like(x, 3.0)
out["clip.norm"] = dict(shape=[], values=[float(nn.utils.clip_grad_norm_([x], 1.0))])
put("clip.grad", x.grad)
print(json.dumps(out, separators=(",", ":")).replace('"},', '"},\n').replace(']},', ']},\n'))
