"""Ranks of cross-retrieval, computed with NumPy by sorting, independent of the plugin: python3 reference.py > cases.json

A case is a table of scores [firsts, seconds] and for each first the numbers of its seconds; a few scores are equal."""
import json
import math

import numpy as np

random = np.random.RandomState(5)


def places(scores, right):
    """Best place of a right candidate of each query, from 1, in a stable order of falling scores."""
    found = []
    for row, own in zip(scores, right):
        order = sorted(range(len(row)), key=lambda candidate: -row[candidate])
        found.append(1 + min(order.index(candidate) for candidate in own))
    return found


def chance(k, candidates, right):
    return float(np.mean([1 - (math.comb(candidates - len(own), k) / math.comb(candidates, k) if k <= candidates else 0) for own in right]))


def case(firsts, each, cutoffs):
    seconds_of = [list(range(f * each, (f + 1) * each)) for f in range(firsts)]
    # Quarters, so that some are equal; true pairs are better on average.
    scores = np.round(random.randn(firsts, firsts * each) * 4) / 4
    for f, own in enumerate(seconds_of):
        scores[f, own] += 1
    firsts_of = [[s // each] for s in range(firsts * each)]
    expected, rsum = {}, 0.0
    table = {"to-second": (scores, seconds_of), "to-first": (scores.T, firsts_of)}
    chances = {}
    for direction, (matrix, right) in table.items():
        found = places(matrix.tolist(), right)
        for k in cutoffs:
            expected[f"r@{k}/{direction}"] = float(np.mean([place <= k for place in found]))
            rsum += expected[f"r@{k}/{direction}"]
            chances[f"{k}/{direction}"] = chance(k, matrix.shape[1], right)
        expected[f"median-place/{direction}"] = float(np.median(found))
    expected["rsum"] = rsum
    return {"firsts": firsts, "each": each, "cutoffs": cutoffs, "scores": scores.tolist(), "expected": expected, "chances": chances}


print(json.dumps([case(6, 1, [1, 5, 10]), case(5, 3, [1, 2, 5]), case(12, 5, [1, 5, 10])]))
