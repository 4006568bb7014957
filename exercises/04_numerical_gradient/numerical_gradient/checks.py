import numpy as np

from grader.authoring import check, shipped

# Central differences of quadratics are exact but for rounding, which stays below 1e-8 for steps from 1e-3 to 1e-6;
# forward differences are off by 5e-5.
RTOL = 1e-6


LABELS = {
    "asked": ("where f was evaluated", "f を計算した点"),
    "above": ("above each entry (1: yes, 0: no)", "各要素より大きい点(1: ある、0: ない)"),
    "below": ("below each entry (1: yes, 0: no)", "各要素より小さい点(1: ある、0: ない)"),
    "elsewhere": ("where more than one entry is moved (1: yes, 0: no)", "2 つ以上の要素をずらした点(1: ある、0: ない)"),
    "called": ("at all (1: yes, 0: no)", "f を計算したか(1: はい、0: いいえ)"),
    "gradient": ("the gradient", "勾配"),
    "again": ("the result of a second call", "2 回目の呼び出しの結果"),
}


@shipped
def weighted_squares(x):
    return np.sum(a * x**2)  # noqa: F821


@shipped
def neighbours(x):
    return np.sum(a * x**2) + np.sum(x[1:] * x[:-1])  # noqa: F821


@shipped
def neighbours_of_a_row(x):
    y = x.reshape(shape)  # noqa: F821
    return np.sum(a * y**2) + np.sum(y[1:] * y[:-1])  # noqa: F821


def against_one_row(lab, draw, *shape):
    """The gradient at an array of several axes, held against that at the same entries in one row: a wrong formula has cost
    its points already."""
    x, a = draw.positive(*shape), draw.positive(*shape)
    a.flat[0] += 20.0  # so that the gradient is not the same number everywhere
    own = lab.numerical_gradient(neighbours_of_a_row.bind(a=a, shape=shape), x.ravel())
    if isinstance(own, np.ndarray) and own.shape == (x.size,):
        own = own.reshape(shape)
    return lab.gap(lab.numerical_gradient(neighbours.bind(a=a), x), own)


def asked(f, x):
    """At which points f was evaluated: for each entry of x, whether above it and below it, all else at rest."""
    above, below = np.zeros(x.size, dtype=int), np.zeros(x.size, dtype=int)
    elsewhere = 0
    for point in f.calls:
        if np.shape(point) != x.shape:
            elsewhere = 1
            continue
        shift = np.ravel(np.asarray(point, dtype=float) - x)
        moved = np.flatnonzero(np.abs(shift) > 1e-10)
        if len(moved) > 1:
            elsewhere = 1
        elif len(moved) == 1:
            (above if shift[moved[0]] > 0 else below)[moved[0]] = 1
    if np.all(above) and np.all(below):
        elsewhere = 0  # further points do no harm
    return {"above": above, "below": below, "elsewhere": elsewhere, "called": int(len(f.calls) > 0)}


def seen(f, x, gradient):
    """The gradient; if that is nothing but 0, which is never right here, also where f was evaluated."""
    return {"gradient": gradient, "asked": "" if np.any(gradient) else asked(f, x)}


@check(points=3, rtol=RTOL, en="gradient at a vector", ja="1 次元配列での勾配")
def vector(lab, draw):
    n = draw.size()
    x, f = draw.normal(n), weighted_squares.bind(a=draw.normal(n))
    gradient = lab.numerical_gradient(f, x.copy())
    return seen(f, x, gradient)


@check(points=2, rtol=RTOL, en="gradient at a matrix", ja="2 次元配列(行列)での勾配")
def matrix(lab, draw):
    return against_one_row(lab, draw, *draw.sizes("N M"))


# rtol: moving an entry to and fro may leave a rounding error of 1e-16, forgetting to do so leaves h.
@check(points=1, rtol=1e-9, en="x is afterwards what it was", ja="呼び出し後の x が元の値のまま")
def restored(lab, draw):
    n = draw.size()
    x, f = draw.positive(n), weighted_squares.bind(a=draw.positive(n))
    x[0] *= -1.0  # so that the gradient has both signs
    first = lab.numerical_gradient(f, x)
    left = lab.after(x)
    return {"x": left, "again": lab.gap(lab.numerical_gradient(f, x), first)}
