import numpy as np


def sum_squared_error(y, t):
    err = y - t
    return err.sum() / 2


def mean_squared_error(y, t):
    err = y - t
    return err.mean()


def half_mean_squared_error(y, t):
    err = y - t
    return err.mean() / 2
