"""Ranking measures of made-up questions, computed from their definitions with Python alone, independent of the plugin.

  python3 reference.py > cases.json

Each case has logits, labels and groups of its candidates (questions mixed among each other, many equal scores), settings, and the measures expected.
"""
import json
import math
import random


def scores(logits, positive, graded):
    result = []
    for z in logits:
        p = [math.exp(v - max(z)) for v in z]
        p = [v / sum(p) for v in p]
        # With rounded logits, equal logits give equal scores to the bit in neither program unless they are computed alike, so they are rounded.
        result.append(round(sum(c * v for c, v in enumerate(p)) if graded else math.log(p[positive] / (1 - p[positive])), 9))
    return result


def measure(logits, labels, groups, positive, graded, gain, cutoffs, keep):
    rank, found = scores(logits, positive, graded), {}
    for question in sorted(set(groups)):
        own = [i for i, g in enumerate(groups) if g == question and labels[i] >= 0]
        if not own:
            continue
        grades = {i: labels[i] if graded else int(labels[i] == positive) for i in own}
        right = [i for i in own if grades[i]]
        if not right or (len(right) == len(own) and not keep):
            continue
        # place of a candidate: one more than those with a higher score, and than those with the same that come earlier
        place = {i: 1 + sum(rank[j] > rank[i] or (rank[j] == rank[i] and j < i) for j in own) for i in own}
        worth = {i: grades[i] if gain == "linear" else 2 ** grades[i] - 1 for i in own}
        best = sorted(worth.values(), reverse=True)
        add = lambda name, value: found.setdefault(name, []).append(value)
        add("p@1", float(any(place[i] == 1 for i in right)))
        add("map", sum(sum(place[j] <= place[i] for j in right) / place[i] for i in right) / len(right))
        add("mrr", max(1 / place[i] for i in right))
        for k in cutoffs:
            ideal = sum(w / math.log2(r + 2) for r, w in enumerate(best[:k]))
            add(f"ndcg@{k}", sum(worth[i] / math.log2(place[i] + 1) for i in own if place[i] <= k) / ideal)
            add(f"r@{k}", sum(place[i] <= k for i in right) / len(right))
    return {"questions": len(found["map"])} | {name: sum(values) / len(values) for name, values in found.items()}


def case(seed, classes, count, questions, **settings):
    draw = random.Random(seed)
    logits = [[draw.randrange(-3, 4) / 2 for _ in range(classes)] for _ in range(count)]
    labels = [draw.choice([-1] + list(range(classes)) + [0] * 4) for _ in range(count)]
    groups = [f"q{draw.randrange(questions)}" for _ in range(count)]
    settings = {"positive": classes - 1, "graded": False, "gain": "exponential", "cutoffs": [10], "keep": False} | settings
    return {"logits": logits, "labels": labels, "groups": groups} | settings | {"expected": measure(logits, labels, groups, **settings)}


CASES = [
    case(1, 2, 60, 7),
    case(2, 2, 80, 40, keep=True, cutoffs=[1, 2, 3]),
    case(3, 2, 80, 40, cutoffs=[2]),
    case(4, 3, 90, 9, positive=1, cutoffs=[3, 5]),
    case(5, 5, 120, 8, graded=True, cutoffs=[1, 5, 100]),
    case(6, 5, 120, 8, graded=True, gain="linear", cutoffs=[4]),
]
print("[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]")
