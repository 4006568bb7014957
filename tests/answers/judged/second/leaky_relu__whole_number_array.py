import numpy as np


def leaky_relu(x, alpha=0.01):
    """Leaky ReLU 関数"""
    y = x.copy()
    mask = (x <= 0)          # 負の部分
    y[mask] = alpha * x[mask]
    return y
