"""BM25 computed from its formula with Python alone, independent of the plugin.

  python3 reference.py scores > scores.json         every document of documents.tsv for every query of queries.tsv
  python3 reference.py cranfield FOLDER             what BM25 reaches on the Cranfield collection: figures in RetrievalTests
"""
import collections
import gzip
import json
import math
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def terms(text):
    return re.findall(r"[^\W_]+", text.lower())


def bm25(documents, query, k1, b):
    bags = [collections.Counter(terms(d)) for d in documents]
    mean = sum(sum(bag.values()) for bag in bags) / len(bags)
    scores = []
    for bag in bags:
        score, length = 0.0, sum(bag.values())
        for term in terms(query):
            n = sum(term in other for other in bags)
            if bag[term]:
                score += math.log(1 + (len(bags) - n + 0.5) / (n + 0.5)) * bag[term] * (k1 + 1) / (bag[term] + k1 * (1 - b + b * length / mean))
        scores.append(score)
    return scores


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t")[1] for line in file]


def blocks(path):
    """Texts under .W of each block."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in re.split(r"^\.I .*\n", file.read(), flags=re.M)[1:]:
            found = re.search(r"^\.W\s*\n(.*)", block, flags=re.M | re.S)
            yield " ".join(found.group(1).split()) if found else ""


def cranfield(folder):
    documents, queries = list(blocks(f"{folder}/cran.all.1400.gz")), list(blocks(f"{folder}/cran.qry.gz"))
    kept = [i for i, text in enumerate(documents) if text]
    judged = collections.defaultdict(set)
    with gzip.open(f"{folder}/cranqrel.gz", "rt") as file:
        for query, document, grade in (line.split() for line in file):
            if int(grade) > 0:
                judged[int(query) - 1].add(int(document) - 1)
    bags = [collections.Counter(terms(documents[i])) for i in kept]
    lengths = [sum(bag.values()) for bag in bags]
    mean, frequency = sum(lengths) / len(bags), collections.Counter(term for bag in bags for term in bag)
    found, precisions = 0, []
    for q, query in enumerate(queries):
        scores = [0.0] * len(bags)
        for term in terms(query):
            idf = math.log(1 + (len(bags) - frequency[term] + 0.5) / (frequency[term] + 0.5))
            for d, bag in enumerate(bags):
                if bag[term]:
                    scores[d] += idf * bag[term] * 2.2 / (bag[term] + 1.2 * (0.25 + 0.75 * lengths[d] / mean))
        best = sorted(range(len(bags)), key=lambda d: (-scores[d], d))[:50]
        right = [place + 1 for place, d in enumerate(best) if kept[d] in judged[q]]
        found += len(right)
        if right:
            precisions.append(sum((i + 1) / place for i, place in enumerate(right)) / len(right))
    print(f"documents {len(kept)}, found in the first 50 {found}, queries with some {len(precisions)}, MAP of these lists {sum(precisions) / len(precisions):.6f}")


if __name__ == "__main__":
    if sys.argv[1] == "cranfield":
        cranfield(sys.argv[2])
    else:
        documents, queries = table("documents.tsv"), table("queries.tsv")
        rows = [{"k1": k1, "b": b, "scores": [bm25(documents, q, k1, b) for q in queries]} for k1, b in ((1.2, 0.75), (2.0, 0.0), (0.0, 0.5))]
        print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
