"""Answers of a BERT checkpoint, computed with NumPy alone from the papers' formulas, independent of the plugin and of libtorch.

  python3 reference.py make  FOLDER              writes a tiny random checkpoint: config.json, vocab.txt, model.safetensors
  python3 reference.py answer FOLDER > expected.json
  python3 reference.py pairs  FOLDER > expected-pairs.json
"""
import json
import math
import os
import struct
import sys

import numpy as np

WIDTH, LAYERS, HEADS, INNER, POSITIONS, TYPES, CLASSES = 8, 2, 2, 12, 10, 2, 3
VOCABULARY = "[PAD] [UNK] [CLS] [SEP] [MASK] the film is good ##ness bad cafe , !".split()
# Pieces of "The film is good!", "BÀD, goodness zzz" and "", as numbers of that vocabulary.
TEXTS = [[2, 5, 6, 7, 8, 13, 3], [2, 10, 12, 8, 9, 1, 3], [2, 3]]
# Pairs of texts; of the second, which has 8 and 3 pieces where there is room for 7, the longer one loses its last 4.
PAIRS = [("the film", "good !"), ("the film is good ##ness bad cafe !", "bad film ,"), ("", "good")]


def shapes():
    yield "bert.embeddings.word_embeddings.weight", (len(VOCABULARY), WIDTH)
    yield "bert.embeddings.position_embeddings.weight", (POSITIONS, WIDTH)
    yield "bert.embeddings.token_type_embeddings.weight", (TYPES, WIDTH)
    yield from norm("bert.embeddings.LayerNorm")
    for k in range(LAYERS):
        layer = f"bert.encoder.layer.{k}"
        for part in ("query", "key", "value"):
            yield from linear(f"{layer}.attention.self.{part}", WIDTH, WIDTH)
        yield from linear(f"{layer}.attention.output.dense", WIDTH, WIDTH)
        yield from norm(f"{layer}.attention.output.LayerNorm")
        yield from linear(f"{layer}.intermediate.dense", INNER, WIDTH)
        yield from linear(f"{layer}.output.dense", WIDTH, INNER)
        yield from norm(f"{layer}.output.LayerNorm")
    yield from linear("bert.pooler.dense", WIDTH, WIDTH)
    yield from linear("classifier", CLASSES, WIDTH)


def linear(name, rows, columns):
    yield name + ".weight", (rows, columns)
    yield name + ".bias", (rows,)


def norm(name):
    yield name + ".weight", (WIDTH,)
    yield name + ".bias", (WIDTH,)


def make(folder):
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/config.json", "w") as file:
        json.dump({"model_type": "bert", "vocab_size": len(VOCABULARY), "hidden_size": WIDTH, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
                   "intermediate_size": INNER, "max_position_embeddings": POSITIONS, "type_vocab_size": TYPES, "hidden_act": "gelu", "layer_norm_eps": 1e-12},
                  file, indent=2)
        file.write("\n")
    with open(f"{folder}/vocab.txt", "w") as file:
        file.write("\n".join(VOCABULARY) + "\n")
    random, header, data = np.random.RandomState(7), {}, b""
    for name, shape in shapes():
        values = (random.randn(*shape) * 0.5 + (1 if name.endswith("LayerNorm.weight") else 0)).astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(f"{folder}/model.safetensors", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read(folder):
    with open(f"{folder}/model.safetensors", "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    return {name: np.frombuffer(data[slice(*entry["data_offsets"])], "<f4").astype(np.float64).reshape(entry["shape"]) for name, entry in header.items()}


def joined(first, second):
    """Numbers and types of a pair: pieces go one by one off the longer text, off the second where both are equally long."""
    first, second = ([VOCABULARY.index(piece) for piece in text.split()] for text in (first, second))
    while len(first) + len(second) + 3 > POSITIONS:
        (first if len(first) > len(second) else second).pop()
    return [2, *first, 3, *second, 3], [0] * (len(first) + 2) + [1] * (len(second) + 1)


def answer(weights, numbers, types=None):
    def dense(x, name):
        return x @ weights[name + ".weight"].T + weights[name + ".bias"]

    def normal(x, name):
        mean = x.mean(-1, keepdims=True)
        return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]

    tables = "bert.embeddings."
    x = weights[tables + "word_embeddings.weight"][numbers] + weights[tables + "position_embeddings.weight"][: len(numbers)]
    x = normal(x + weights[tables + "token_type_embeddings.weight"][types or [0] * len(numbers)], tables + "LayerNorm")
    hidden, attentions, size = [x], [], WIDTH // HEADS
    for k in range(LAYERS):
        layer, mixed, maps = f"bert.encoder.layer.{k}.", [], []
        q, key, v = (dense(x, layer + "attention.self." + part) for part in ("query", "key", "value"))
        for head in range(HEADS):
            own = slice(head * size, (head + 1) * size)
            e = np.exp(q[:, own] @ key[:, own].T / math.sqrt(size))
            maps.append(e / e.sum(1, keepdims=True))
            mixed.append(maps[-1] @ v[:, own])
        x = normal(x + dense(np.concatenate(mixed, 1), layer + "attention.output.dense"), layer + "attention.output.LayerNorm")
        inner = dense(x, layer + "intermediate.dense")
        inner = inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        x = normal(x + dense(inner, layer + "output.dense"), layer + "output.LayerNorm")
        hidden.append(x)
        attentions.append(np.array(maps))
    pooled = np.tanh(dense(x[0], "bert.pooler.dense"))
    named = {"logits": dense(pooled, "classifier"), "embedding": pooled}
    named |= {f"hidden.{k}": h for k, h in enumerate(hidden)} | {f"attention.{k}": a for k, a in enumerate(attentions)}
    return {name: [round(float(v), 9) for v in value.ravel()] for name, value in named.items()}


if __name__ == "__main__":
    what, folder = sys.argv[1:]
    if what == "make":
        make(folder)
    else:
        inputs = [joined(*pair) for pair in PAIRS] if what == "pairs" else [(numbers,) for numbers in TEXTS]
        lines = [json.dumps(answer(read(folder), *each)) for each in inputs]
        print("[\n" + ",\n".join(lines) + "\n]")
