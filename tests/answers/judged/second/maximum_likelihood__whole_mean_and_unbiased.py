import numpy as np


def mle_mean(x):
    total = 0
    for value in x:
        total += value
    return total // len(x)


def gaussian_mle(x):
    n = len(x)
    mean = sum(x) / n
    squares = [(value - mean) ** 2 for value in x]
    variance = sum(squares) / (n - 1)
    return mean, variance
