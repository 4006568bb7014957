import numpy as np


def clip_grads(grads, max_norm):
    """ノルムでクリッピング"""
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    if norm > max_norm:
        grads = [g * max_norm / norm for g in grads]
    return grads


def clip_values(grads, limit):
    """値でクリッピング"""
    return map(lambda g: np.clip(g, -limit, limit), grads)
