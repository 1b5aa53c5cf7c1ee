"""BLEU of sentences.tsv (translation, tab, reference) and of parts of it, from the definition; writes expected.json.

Follows what sacreBLEU documents, nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp, and shares nothing with the plugin: words are cut sign by sign, counts are of tuples.
13a: &quot; &amp; &lt; &gt; are read; signs of ASCII but ' - . , stand alone; a full stop or comma stands alone unless digits are on both sides; a hyphen stands alone behind a digit.
Run: python3 reference.py
"""
import json
from collections import Counter
from math import exp, log

ALONE = set("{|}~[\\]^_`!\"#$%&()*+:;<=>?@/")
DIGITS = set("0123456789")


def words(text):
    for entity, sign in (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(entity, sign)
    spaced = "".join(f" {sign} " if sign in ALONE else sign for sign in f" {text} ")
    result = ""
    for i, sign in enumerate(spaced):
        before, after = spaced[i - 1: i] or " ", spaced[i + 1: i + 2] or " "
        if sign in ".," and not (before in DIGITS and after in DIGITS):
            result += f" {sign} "
        elif sign == "-" and before in DIGITS:
            result += " - "
        else:
            result += sign
    return result.split()


def ngrams(tokens, n):
    return Counter(tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1))


def bleu(pairs):
    right, total, c, r = [0] * 4, [0] * 4, 0, 0
    for translation, reference in pairs:
        written, wanted = words(translation), words(reference)
        c, r = c + len(written), r + len(wanted)
        for n in range(1, 5):
            have, want = ngrams(written, n), ngrams(wanted, n)
            total[n - 1] += sum(have.values())
            right[n - 1] += sum((have & want).values())
    precisions, without = [0.0] * 4, 0
    if any(right):
        for n in range(4):
            if total[n] == 0:
                break
            if right[n] == 0:
                without += 1
            precisions[n] = 100 * right[n] / total[n] if right[n] else 100 / (2 ** without * total[n])
    penalty = 1.0 if c >= r else exp(1 - r / c) if c else 0.0
    score = penalty * exp(sum(log(p) for p in precisions) / 4) if all(precisions) else 0.0
    return {"bleu": score, "precisions": precisions, "penalty": penalty, "ratio": c / r}


with open("sentences.tsv", encoding="utf-8") as file:
    pairs = [line.rstrip("\n").split("\t") for line in file]
parts = {"all": range(len(pairs)), "no-3-grams": [0, 6], "one-word": [6], "empty": [4], "short": [9], "three": [1, 2, 7]}
with open("expected.json", "w") as file:
    json.dump([{"lines": list(lines), **bleu([pairs[i] for i in lines])} for lines in parts.values()], file, indent=1)
    file.write("\n")
