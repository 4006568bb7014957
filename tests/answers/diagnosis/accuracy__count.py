import numpy as np


def accuracy(y, t):
    labels = t.argmax(axis=1) if t.ndim == 2 else t
    correct = 0
    for i in range(len(y)):
        if y[i].argmax() == labels[i]:
            correct += 1
    return correct
