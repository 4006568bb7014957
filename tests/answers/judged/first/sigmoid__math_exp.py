import math

import numpy as np


def sigmoid(x):
    """シグモイド関数"""
    y = 1 / (1 + math.exp(-x))
    return y
