import numpy as np


def relu(x):
    """ReLU 関数"""
    y = x
    y[y < 0] = 0
    return y
