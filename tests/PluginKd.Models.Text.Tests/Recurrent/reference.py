"""Answers of small LSTM and GRU networks, one step after another in NumPy; writes expected.json.

Shares nothing with the plugin: gates are written out from the formulas, sequences are worked on one by one without padding.
The weight number j of a parameter is 0.5 * sin(len(its name) + 0.7 * j).
Run: python3 reference.py
"""
import json
from collections import Counter

import numpy as np

SEQUENCES = [["a", "b", "a"], ["b"], ["c", "a"]]
WORD, SPELLING, WIDTH, OUTPUTS = 3, 2, 2, 2


def weight(name, *shape):
    return 0.5 * np.sin(len(name) + 0.7 * np.arange(np.prod(shape))).reshape(shape)


def numbers(terms):
    counts = Counter(terms)
    return {term: i + 2 for i, term in enumerate(sorted(counts, key=lambda t: (-counts[t], t)))}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, h, c, wi, wh, bi, bh):
    i, f, g, o = np.split(wi @ x + bi + wh @ h + bh, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def gru(x, h, c, wi, wh, bi, bh):
    xr, xu, xn = np.split(wi @ x + bi, 3)
    hr, hu, hn = np.split(wh @ h + bh, 3)
    u = sigmoid(xu + hu)
    return (1 - u) * np.tanh(xn + sigmoid(xr + hr) * hn) + u * h, c


def layer(inputs, step, gates, suffix):
    size = len(inputs[0])
    weights = [weight(f"layers.{part}{suffix}", *shape) for part, shape in
               (("weight_ih", (gates * WIDTH, size)), ("weight_hh", (gates * WIDTH, WIDTH)), ("bias_ih", (gates * WIDTH,)), ("bias_hh", (gates * WIDTH,)))]
    h, c, states = np.zeros(WIDTH), np.zeros(WIDTH), []
    for x in inputs:
        h, c = step(x, h, c, *weights)
        states.append(h)
    return states


def run(sequence, cell, layers, both):
    step, gates = {"lstm": (lstm, 4), "gru": (gru, 3)}[cell]
    words = numbers(word for words in SEQUENCES for word in words)
    spell = lambda word: ["^" + word, "$" + word, "%" + word, "=x"]
    spellings = numbers(s for words in SEQUENCES for word in words for s in spell(word))
    table, letters = weight("words.weight", len(words) + 2, WORD), weight("spellings.weight", len(spellings) + 2, SPELLING)
    states = [np.concatenate([table[words[w]], sum(letters[spellings[s]] for s in spell(w))]) for w in sequence]
    for k in range(layers):
        forward = layer(states, step, gates, f"_l{k}")
        backward = layer(states[::-1], step, gates, f"_l{k}_reverse")[::-1] if both else None
        last = np.concatenate([forward[-1], backward[0]]) if both else forward[-1]
        states = [np.concatenate(pair) for pair in zip(forward, backward)] if both else forward
    return np.array(states), last


def scores(states, both):
    size = WIDTH * (2 if both else 1)
    return states @ weight("scores.weight", OUTPUTS, size).T + weight("scores.bias", OUTPUTS)


def main():
    cases = []
    for cell in ("lstm", "gru"):
        for layers, both in ((1, False), (2, True)):
            answers = [run(sequence, cell, layers, both) for sequence in SEQUENCES]
            cases.append({"cell": cell, "layers": layers, "both": both,
                          "words": [scores(states, both).tolist() for states, _ in answers],
                          "max": [scores(states.max(0), both).tolist() for states, _ in answers],
                          "mean": [scores(states.mean(0), both).tolist() for states, _ in answers],
                          "last": [scores(last, both).tolist() for _, last in answers]})
    with open("expected.json", "w") as file:
        json.dump(cases, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
