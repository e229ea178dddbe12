"""Writes the MATLAB files of this folder (SciPy 1.10): five images as SVHN's, compressed and not."""

from pathlib import Path

import numpy as np
from scipy.io import savemat

HERE = Path(__file__).parent
h, w, c, n = np.meshgrid(range(3), range(4), range(3), range(5), indexing="ij")
images = ((100 * n + 40 * c + 10 * h + w) % 256).astype(np.uint8)
labels = np.array([[1], [10], [3], [9], [10]], np.uint8)

savemat(HERE / "svhn.mat", {"X": images, "y": labels}, do_compression=True)
savemat(HERE / "svhn_plain.mat", {"X": images, "y": labels.astype(float)})
