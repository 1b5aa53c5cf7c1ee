"""Resizes planes as image-folder and idx promise, written from the formulas in the plugin's README, independent of its code.

  python3 reference.py > resized.csv        each line: old height, old width, new height, new width, then the new pixels

Old planes hold ((7 i) mod 31) / 31 at position i, row by row. Each direction is a matrix; rows times plane times columns.
Shrinking, the matrix comes from the integral of the pixels seen as steps; growing, from numpy's linear interpolation at the centres.
"""
import numpy as np

SIZES = [(28, 28, 16, 16), (5, 7, 3, 2), (4, 4, 2, 2), (3, 2, 7, 5), (6, 3, 4, 9), (1, 1, 3, 2), (9, 9, 9, 4)]


def matrix(old, new):
    step = old / new
    rows = np.eye(old)
    if step > 1:
        edges = np.arange(old + 1)
        integral = np.concatenate([np.zeros((1, old)), np.cumsum(rows, 0)])
        cut = np.stack([np.interp(np.arange(new + 1) * step, edges, integral[:, j]) for j in range(old)], 1)
        return np.diff(cut, axis=0) / step
    centres = (np.arange(new) + 0.5) * step - 0.5
    return np.stack([np.interp(centres, np.arange(old), rows[:, j]) for j in range(old)], 1)


for h, w, hh, ww in SIZES:
    plane = ((7 * np.arange(h * w)) % 31 / 31).reshape(h, w)
    resized = matrix(h, hh) @ plane @ matrix(w, ww).T
    print(",".join([str(n) for n in (h, w, hh, ww)] + [repr(float(v)) for v in resized.ravel()]))
