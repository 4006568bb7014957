import numpy as np


def relu(x):
    out = [max(0.0, v) for v in x]
    return out
