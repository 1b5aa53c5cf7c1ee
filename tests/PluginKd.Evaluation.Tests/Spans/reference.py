"""Counts spans as conlleval does, from its rules for pairs of tags, and writes tags.txt and expected.json.

Independent of the C# code: that asks whether a word goes on with a span, this keeps the program's two tables,
one of the pairs of letters between which a span ends, one of those between which one begins.
Run: python3 reference.py
"""
import json
import random
from collections import Counter

ENDS = {("B", "B"), ("B", "S"), ("B", "O"), ("I", "B"), ("I", "S"), ("I", "O"),
        ("E", "B"), ("E", "I"), ("E", "E"), ("E", "S"), ("E", "O"),
        ("S", "B"), ("S", "I"), ("S", "E"), ("S", "S"), ("S", "O")}
BEGINS = {(before, now) for before in "OBIES" for now in "BS"} | {("O", "I"), ("O", "E"), ("E", "I"), ("E", "E"), ("S", "I"), ("S", "E")}


def letter_and_type(tag):
    return ("O", "") if tag == "O" else tuple(tag.split("-", 1))


def spans(tags):
    found, start, before, before_type = set(), None, "O", ""
    for place, tag in enumerate(list(tags) + ["O"]):
        letter, kind = letter_and_type(tag)
        other = kind != before_type
        if start is not None and ((before, letter) in ENDS or (before != "O" and other)):
            found.add((before_type, start, place))
            start = None
        if (before, letter) in BEGINS or (letter != "O" and other):
            start = place
        before, before_type = letter, kind
    return found


def scores(right, predicted, wanted):
    precision = right / predicted if predicted else 0.0
    recall = right / wanted if wanted else 0.0
    return {"right": right, "predicted": predicted, "true": wanted, "precision": precision, "recall": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0}


def measure(sentences):
    right, predicted, wanted = Counter(), Counter(), Counter()
    for sentence in sentences:
        gold, guess = spans([g for g, _ in sentence]), spans([p for _, p in sentence])
        wanted.update(kind for kind, _, _ in gold)
        predicted.update(kind for kind, _, _ in guess)
        right.update(kind for kind, _, _ in gold & guess)
    types = sorted(set(wanted) | set(predicted))
    each = {kind: scores(right[kind], predicted[kind], wanted[kind]) for kind in types}
    return {"all": scores(sum(right.values()), sum(predicted.values()), sum(wanted.values())),
            "macro": sum(row["f1"] for row in each.values()) / len(each), "types": each}


def main():
    draw = random.Random(7)
    tags = ["O"] + [f"{letter}-{kind}" for letter in "BIES" for kind in ("LOC", "PER", "MISC")]
    sentences = []
    for _ in range(320):
        gold = [draw.choice(tags) for _ in range(draw.randint(1, 12))]
        sentences.append([(g, g if draw.random() < 0.6 else draw.choice(tags)) for g in gold])
    pairs = {pair for sentence in sentences for column in (0, 1) for pair in zip(["O"] + [row[column] for row in sentence], [row[column] for row in sentence] + ["O"])}
    assert len(pairs) == len(tags) ** 2, "every transition must occur"
    with open("tags.txt", "w") as file:
        file.write("\n".join("".join(f"{g} {p}\n" for g, p in sentence) for sentence in sentences))
    with open("expected.json", "w") as file:
        json.dump(measure(sentences), file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
