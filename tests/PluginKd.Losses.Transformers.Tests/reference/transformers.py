"""Values and gradients of the losses on layers of transformers, by loops over texts, heads and positions; NumPy in float64, written from their descriptions.

Two texts of 6 and 4 positions; the student's signals are 6 positions wide, the teacher's 7. Gradients are central differences with respect to the first signal of the student
that the loss reads. Prints: name, value, sum of the absolute gradient, first number of the gradient.
Run: python3 transformers.py
"""
import math

import numpy as np

LENGTHS = [6, 4]


def states(width, d, a, b, c, f):
    x = np.zeros((2, width, d))
    for n, length in enumerate(LENGTHS):
        for t in range(length):
            for i in range(d):
                x[n, t, i] = f(a * t + b * i + c + 0.4 * n)
    return x


def student(c):
    return states(6, 8, 0.9, 0.4, c, math.sin)


def teacher(c, d=12):
    return states(7, d, 0.6, 0.5, c, math.cos)


def square(width, heads, a, b, c, f):
    x = np.zeros((2, heads, width, width))
    for n, length in enumerate(LENGTHS):
        for h in range(heads):
            for t in range(length):
                for u in range(length):
                    x[n, h, t, u] = f(a * t + b * u + 0.7 * h + c + 0.4 * n)
    return x


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def kl(p, q):
    return float((p * (np.log(p) - np.log(q))).sum())


def weighted(values, w):
    return float((np.array(values) * w).sum() / np.sum(w))


def relation(x, n, length, head, heads):
    d = x.shape[2] // heads
    h = x[n, :length, head * d:(head + 1) * d]
    return [softmax(row) for row in h @ h.T / math.sqrt(d)]


def relations(s, t, heads, w):
    """s and t [2, T, D]"""
    each = []
    for n, length in enumerate(LENGTHS):
        total = 0.0
        for head in range(heads):
            rs, rt = relation(s, n, length, head, heads), relation(t, n, length, head, heads)
            total += sum(kl(rt[i], rs[i]) for i in range(length)) / length
        each.append(total / heads)
    return weighted(each, w)


def attention(s, t, w):
    """scores s and t [2, heads, T, T]; weights are softmax over the text"""
    each = []
    for n, length in enumerate(LENGTHS):
        heads = s.shape[1]
        each.append(sum(kl(softmax(t[n, h, i, :length]), softmax(s[n, h, i, :length])) for h in range(heads) for i in range(length)) / (heads * length))
    return weighted(each, w)


def mse_square(s, t, w):
    return weighted([float(((s[n, :, :k, :k] - t[n, :, :k, :k]) ** 2).mean()) for n, k in enumerate(LENGTHS)], w)


def mse_states(s, t, w, projection=None):
    each = []
    for n, k in enumerate(LENGTHS):
        x = s[n, :k] if projection is None else s[n, :k] @ projection.T
        each.append(float(((x - t[n, :k]) ** 2).mean()))
    return weighted(each, w)


def show(name, loss, s):
    value, h, gradient = loss(s), 1e-6, np.zeros_like(s)
    for at in np.ndindex(*s.shape):
        up, down = s.copy(), s.copy()
        up[at] += h
        down[at] -= h
        gradient[at] = (loss(up) - loss(down)) / (2 * h)
    print(f"{name:32} {value:.12f} {np.abs(gradient).sum():.7f} {gradient.flat[0]:+.7f}")


if __name__ == "__main__":
    for name, w in (("", np.array([1.0, 1.0])), (" weights", np.array([1.0, 3.0]))):
        show("minilm-relations" + name, lambda q: sum(relations(s, t, 4, w) for s, t in ((q, teacher(0.7)), (student(0.5), teacher(0.9)), (student(0.8), teacher(1.2)))) / 3, student(0.3))
        show("minilm-relations queries" + name, lambda q: relations(q, teacher(0.7), 4, w), student(0.3))
        scores_s, scores_t = square(6, 2, 0.9, 0.4, 0.3, math.sin), square(7, 2, 0.6, 0.5, 0.7, math.cos)
        show("minilm" + name, lambda v: attention(scores_s, scores_t, w) + relations(v, teacher(0.7), 2, w), student(0.3))
        projection = np.array([[0.2 * math.sin(1 + 0.5 * a + 0.3 * b) for b in range(8)] for a in range(12)])
        show("tinybert" + name, lambda h0: mse_states(h0, teacher(0.7), w, projection) + mse_states(student(0.5), teacher(0.9), w, projection) + mse_square(scores_s, scores_t, w), student(0.3))
        show("tinybert same width" + name, lambda h0: mse_states(h0, teacher(0.7, 8), w) + mse_states(student(0.5), teacher(0.9, 8), w), student(0.3))
