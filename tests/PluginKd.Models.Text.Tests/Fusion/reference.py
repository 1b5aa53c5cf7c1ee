"""Answers of a fusion encoder, computed with NumPy alone from the papers' formulas, independent of the plugin and of libtorch: python3 reference.py > expected.json

Weights are 0.4·sin(1.3·(i + 1) + 0.7·n), i the place in the tensor, n that of the tensor's name in ordinal order, plus 1 for the weights of norms; pixels are sin(0.3·i)."""
import json
import math

import numpy as np

WIDTH, HEADS, INNER, LENGTH, CLASSES, SIDE, PATCH = 8, 2, 12, 6, 2, 4, 2
LAYERS, FIRST_LAYERS = 2, 1
BEGIN, END = 1, 2
# Numbers of words: the most frequent first, equally frequent ones in ordinal order, from 3 on. "red dog", "blue dog runs"; then these behind "dog", "Red runs dog zzz".
IMAGE_TEXTS = [[BEGIN, 5, 3, END], [BEGIN, 4, 3, 6, END]]
PAIR_FIRSTS, PAIR_SECONDS = [[BEGIN, 3, END], [BEGIN, 4, 5, 3, 7, END]], [[BEGIN, 4, 3, END], [BEGIN, 6, 3, 5, END]]


def linear(name, rows, columns):
    return {name + ".weight": (rows, columns), name + ".bias": (rows,)}


def norm(name):
    return {name + ".weight": (WIDTH,), name + ".bias": (WIDTH,)}


def shapes(of_images, words, pre):
    named = {"words.weight": (words, WIDTH), "positions.weight": (LENGTH, WIDTH)} | norm("norm") | norm("first_norm")
    named["first_positions.weight"] = ((SIDE // PATCH) ** 2 if of_images else LENGTH, WIDTH)
    if of_images:
        named |= {"first.patches.weight": (WIDTH, 3, PATCH, PATCH), "first.patches.bias": (WIDTH,)}
    for layer in [f"first_layers.{k}" for k in range(FIRST_LAYERS)] + [f"layers.{k}.own" for k in range(LAYERS)]:
        for part in ("query", "key", "value", "output"):
            named |= linear(f"{layer}.{part}", WIDTH, WIDTH)
        named |= norm(f"{layer}.attention_norm") | linear(f"{layer}.inner", INNER, WIDTH) | linear(f"{layer}.outer", WIDTH, INNER) | norm(f"{layer}.outer_norm")
    for k in range(LAYERS):
        for part in ("query", "key", "value", "output"):
            named |= linear(f"layers.{k}.cross.{part}", WIDTH, WIDTH)
        named |= norm(f"layers.{k}.cross.norm")
    if pre:
        named |= norm("first_last_norm") | norm("last_norm")
    return named | linear("pooler", WIDTH, WIDTH) | linear("scores", CLASSES, WIDTH)


def weights(named):
    made = {}
    for n, name in enumerate(sorted(named)):
        size = int(np.prod(named[name]))
        values = 0.4 * np.sin(1.3 * (np.arange(size) + 1) + 0.7 * n) + (1 if "norm.weight" in name else 0)
        made[name] = values.reshape(named[name])
    return made


def answer(w, pre, second, image=None, first=None):
    def dense(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    def normal(x, name):
        mean = x.mean(-1, keepdims=True)
        return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * w[name + ".weight"] + w[name + ".bias"]

    def attend(x, seen, name):
        q, k, v = (dense(y, f"{name}.{part}") for y, part in ((x, "query"), (seen, "key"), (seen, "value")))
        mixed, maps, size = [], [], WIDTH // HEADS
        for head in range(HEADS):
            own = slice(head * size, (head + 1) * size)
            e = np.exp(q[:, own] @ k[:, own].T / math.sqrt(size))
            maps.append(e / e.sum(1)[:, None])
            mixed.append(maps[-1] @ v[:, own])
        return dense(np.concatenate(mixed, 1), f"{name}.output"), np.array(maps)

    def add(x, part, name):
        """x + part(x), normalised before or behind."""
        if pre:
            return x + part(normal(x, name))
        return normal(x + part(x), name)

    def feed(x, layer):
        def both(y):
            inner = dense(y, f"{layer}.inner")
            return dense(inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2))), f"{layer}.outer")
        return add(x, both, f"{layer}.outer_norm")

    maps = {}

    def keep(result, name):
        maps[name] = result[1]
        return result[0]

    if image is not None:
        patches = []
        for row in range(0, SIDE, PATCH):
            for column in range(0, SIDE, PATCH):
                patch = image[:, row:row + PATCH, column:column + PATCH]
                patches.append([float((patch * w["first.patches.weight"][d]).sum()) + w["first.patches.bias"][d] for d in range(WIDTH)])
        t = np.array(patches)
    else:
        t = w["words.weight"][first]
    t = normal(t + w["first_positions.weight"][: len(t)], "first_norm")
    for k in range(FIRST_LAYERS):
        layer = f"first_layers.{k}"
        t = feed(add(t, lambda y: attend(y, y, layer)[0], f"{layer}.attention_norm"), layer)
    if pre:
        t = normal(t, "first_last_norm")
    x = normal(w["words.weight"][second] + w["positions.weight"][: len(second)], "norm")
    named = {"context": t, "hidden.0": x}
    for k in range(LAYERS):
        layer = f"layers.{k}"
        x = add(x, lambda y: keep(attend(y, y, f"{layer}.own"), f"attention.{k}"), f"{layer}.own.attention_norm")
        x = add(x, lambda y: keep(attend(y, t, f"{layer}.cross"), f"cross-attention.{k}"), f"{layer}.cross.norm")
        x = feed(x, f"{layer}.own")
        if pre and k == LAYERS - 1:
            x = normal(x, "last_norm")
        named[f"hidden.{k + 1}"] = x
    pooled = np.tanh(dense(x[0], "pooler"))
    named |= maps | {"embedding": pooled, "logits": dense(pooled, "scores")}
    return {name: {"shape": list(value.shape), "values": [round(float(v), 9) for v in value.ravel()]} for name, value in named.items()}


def cases():
    pixels = np.sin(0.3 * np.arange(2 * 3 * SIDE * SIDE)).reshape(2, 3, SIDE, SIDE)
    for pre in (True, False):
        w = weights(shapes(True, 7, pre))
        yield {"norm": "Pre" if pre else "Post", "images": True, "answers": [answer(w, pre, text, image=image) for text, image in zip(IMAGE_TEXTS, pixels)]}
        w = weights(shapes(False, 8, pre))
        yield {"norm": "Pre" if pre else "Post", "images": False, "answers": [answer(w, pre, second, first=first) for first, second in zip(PAIR_FIRSTS, PAIR_SECONDS)]}


print("[\n" + ",\n".join(json.dumps(case) for case in cases()) + "\n]")
