import numpy as np


def relu(x):
    return np.maximum(0, x)


def leaky_relu(x, alpha=0.01):
    # ReLU に、入力の alpha 倍だけ「漏れ」を足す
    return relu(x) + alpha * x
