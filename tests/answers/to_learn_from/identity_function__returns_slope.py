import numpy as np


def identity_function(x):
    """恒等関数"""
    # 恒等関数の傾きはいつも 1
    return np.ones_like(x)
