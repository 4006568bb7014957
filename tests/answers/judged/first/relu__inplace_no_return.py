import numpy as np


def relu(x):
    """x where x > 0, else 0, leaving x as it is; x: an array of any shape. / ReLU 関数(x は書き換えない)"""
    x[x < 0] = 0   # マイナスの要素を 0 にする
