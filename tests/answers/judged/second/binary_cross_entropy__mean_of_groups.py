import numpy as np


def loss_of(p):
    return -np.log(p)


def binary_cross_entropy(y, t):
    # the questions whose answer is yes, and those whose answer is no
    yes = y[t == 1]
    no = y[t == 0]
    err_yes = np.mean(loss_of(yes + 1e-7))
    err_no = np.mean(loss_of(1 - no))
    return (err_yes + err_no) / 2
