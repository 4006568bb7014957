import numpy as np


def softmax(x):
    """Shares of exp(x) that add up to 1 in each row; x: (M,) or (N, M). / ソフトマックス関数"""
    raise NotImplementedError  # write your answer here / ここに書く
