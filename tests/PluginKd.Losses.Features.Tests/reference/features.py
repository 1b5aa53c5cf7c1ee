"""Values and gradients of the losses on features, by NumPy in float64, written from the formulas in their descriptions.

Gradients are central differences. Prints one line a loss: name, value, sum of the absolute gradient, first number of the gradient.
Run: python3 features.py
"""
import math

import numpy as np


def table(shape, value):
    return np.array([value(*at) for at in np.ndindex(*shape)]).reshape(shape)


FS = table((4, 3, 4, 4), lambda n, c, h, w: math.sin(0.3 * n + 0.5 * c + 0.7 * h + 1.1 * w + 0.2))
FT = table((4, 3, 4, 4), lambda n, c, h, w: math.cos(0.4 * n + 0.6 * c + 0.2 * h + 0.9 * w + 0.1))
FT5 = table((4, 5, 4, 4), lambda n, c, h, w: math.cos(0.4 * n + 0.6 * c + 0.2 * h + 0.9 * w + 0.1))
FT2 = table((4, 3, 2, 2), lambda n, c, h, w: math.cos(0.4 * n + 0.6 * c + 0.2 * h + 0.9 * w + 0.1))
ES = table((6, 8), lambda i, d: math.sin(0.9 * i + 0.4 * d + 0.3))
ET = table((6, 8), lambda i, d: math.cos(0.6 * i + 0.5 * d + 0.7))
ET12 = table((6, 12), lambda i, d: math.cos(0.6 * i + 0.5 * d + 0.7))
TS = table((4, 3, 4), lambda n, t, d: math.sin(0.9 * n + 0.4 * t + 0.7 * d + 0.3))
TT = table((4, 3, 4), lambda n, t, d: math.cos(0.6 * n + 0.5 * t + 0.8 * d + 0.7))
W4 = np.array([1.0, 2.0, 0.5, 0.0])
W6 = np.array([1.0, 2.0, 0.5, 0.0, 1.0, 3.0])


def average(each, w):
    return each.mean() if w is None else (each * w).sum() / w.sum()


def each_mean(x):
    return x.reshape(len(x), -1).mean(1)


def halve(f):
    n, c, h, w = f.shape
    return f.reshape(n, c, h // 2, 2, w // 2, 2).mean((3, 5))


def same_size(s, t):
    while s.shape[2] > t.shape[2]:
        s = halve(s)
    while t.shape[2] > s.shape[2]:
        t = halve(t)
    return s, t


def one_by_one(f, weight, bias=None):
    out = np.einsum("oc,nc...->no...", weight, f)
    return out if bias is None else out + bias.reshape((1, -1) + (1,) * (f.ndim - 2))


def regressor(f, to):
    """Weight [to, from] and bias [to] in closed form."""
    last = f.ndim == 3
    f = np.moveaxis(f, -1, 1) if last else f
    weight = table((to, f.shape[1]), lambda a, b: 0.2 * math.sin(1 + 0.5 * a + 0.3 * b))
    out = one_by_one(f, weight, np.array([0.1 * math.cos(a) for a in range(to)]))
    return np.moveaxis(out, 1, -1) if last else out


def hint(s, t, w, with_regressor=False):
    if s.ndim == 4:
        s, t = same_size(s, t)
    if with_regressor:
        s = regressor(s, t.shape[-1] if t.ndim == 3 else t.shape[1])
    return average(each_mean((s - t) ** 2), w)


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def attention(f, p):
    return unit((np.abs(f) ** p).mean(1).reshape(len(f), -1))


def at(s, t, w, p=2):
    s, t = same_size(s, t)
    return average(each_mean((attention(s, p) - attention(t, p)) ** 2), w)


def nst(s, t, w):
    s, t = same_size(s, t)
    s, t = unit(s.reshape(*s.shape[:2], -1)), unit(t.reshape(*t.shape[:2], -1))
    k = lambda a, b: (np.einsum("ncp,ndp->ncd", a, b) ** 2).mean((1, 2))
    return average(k(t, t) + k(s, s) - 2 * k(s, t), w)


def vid(s, t, w, variance=5.0):
    if s.ndim == 4:
        s, t = same_size(s, t)
    scale = math.log(math.exp(variance - 1e-5) - 1)
    x, to = s, t.shape[1]
    for k in range(3):
        x = one_by_one(x, table((to, x.shape[1]), lambda a, b: 0.2 * math.sin(1 + k + 0.5 * a + 0.3 * b)))
        x = np.maximum(x, 0) if k < 2 else x
    v = math.log(1 + math.exp(scale)) + 1e-5
    return average(each_mean(((x - t) ** 2 / v + math.log(v)) / 2), w)


def ab(s, t, w, m=1.0, with_connector=False):
    if s.ndim == 4:
        s, t = same_size(s, t)
    if with_connector:
        s = regressor(s, t.shape[1])
    x = (s + m) ** 2 * ((s > -m) & (t <= 0)) + (s - m) ** 2 * ((s <= m) & (t > 0))
    return average(x.reshape(len(x), -1).sum(1), w) * 3 / 1000


def fsp(s, s2, t, t2, w):
    def flow(a, b):
        a, b = same_size(a, b)
        return np.einsum("nchw,ndhw->ncd", a, b) / (a.shape[2] * a.shape[3])
    return average(each_mean((flow(s, s2) - flow(t, t2)) ** 2), w)


def three_by_three(f, to, k):
    """Convolution with a border of zeros; weight and bias in closed form, numbered k."""
    n, c, h, w = f.shape
    weight = table((to, c, 3, 3), lambda a, b, i, j: 0.1 * math.sin(1 + k + 0.5 * a + 0.3 * b + 0.7 * i + 1.1 * j))
    p = np.pad(f, ((0, 0), (0, 0), (1, 1), (1, 1)))
    out = sum(np.einsum("oc,nchw->nohw", weight[:, :, i, j], p[:, :, i:i + h, j:j + w]) for i in range(3) for j in range(3))
    out = out + np.array([0.05 * math.cos(k + a) for a in range(to)]).reshape(1, -1, 1, 1)
    return np.where(out > 0, out, 0.1 * out)


def encoder(f, to, k):
    for i, width in enumerate((f.shape[1], to, to)):
        f = three_by_three(f, width, k + i)
    return f


def ft(s, t, w, p1=2, p2=1, modules=False):
    if modules:
        factors = t.shape[1] // 2
        s, t = encoder(s, factors, 3), encoder(t, factors, 0)
    s, t = same_size(s, t)
    return average(each_mean(np.abs(attention(s, p1) - attention(t, p1)) ** p2), w)


def pkd(s, t, w):
    s, t = (s[:, 0], t[:, 0]) if s.ndim == 3 else (s, t)
    return average(((unit(s) - unit(t)) ** 2).sum(1), w)


def cosine(s, t, w):
    return average(each_mean(1 - (unit(s) * unit(t)).sum(-1)), w)


def show(name, loss, s):
    value, h, gradient = loss(s), 1e-6, np.zeros_like(s)
    for at_ in np.ndindex(*s.shape):
        up, down = s.copy(), s.copy()
        up[at_] += h
        down[at_] -= h
        gradient[at_] = (loss(up) - loss(down)) / (2 * h)
    print(f"{name:32} {value:.12f} {np.abs(gradient).sum():.7f} {gradient.flat[0]:+.7f}")


if __name__ == "__main__":
    for name, loss in dict(hint=hint, at=at, nst=nst, ft=ft, ab=ab).items():
        show(name, lambda s: loss(s, FT, None), FS)
        show(name + " weights", lambda s: loss(s, FT, W4), FS)
        show(name + " smaller teacher", lambda s: loss(s, FT2, None), FS)
        show(name + " smaller student", lambda s: loss(s, FT, None), FT2 * 0.7 + 0.1)
    for name, loss in dict(at=at, nst=nst, ft=ft).items():
        show(name + " wider teacher", lambda s: loss(s, FT5, None), FS)
    show("at p 3", lambda s: at(s, FT, None, 3), FS)
    show("ft p1 1 p2 2", lambda s: ft(s, FT, None, 1, 2), FS)
    show("fsp", lambda s: fsp(s, s ** 2, FT, FT ** 2, None), FS)
    show("fsp weights", lambda s: fsp(s, s ** 2, FT, FT ** 2, W4), FS)
    show("fsp smaller next", lambda s: fsp(s, halve(s) ** 2, FT, FT2 ** 2, None), FS)
    show("pkd", lambda s: pkd(s, ET, None), ES)
    show("pkd weights", lambda s: pkd(s, ET, W6), ES)
    show("pkd tokens", lambda s: pkd(s, TT, None), TS)
    show("cosine", lambda s: cosine(s, ET, None), ES)
    show("cosine weights", lambda s: cosine(s, ET, W6), ES)
    show("cosine tokens", lambda s: cosine(s, TT, None), TS)
    show("ab margin 0.5", lambda s: ab(s, FT, None, 0.5), FS)
    show("hint regressor maps", lambda s: hint(s, FT5, None, True), FS)
    show("hint regressor maps weights", lambda s: hint(s, FT5, W4, True), FS)
    show("hint regressor vectors", lambda s: hint(s, ET12, None, True), ES)
    show("hint regressor tokens", lambda s: hint(s, TT, None, True), TS)
    show("ab connector", lambda s: ab(s, FT5, None, 1.0, True), FS)
    show("vid maps", lambda s: vid(s, FT5, None), FS)
    show("vid maps weights", lambda s: vid(s, FT5, W4), FS)
    show("vid vectors", lambda s: vid(s, ET12, None, 2.0), ES)
    show("ft modules", lambda s: ft(s, FT5, None, modules=True), FS)
    show("ft modules weights", lambda s: ft(s, FT5, W4, modules=True), FS)
