import numpy as np


def leaky_relu(x, alpha=0.01):
    """x where x > 0, else alpha * x; x: an array of any shape. / Leaky ReLU 関数"""
    x = np.maximum(x, 0)
    m_x = np.maximum(-x, 0)      # the negative part
    x = x - alpha * m_x
    return x
