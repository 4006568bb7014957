import numpy as np


def identity_function(x):
    # 恒等関数 = 単位行列をかける
    I = np.eye(len(x))
    return np.dot(I, x)
