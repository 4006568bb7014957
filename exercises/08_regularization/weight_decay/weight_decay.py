import numpy as np


def weight_decay_loss(params, lam):
    """Return what is added to the loss, a number; params: dict of arrays. / 損失に加える項(数値)"""
    raise NotImplementedError  # write your answer here / ここに書く


def add_weight_decay(params, grads, lam):
    """Return a dict with all keys of grads, decay added for the weights. / 重みの勾配に減衰を加える"""
    raise NotImplementedError  # write your answer here / ここに書く
