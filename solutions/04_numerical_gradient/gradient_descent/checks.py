import numpy as np

from grader.authoring import check, public, shipped

LABELS = {
    **public.LABELS,
    "large": ("with a large learning rate", "大きな学習係数のとき"),
    "small": (
        "with a tiny learning rate: how far it came, over that rate",
        "ごく小さな学習係数のとき: 動いた距離 ÷ 学習係数",
    ),
    "flat": ("where f is nearly flat", "f がほとんど平らなとき"),
}


@shipped
def valley(x):
    return np.sum(a * x**2) + np.sum(x[1:] * x[:-1])  # noqa: F821


@shipped
def valley_of_a_row(x):
    y = x[::-1].reshape(shape)  # noqa: F821
    return np.sum(a * y**2) + np.sum(y[1:] * y[:-1])  # noqa: F821


@check(points=1, en="lr and step_num by default", ja="lr と step_num を省略したとき")
def defaults(lab, draw):
    # No larger: 100 steps evaluate f 200 times for each entry, and all those points travel.
    x = 2 * draw.normal(2)
    # So flat that after 100 steps it is still on its way: at the minimum every default ends alike.
    flat = public.bowl.bind(a=draw.uniform(0.1, 0.3, 2), c=draw.uniform(0.5, 1.5, 2) * draw.signs(2))
    return lab.gradient_descent(flat, x)


@check(points=1, en="a matrix, whose entries depend on each other", ja="行列(要素どうしが影響し合う関数)")
def matrix(lab, draw):
    shape = draw.sizes("N M")
    x, a = draw.normal(*shape), draw.uniform(1.0, 2.0, *shape)
    # Held against the same entries in one row, the last first: a step that is wrong has cost its points already, and entries
    # that move one after the other come elsewhere.
    own = lab.gradient_descent(valley_of_a_row.bind(a=a, shape=shape), x.ravel()[::-1], 0.15, 3)
    if isinstance(own, np.ndarray) and own.shape == (x.size,):
        own = own[::-1].reshape(shape)
    return lab.gap(lab.gradient_descent(valley.bind(a=a), x, 0.15, 3), own)


@check(points=1, en="a start of whole numbers (int64)", ja="整数の配列(int64)から始めたとき")
def whole_numbers(lab, draw):
    n = draw.size()
    x = draw.integers(2, 9, n) * draw.signs(n).astype(int)
    return lab.gradient_descent(public.bowl_around(draw, n), x, 0.15, 3)


@check(
    points={"large": 0.5, "small": 0.25, "flat": 0.25},
    en="every step counts: a large learning rate, a tiny one, a function that is nearly flat",
    ja="どの 1 回も数える: 大きな学習係数、ごく小さな学習係数、ほとんど平らな関数",
)
def every_step(lab, draw):
    n = draw.size()
    a, x = draw.uniform(0.5, 2.0, n), 1e-3 * draw.uniform(0.5, 1.5, n)  # near 0, so that small steps are seen
    c = x + draw.uniform(0.5, 1.5, n) * draw.signs(n)
    return {
        "large": lab.gradient_descent(public.bowl_around(draw, n), 2 * draw.normal(n), 1.5, 4),
        "small": lab.gradient_descent(public.bowl.bind(a=a, c=c), x, 1e-5, 3),
        "flat": lab.gradient_descent(public.bowl.bind(a=1e-7 * a, c=c), x, 1e6, 3),
    }
