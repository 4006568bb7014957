import math

import numpy as np


def sigmoid_of_one(v):
    return 1.0 / (1.0 + math.exp(-v))


# 要素ごとに計算する
sigmoid = np.vectorize(sigmoid_of_one)
