import numpy as np

from grader.authoring import check, public, shipped

LABELS = public.LABELS


def complete(points):
    """Whether f was evaluated on both sides of every entry."""
    return np.all(points["above"]) and np.all(points["below"])


# rtol: only for telling mistakes apart, whatever their step; on a right answer everything here is exact.
@check(
    points=1,
    rtol=1e-2,
    en="f is evaluated above and below each entry, the others at rest",
    ja="各要素について、ほかの要素は動かさずに x+h と x-h の両方で f を計算する",
)
def both_sides(lab, draw):
    n = draw.size()
    x, f = draw.normal(n), public.weighted_squares.bind(a=draw.normal(n))
    x[0] = 0.0  # a step in proportion to x has no length here
    gradient = lab.numerical_gradient(f, x.copy())
    points = public.asked(f, x)
    return {"asked": points, "gradient": "" if complete(points) else gradient}


@check(points=1, rtol=public.RTOL, en="x of whole numbers (int64)", ja="整数の配列(int64)を渡したとき")
def whole_numbers(lab, draw):
    n = draw.size()
    x, f = draw.integers(2, 9, n) * draw.signs(n).astype(int), public.weighted_squares.bind(a=draw.normal(n))
    gradient = lab.numerical_gradient(f, x.copy())
    points = public.asked(f, x)
    # what comes of steps that were cut to whole numbers depends on h; the points do not
    return {"asked": points, "gradient": gradient if complete(points) else ""}


@shipped
def cubes(x):
    return np.sum(a * x**3)  # noqa: F821


# rtol: the central difference of a cubic is off by h**2, 1e-6 for the largest step that is accepted.
@check(
    points=1,
    rtol=2.5e-6,
    en="a function with a bend: the step is small enough",
    ja="2 次関数以外でも正しい(h が十分に小さい)",
)
def bent(lab, draw):
    n = draw.size()
    x, f = draw.uniform(1.5, 3.0, n), cubes.bind(a=draw.positive(n))
    return lab.numerical_gradient(f, x.copy())


# Two levels: f is called twice for each entry, and all those points travel.
@check(points=1, rtol=public.RTOL, levels=2, en="an array with three axes", ja="3 次元配列での勾配")
def three_axes(lab, draw):
    return public.against_one_row(lab, draw, *draw.sizes("A B C"))
