"""Views of images as image-transforms promises, built step by step from pictures in numpy, independent of the plugin's one look-up.

  python3 reference.py > views.csv     each line: channels, height, width, flip, down, right, degrees, fill, then the view's numbers

Images hold ((7 i) mod 31) / 31 - 0.3 at position i. The image, on a wide margin of the fill, is turned about its centre by sampling bilinearly
on the turned grid; then the window is cut out, further down and right; then mirrored.
"""
import numpy as np

CASES = [
    (1, 4, 5, 0, 0, 0, 0.0, 0.0),
    (1, 4, 5, 1, 0, 0, 0.0, 0.0),
    (3, 4, 5, 0, -2, 3, 0.0, -1.5),
    (3, 5, 4, 1, 1, -2, 0.0, 0.25),
    (1, 5, 5, 0, 0, 0, 90.0, 0.0),
    (1, 4, 6, 0, 0, 0, 17.5, 0.0),
    (3, 7, 6, 1, 2, -1, -33.25, 0.5),
    (1, 3, 3, 0, 5, 0, 12.0, 2.0),
]
MARGIN = 20


def turned(plane, degrees, fill):
    """The plane on its margin, turned; output pixel p shows what stands at R (p - centre) + centre."""
    h, w = plane.shape
    wide = np.pad(plane, MARGIN, constant_values=fill)
    theta = np.deg2rad(degrees)
    rotation = np.array([[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]])
    centre = np.array([MARGIN + (h - 1) / 2, MARGIN + (w - 1) / 2])
    out = np.full_like(wide, fill)
    inner = MARGIN - 8
    for y in range(inner, wide.shape[0] - inner):
        for x in range(inner, wide.shape[1] - inner):
            v, u = rotation @ (np.array([y, x]) - centre) + centre
            i, j = int(np.floor(v)), int(np.floor(u))
            square = wide[i:i + 2, j:j + 2]
            out[y, x] = np.array([1 - (v - i), v - i]) @ square @ np.array([1 - (u - j), u - j])
    return out


for channels, h, w, flip, down, right, degrees, fill in CASES:
    image = ((7 * np.arange(channels * h * w)) % 31 / 31 - 0.3).astype(np.float32).astype(np.float64).reshape(channels, h, w)
    view = []
    for plane in image:
        whole = turned(plane, degrees, fill) if degrees else np.pad(plane, MARGIN, constant_values=fill)
        window = whole[MARGIN + down:MARGIN + down + h, MARGIN + right:MARGIN + right + w]
        view.append(window[:, ::-1] if flip else window)
    print(",".join(str(n) for n in (channels, h, w, flip, down, right, degrees, fill)) + "," + ",".join(repr(float(v)) for v in np.stack(view).ravel()))
