import numpy as np


def cross_entropy_error(y, t):
    """Mean over the batch of -log of the right class's probability. / 交差エントロピー誤差

    y: (M,) or (N, M) probabilities; t: one-hot like y, or labels of shape () or (N,).
    """
    raise NotImplementedError  # write your answer here / ここに書く
