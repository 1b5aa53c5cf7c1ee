"""Writes folding.txt: what is left of each character in lower case, decomposed (NFD), without marks (Mn). Run: python3 folding.py > folding.txt

Python's own copy of the Unicode data is the only source. Left out: characters that stay as they are, marks themselves, and Hangul syllables,
whose parts are arithmetic.
"""
import sys
import unicodedata

print(f"# Made by folding.py from Unicode {unicodedata.unidata_version}: character, then what is left of it, code points in hex.")
for code in range(0x80, sys.maxunicode + 1):
    character = chr(code)
    if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4 or unicodedata.category(character) == "Mn":
        continue
    left = "".join(c for c in unicodedata.normalize("NFD", character.lower()) if unicodedata.category(c) != "Mn")
    if left != character:
        print(f"{code:X}", *(f"{ord(c):X}" for c in left))
