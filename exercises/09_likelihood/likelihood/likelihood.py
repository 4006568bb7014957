import numpy as np


def gaussian_pdf(x, mu, sigma2):
    """Density of the normal distribution at x, a number or any shape; sigma2 is the variance. / 正規分布の確率密度"""
    raise NotImplementedError  # write your answer here / ここに書く


def likelihood(x, mu, sigma2):
    """Product of the densities of the points x, (n,): one number. / 尤度"""
    raise NotImplementedError  # write your answer here / ここに書く


def negative_log_likelihood(x, mu, sigma2):
    """Minus the logarithm of the likelihood, finite for many points x, (n,), too: one number. / 負の対数尤度"""
    raise NotImplementedError  # write your answer here / ここに書く
