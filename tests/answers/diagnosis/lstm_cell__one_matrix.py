import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    ones = np.ones((len(x), 1))
    theta = np.block([[W.T], [U.T], [b.reshape(1, -1)]])
    z = (np.hstack((x, prev_h, ones)) @ theta).reshape(len(x), 4, -1).swapaxes(0, 1)
    squash = lambda s: np.exp(-np.logaddexp(0.0, -s))
    keep_take = np.stack([squash(z[2]), squash(z[1])])
    c = (keep_take * np.stack([prev_c, np.tanh(z[0])])).sum(axis=0)
    return c, squash(z[3]) * np.tanh(c)
