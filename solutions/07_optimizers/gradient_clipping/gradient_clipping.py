import numpy as np


def clip_grads(grads, max_norm):
    """Scale all arrays of the list by one factor if their norm, taken together, is above max_norm.

    In place, or return a new list. / 勾配全体のノルムが max_norm を超えたら縮める。その場で書き換えても、リストを返してもよい
    """
    # BEGIN SOLUTION
    total_norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    if total_norm > max_norm:
        for grad in grads:
            grad *= max_norm / total_norm
    # END SOLUTION


def clip_values(grads, limit):
    """Cut every entry of every array in the list off at -limit and limit.

    In place, or return a new list. / すべての要素を -limit から limit の範囲に収める。その場で書き換えても、リストを返してもよい
    """
    # BEGIN SOLUTION
    for grad in grads:
        np.clip(grad, -limit, limit, out=grad)
    # END SOLUTION
