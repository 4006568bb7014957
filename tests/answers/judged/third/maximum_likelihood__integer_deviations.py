import numpy as np


def mle_mean(x):
    total = 0
    for value in x:
        total += value
    return total / len(x)


def gaussian_mle(x):
    mean = mle_mean(x)
    squares = np.zeros_like(x)
    for i in range(len(x)):
        squares[i] = (x[i] - mean) ** 2
    return mean, np.sum(squares) / len(x)
