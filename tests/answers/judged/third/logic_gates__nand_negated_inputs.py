import numpy as np


def perceptron(x, w, b):
    # 重み付き和が 0 を超えたら発火する
    total = np.dot(np.array(x), np.array(w)) + b
    if total > 0:
        return 1
    return 0


def AND(x1, x2):
    return perceptron([x1, x2], [1.0, 1.0], -1.5)


def NAND(x1, x2):
    # NAND は AND の否定: 入力を反転して AND に入れる
    return AND(1 - x1, 1 - x2)


def OR(x1, x2):
    return perceptron([x1, x2], [1.0, 1.0], -0.5)
