"""What the checks of the gates have in common."""

import numpy as np

LABELS = {
    f"({x1}, {x2})": (f"for x1 = {x1} and x2 = {x2}", f"x1 = {x1}、x2 = {x2} のとき")
    for x1, x2 in ((0, 0), (1, 0), (0, 1), (1, 1))
}


def row(x1, x2):
    """The key of a row of a table."""
    return f"({x1}, {x2})"


def plain(value):
    """0, 0.0, False and an array without axes are all the same answer."""
    return float(value) if isinstance(value, (int, float, np.generic, np.ndarray)) and np.ndim(value) == 0 else value
