"""Uncased BERT's tokenizer, written from its description with Python's own Unicode data, independent of the plugin.

  python3 reference.py pieces vocabulary.txt < sentences.jsonl > pieces.txt
  python3 reference.py numbers vocab.txt     < sentences.jsonl > bert-numbers.txt
"""
import json
import sys
import unicodedata

CHINESE = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def clean(text):
    out = []
    for c in text:
        kind = unicodedata.category(c)
        if c in "\t\n\r" or kind == "Zs":
            out.append(" ")
        elif ord(c) in (0, 0xFFFD) or kind in ("Cc", "Cf"):
            continue
        elif any(a <= ord(c) <= b for a, b in CHINESE):
            out.append(f" {c} ")
        else:
            out.append(c)
    return "".join(out)


def is_punctuation(c):
    return 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126 or unicodedata.category(c).startswith("P")


def words(text):
    for token in clean(text).split():
        bare = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if unicodedata.category(c) != "Mn")
        spaced = "".join(f" {c} " if is_punctuation(c) else c for c in bare)
        yield from spaced.split()


def pieces(word, vocabulary):
    if len(word) > 100:
        return ["[UNK]"]
    out, rest = [], word
    while rest:
        for end in range(len(rest), 0, -1):
            piece = ("##" if out else "") + rest[:end]
            if piece in vocabulary:
                break
        else:
            return ["[UNK]"]
        out.append(piece)
        rest = rest[end:]
    return out


if __name__ == "__main__":
    what, path = sys.argv[1:]
    vocabulary = {line.rstrip("\n"): number for number, line in enumerate(open(path, encoding="utf-8", newline="\n"))}
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        found = [piece for word in words(json.loads(line)) for piece in pieces(word, vocabulary)]
        print(*found if what == "pieces" else (vocabulary[piece] for piece in found))
