import numpy as np


def clip_grads(grads, max_norm):
    """Scale all arrays of the list by one factor if their norm, taken together, is above max_norm.

    In place, or return a new list. / 勾配全体のノルムが max_norm を超えたら縮める。その場で書き換えても、リストを返してもよい
    """
    clipped = []
    for g in grads:
        norm = np.sqrt(np.sum(g ** 2))
        if norm > max_norm:
            g = g * max_norm / norm
        clipped.append(g)
    return clipped


def clip_values(grads, limit):
    """Cut every entry of every array in the list off at -limit and limit.

    In place, or return a new list. / すべての要素を -limit から limit の範囲に収める。その場で書き換えても、リストを返してもよい
    """
    raise NotImplementedError  # write your answer here / ここに書く
