import numpy as np


def accuracy(y, t):
    # one-hot → クラス番号
    right = np.array([np.argmax(row) for row in t])
    guess = np.argmax(y, axis=1)
    return np.mean(guess == right)
