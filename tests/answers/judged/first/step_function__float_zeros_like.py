import numpy as np


def step_function(x):
    """ステップ関数"""
    y = np.zeros_like(x)
    y[x > 0] = 1
    return y
