import math

import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry; x: a number or an array of any shape. / シグモイド関数"""
    return 1 / (1 + math.exp(x))
