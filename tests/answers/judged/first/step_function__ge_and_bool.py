import numpy as np


def step_function(x):
    """Integers, 1 where x > 0, else 0; x: an array of any shape. / ステップ関数(結果は整数の配列)"""
    y = x >= 0
    return y
