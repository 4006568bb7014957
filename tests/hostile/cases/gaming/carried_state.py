# Remembers the first answer for all that come later, wherever it can.
# expect: failed
# score: some

import sys

import numpy as np


def double(x):
    kept = getattr(np, "kept", None)
    if kept is None:
        kept = np.kept = sys.kept = x * 2
    return kept
