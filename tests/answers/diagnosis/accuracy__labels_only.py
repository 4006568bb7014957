import numpy as np


def accuracy(y, t):
    predicted = y.argmax(1)
    return (predicted == t).mean()
