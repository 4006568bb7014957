import numpy as np


def xavier(n_in, n_out, rng):
    """Weights (n_in, n_out) of mean 0 and standard deviation 1 / sqrt(n_in), from rng. / Xavier の初期値"""
    raise NotImplementedError  # write your answer here / ここに書く


def he(n_in, n_out, rng):
    """Weights (n_in, n_out) of mean 0 and standard deviation sqrt(2 / n_in), from rng. / He の初期値"""
    raise NotImplementedError  # write your answer here / ここに書く
