import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """Weights (D,) and bias, learned from the rows of X, (N, D), and t, (N,), of 0 and 1. / パーセプトロンの学習"""
    raise NotImplementedError  # write your answer here / ここに書く
