import numpy as np


def relu(x):
    """ReLU 関数"""
    return max(0, x)
