# Digits as text, each as long as a book.
# expect: failed

import numpy as np


def double(x):
    return np.array(["9" * 100_000] * 3)
