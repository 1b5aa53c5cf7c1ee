"""Byte-pair encoding learned the slow way: all pairs are counted anew after each join. Writes merges.txt from corpus.txt.

Shares nothing with the plugin. Rules: words are what stands between blanks, with a mark U+2581 before each; a word is parted where letters and marks, numbers, and other signs
meet; characters that occur once, and the mark itself, are no pieces and part a word, too. The most frequent pair is joined, of equal ones the first by left, then right piece
(order of UTF-16 units), until no pair occurs twice or there are 300 joins.
Run: python3 reference.py
"""
import unicodedata
from collections import Counter

MARK, JOINS = "\u2581", 300


def kind(character):
    return {"L": 0, "M": 0, "N": 1}.get(unicodedata.category(character)[0], 2)


def runs(word):
    parts = [""]
    for character in word:
        if parts[-1] and kind(parts[-1][-1]) != kind(character):
            parts.append("")
        parts[-1] += character
    return parts


def symbols(text, characters):
    for word in text.split(" "):
        for i, run in enumerate(runs(word)):
            piece = [MARK] if i == 0 else []
            for character in run:
                if character in characters:
                    piece.append(character)
                else:
                    yield piece
                    piece = []
            yield piece


def joined(piece, left, right):
    result, i = [], 0
    while i < len(piece):
        if piece[i:i + 2] == [left, right]:
            result.append(left + right)
            i += 2
        else:
            result.append(piece[i])
            i += 1
    return result


with open("corpus.txt", encoding="utf-8") as file:
    texts = file.read().splitlines()
counts = Counter(c for text in texts for c in text if c not in " " + MARK)
characters = {c for c, n in counts.items() if n >= 2}
words = [piece for text in texts for piece in symbols(text, characters)]
with open("merges.txt", "w", encoding="utf-8") as file:
    for _ in range(JOINS):
        pairs = Counter(pair for piece in words for pair in zip(piece, piece[1:]))
        if not pairs or max(pairs.values()) < 2:
            break
        left, right = min(pairs, key=lambda p: (-pairs[p], p[0].encode("utf-16-be"), p[1].encode("utf-16-be")))
        file.write(f"{left} {right}\n")
        words = [joined(piece, left, right) for piece in words]
