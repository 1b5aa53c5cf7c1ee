"""Class scores of a small encoder-decoder in NumPy, head by head and place by place; writes expected.json.

Shares nothing with the plugin: formulas are written out, each pair is worked on alone without padding, a place of the decoder is given the places before it and no mask.
The weight number j of a parameter is 0.5 * sin(len(its name) + 0.7 * j). Width 6, 2 heads, inner 4, 1 layer of the encoder, 2 of the decoder, 4 classes.
Texts "b a" and "a" have the pieces ▁ b ▁a and ▁a: 256 bytes, then ▁, a, b, and ▁a that is joined; two marks stand before them all, so that ▁ is number 258.
Translations are "▁x y </s>" and "</s>": behind the mark (0) and unknown pieces (1), </s> is 2, since it is the most frequent, y 3, ▁x 4.
Run: python3 reference.py
"""
import json
from math import erf, log, sqrt

import numpy as np

WIDTH, HEADS, INNER, OUTPUTS = 6, 2, 4, 4
PAIRS = [([0, 258, 260, 261, 1], [0, 4, 3]), ([0, 261, 1], [0])]


def weight(name, *shape):
    return 0.5 * np.sin(len(name) + 0.7 * np.arange(np.prod(shape))).reshape(shape)


def linear(x, name, outputs):
    return x @ weight(name + ".weight", outputs, x.shape[-1]).T + weight(name + ".bias", outputs)


def norm(x, name):
    x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5)
    return x * weight(name + ".weight", WIDTH) + weight(name + ".bias", WIDTH)


def gelu(x):
    return np.vectorize(lambda v: v * 0.5 * (1 + erf(v / sqrt(2))))(x)


def attention(query, at, name):
    q, k, v = (linear(x, f"{name}{part}", WIDTH) for x, part in ((query, "query"), (at, "key"), (at, "value")))
    mixed, size = [], WIDTH // HEADS
    for head in range(HEADS):
        part = slice(head * size, (head + 1) * size)
        scores = np.array([key @ q[part] for key in k[:, part]]) / sqrt(size)
        shares = np.exp(scores) / np.exp(scores).sum()
        mixed.append(sum(share * value for share, value in zip(shares, v[:, part])))
    return linear(np.concatenate(mixed), name + "output", WIDTH)


def embedded(number, place, name, count):
    rates = [10_000 ** (-2 * i / WIDTH) for i in range(WIDTH // 2)]
    position = [np.sin(place * rate) for rate in rates] + [np.cos(place * rate) for rate in rates]
    return weight(name + ".weight", count, WIDTH)[number] * sqrt(WIDTH) + np.array(position)


def feed(x, name, norm_name):
    return x + linear(gelu(linear(norm(x, norm_name), name + ".inner", INNER)), name + ".outer", WIDTH)


def encode(numbers):
    x = np.array([embedded(n, place, "texts", 262) for place, n in enumerate(numbers)])
    seen = norm(x, "encoder.0.attention_norm")
    x = np.array([row + attention(own, seen, "encoder.0.") for row, own in zip(x, seen)])
    return norm(feed(x, "encoder.0", "encoder.0.outer_norm"), "encoder_norm")


def decode(memory, numbers):
    rows = np.array([embedded(n, place, "pieces", 5) for place, n in enumerate(numbers)])
    for k in range(2):
        name, seen, after = f"decoder.{k}", norm(rows, f"decoder.{k}.own_norm"), []
        for place, row in enumerate(rows):
            y = row + attention(seen[place], seen[:place + 1], name + ".own.")
            y = y + attention(norm(y, name + ".text_norm"), memory, name + ".text.")
            after.append(feed(y, name, name + ".inner_norm"))
        rows = np.array(after)
    return linear(norm(rows, "decoder_norm"), "scores", OUTPUTS)


with open("expected.json", "w") as file:
    json.dump([decode(encode(text), pieces).tolist() for text, pieces in PAIRS], file)
