import numpy as np


def accuracy(y, t):
    """Share of the rows of y, (N, M), that are largest at the right class; t: (N,) or (N, M). / 認識精度(正解率)"""
    raise NotImplementedError  # write your answer here / ここに書く
