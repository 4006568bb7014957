"""What the checks of the activation functions have in common."""

import numpy as np


def mixed(draw, *shape, scale=1.0):
    """An array in which the first entry is negative and the last positive. scale: as for draw.normal."""
    x = draw.normal(*shape, scale=scale)
    x.flat[0] = -abs(x.flat[0])
    x.flat[-1] = abs(x.flat[-1])
    return x


SHAPES = {"matrix": ("a matrix", "行列"), "three axes": ("an array with three axes", "3 次元の配列")}


def whatever_the_shape(lab, draw, function, *args):
    """A matrix and an array with three axes, each held against itself: a formula that is wrong is wrong there too, and has cost
    its points already."""
    n, t, d = draw.sizes("N T D")
    matrix, three_axes = mixed(draw, n, d), mixed(draw, n, t, d)
    return {
        "matrix": against_one_row(lab, function, matrix, *args),
        "three axes": against_one_row(lab, function, three_axes, *args),
    }


def against_one_row(lab, function, x, *args):
    """What `function` makes of an array, held against what it makes of the same entries in one row."""
    own = function(x.ravel(), *args)
    if isinstance(own, np.ndarray) and own.shape == (x.size,):
        own = own.reshape(x.shape)
    return lab.gap(function(x, *args), own)


def by_value(result):
    """1, 1.0 and True are the same here; where the dtype matters, a check of its own looks at it."""
    return None if result is None else np.asarray(result, dtype=float)
