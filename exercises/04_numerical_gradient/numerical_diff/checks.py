import numpy as np

from grader.authoring import check, picture, shipped

LABELS = {
    "asked": ("where f was evaluated", "f を計算した点"),
    "above": ("above x (1: yes, 0: no)", "x より大きい点(1: ある、0: ない)"),
    "below": ("below x (1: yes, 0: no)", "x より小さい点(1: ある、0: ない)"),
    "derivative": ("the derivative", "微分の値"),
    "cube": ("of a x³", "a x³ の微分"),
    "exp": ("of a exp(x)", "a exp(x) の微分"),
    "sin": ("of a sin(x)", "a sin(x) の微分"),
}


@shipped
def parabola(x):
    return a * x**2 + b * x  # noqa: F821


@shipped
def cube(x):
    return a * x**3  # noqa: F821


@shipped
def exponential(x):
    return a * np.exp(x)  # noqa: F821


@shipped
def sine(x):
    return a * np.sin(x)  # noqa: F821


def asked(f, x):
    """On which sides of x the function f was evaluated: whether above it and whether below it."""
    shifts = [float(np.ravel(point)[0]) - x for point in f.calls]
    return {"above": int(max(shifts, default=0) > 1e-12), "below": int(min(shifts, default=0) < -1e-12)}


def away_from_zero(draw):
    """A point where the slopes of all these functions are neither 0 nor very steep."""
    return float(draw.uniform(1.5, 2.5) * draw.signs())


# rtol: central differences of a parabola are exact but for rounding, below 1e-8 for steps from 1e-3 to 1e-6;
# the forward difference with h = 1e-4 is off by 2e-5 and more.
@check(points=2, rtol=1e-6, en="the derivative of a parabola", ja="2 次関数の微分")
def of_parabola(lab, draw):
    x, a = away_from_zero(draw), float(draw.positive())
    f = parabola.bind(a=a, b=0.0)
    slope = lab.numerical_diff(f, x)
    # where the result is 0, which is never right here, also on which sides f was evaluated
    return {"derivative": slope, "asked": "" if slope else asked(f, x)}


# rtol: for the largest step that is accepted, 1e-3, the central difference of these is off by 2e-7, relatively; the
# forward difference with h = 1e-4 by 4e-5 and more.
@check(points=2, rtol=2.5e-6, en="the derivatives of x³, exp and sin", ja="x³、exp、sin の微分")
def of_curves(lab, draw):
    a, x = float(draw.uniform(0.5, 2.0) * draw.signs()), float(draw.uniform(1.5, 2.5))
    return {
        "cube": lab.numerical_diff(cube.bind(a=a), x),
        "exp": lab.numerical_diff(exponential.bind(a=a), x - 2.0),
        "sin": lab.numerical_diff(sine.bind(a=a), x - 1.0),
    }


@picture(en="the derivative of sin", ja="sin の微分")
def curve(lab, draw):
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "numerical_diff": [lab.numerical_diff(sine.bind(a=1.0), float(at)) for at in x]}
