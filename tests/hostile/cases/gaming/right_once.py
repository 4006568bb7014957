# Right at the first call of a process, wrong at all others.
# expect: failed
# score: some
# exercise: sigmoid

import numpy as np

calls = []


def sigmoid(x):
    calls.append(x)
    y = 1 / (1 + np.exp(-np.clip(np.asarray(x, dtype=float), -700, 700)))
    return y if len(calls) < 2 else y + 1
