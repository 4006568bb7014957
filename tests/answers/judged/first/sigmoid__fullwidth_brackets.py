import numpy as np


def sigmoid(x):
    # シグモイド関数
    return 1 / （1 + np.exp(-x)）
