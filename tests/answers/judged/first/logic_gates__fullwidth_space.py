import numpy as np


def AND(x1, x2):
    s = 0.5 * x1 + 0.5 * x2 - 0.7
    return 1 if s > 0 else 0


def NAND(x1, x2):
    s = -0.5 * x1 - 0.5 * x2 + 0.7
    return 1 if s > 0 else 0


def OR(x1, x2):
    # 重みは AND と同じ、バイアスだけ違う
    s = 0.5 * x1 + 0.5 * x2　- 0.2
    return 1 if s > 0 else 0
