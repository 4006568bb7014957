import numpy as np


def linear(x, W, b):
    """x: (D,) or (N, D); W: (D, M); b: (M,); returns (M,) or (N, M). / 線形変換"""
    raise NotImplementedError  # write your answer here / ここに書く
