"""Values and gradients of the losses on relations, by NumPy in float64, written from the formulas in their descriptions.

Gradients are central differences. Prints one line a loss: name, value, sum of the absolute gradient, first number of the gradient.
Run: python3 relations.py
"""
import math

import numpy as np

N, D = 6, 8
S = np.array([[math.sin(0.9 * i + 0.4 * d + 0.3) for d in range(D)] for i in range(N)])
T = np.array([[math.cos(0.6 * i + 0.5 * d + 0.7) for d in range(D)] for i in range(N)])
T12 = np.array([[math.cos(0.6 * i + 0.5 * d + 0.7) for d in range(12)] for i in range(N)])
W = np.array([1.0, 2.0, 0.5, 0.0, 1.0, 3.0])
ONE = np.ones(N)


def pairs(x, w):
    v = w / w.sum()
    return v @ x @ v


def scaled(w):
    return w * (w > 0).sum() / w.sum()


def sp(s, t, w):
    w = scaled(w)

    def unit(f):
        g = f @ f.T
        return g / np.sqrt((g * g * w[None, :]).sum(1, keepdims=True))
    return pairs((unit(s) - unit(t)) ** 2, w)


def pkt(s, t, w, eps=1e-7):
    w = scaled(w)

    def prob(f):
        u = f / (np.linalg.norm(f, axis=1, keepdims=True) + eps)
        k = (u @ u.T + 1) / 2
        return k / (k * w[None, :]).sum(1, keepdims=True)
    ps, pt = prob(s), prob(t)
    return pairs(pt * np.log((pt + eps) / (ps + eps)), w)


def smooth(x):
    return np.where(np.abs(x) < 1, x * x / 2, np.abs(x) - 0.5)


def rkd_distance(s, t, w):
    def rel(f):
        d = np.array([[np.linalg.norm(a - b) for b in f] for a in f])
        ww = np.outer(w, w) * (1 - np.eye(len(f)))
        return d / ((d * ww).sum() / ww.sum())
    return pairs(smooth(rel(s) - rel(t)), w)


def rkd_angle(s, t, w):
    v = w / w.sum()

    def cos(f, i, j, k):
        a, b = f[j] - f[i], f[k] - f[i]
        na, nb = np.linalg.norm(a), np.linalg.norm(b)
        return 0.0 if na == 0 or nb == 0 else a @ b / (na * nb)
    n = len(s)
    return sum(v[i] * v[j] * v[k] * smooth(np.array(cos(s, i, j, k) - cos(t, i, j, k))) for i in range(n) for j in range(n) for k in range(n))


def consecutive(s, t, w):
    d = np.abs(s - t)
    x = (d[:-1] * d[1:]).sum(1)
    ww = w[:-1] * w[1:]
    return (x * ww).sum() / ww.sum()


def taylor(f, gamma=0.4, order=2):
    g = f @ f.T
    return sum(math.exp(-2 * gamma) * (2 * gamma) ** p / math.factorial(p) * g ** p for p in range(order + 1))


def kernel(s, t, w):
    unit = lambda f: f / np.linalg.norm(f, axis=1, keepdims=True)
    return pairs((taylor(unit(s)) - taylor(unit(t))) ** 2, w)


def kernel_norm(s, t, w):
    w = scaled(w)
    d = (taylor(s) - taylor(t)) ** 2
    return math.sqrt((d * np.outer(w, w)).sum()) / w.sum() ** 2


def cka(s, t, w):
    v = w / w.sum()
    h = np.eye(len(s)) - np.outer(np.ones(len(s)), v)
    c = lambda f: np.sqrt(w)[:, None] * (h @ f)
    a, b = c(s), c(t)
    return 1 - np.linalg.norm(b.T @ a) ** 2 / (np.linalg.norm(a.T @ a) * np.linalg.norm(b.T @ b))


def hsic(k, l, w):
    m = w.sum()
    kw, lw = k @ w, l @ w
    return w @ (k * l) @ w + (w @ kw) * (w @ lw) / ((m - 1) * (m - 2)) - 2 / (m - 2) * (w * kw * lw).sum()


def minibatch_cka(s, t, w):
    w = scaled(w)
    m = w / w.sum()
    off = 1 - np.eye(len(s))
    gram = lambda f: ((f - m @ f) @ (f - m @ f).T) * off
    k, l = gram(s), gram(t)
    return 1 - hsic(k, l, w) / math.sqrt(hsic(k, k, w) * hsic(l, l, w))


def show(name, loss, s, t, w):
    value, h, gradient = loss(s, t, w), 1e-6, np.zeros_like(s)
    for at in np.ndindex(*s.shape):
        up, down = s.copy(), s.copy()
        up[at] += h
        down[at] -= h
        gradient[at] = (loss(up, t, w) - loss(down, t, w)) / (2 * h)
    print(f"{name:32} {value:.12f} {np.abs(gradient).sum():.7f} {gradient[0, 0]:+.7f}")


if __name__ == "__main__":
    all_of_them = dict(sp=sp, pkt=pkt, rkd_distance=rkd_distance, rkd_angle=rkd_angle, consecutive=consecutive, kernel=kernel, kernel_norm=kernel_norm, cka=cka, minibatch_cka=minibatch_cka)
    for name, loss in all_of_them.items():
        show(name, loss, S, T, ONE)
    for name, loss in all_of_them.items():
        if loss is not consecutive:
            show(name + " wider teacher", loss, S, T12, ONE)
        show(name + " weights", loss, S, T, W)
