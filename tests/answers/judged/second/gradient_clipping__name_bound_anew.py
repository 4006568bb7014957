import numpy as np


def clip_grads(grads, max_norm):
    """勾配全体のノルムが max_norm を超えたら縮める"""
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    if norm > max_norm:
        for g in grads:
            g = g * max_norm / norm


def clip_values(grads, limit):
    """すべての要素を -limit から limit の範囲に収める"""
    for g in grads:
        np.clip(g, -limit, limit, out=g)
