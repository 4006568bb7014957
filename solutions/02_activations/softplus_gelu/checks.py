from statistics import NormalDist

import numpy as np

from grader.authoring import check, unit

LABELS = {
    **unit.SHAPES,
    "between": ("from -12 to 12", "-12 から 12 まで"),
    "right": ("far to the right", "右の遠いところ"),
    "left": ("far to the left", "左の遠いところ"),
}


def settled(values, x):
    """`values`, those within 0.001 of GELU being made exact: the statement accepts them, and an allowance relative to the
    values could not. The tanh approximation is off by up to 0.00048, and by 0.00044 where GELU itself is only -0.015; the
    approximation by a sigmoid, x * sigmoid(1.702 x), is off by up to 0.02 and must not pass."""
    if not isinstance(values, np.ndarray) or values.shape != x.shape or values.dtype.kind != "f":
        return values
    exact = x * np.vectorize(NormalDist().cdf, otypes=[float])(x)
    with np.errstate(invalid="ignore"):
        return np.where(np.abs(values - exact) < 1e-3, exact, values)


@check(points=2, en="gelu: the values, within 0.001", ja="gelu: 値が正しい(0.001 未満の差は可)")
def gelu_values(lab, draw):
    n, t, d = draw.sizes("N T D")
    x, y = draw.normal(n, d), draw.normal(n, t, d)
    x[0, 0], x[1, 0], x[0, 1] = -2.0, 2.0, 1.0  # where the approximations are off most
    return {"matrix": settled(lab.gelu(x.copy()), x), "three axes": settled(lab.gelu(y.copy()), y)}


@check(
    points=2,
    en="numerical soundness: softplus up to |x| = 10,000",
    ja="数値的な安定性: softplus(|x| = 10,000 まで)",
    levels=1,
)
def softplus_far(lab, draw):
    # apart: beside 10,000 an error of 0.01 would not be seen
    return {
        "between": lab.softplus(np.array([[-12.0, -8.0, -5.5, -3.5, 3.5, 5.5, 8.0, 12.0]])),
        "right": lab.softplus(np.array([[40.0, 800.0, 1e4]])),
        "left": lab.softplus(np.array([[-1.0, -800.0, -1e4]])),
    }


@check(
    points=1,
    en="numerical soundness: gelu up to |x| = 10,000",
    ja="数値的な安定性: gelu(|x| = 10,000 まで)",
    levels=1,
)
def gelu_far(lab, draw):
    return {"right": lab.gelu(np.array([[60.0, 800.0, 1e4]])), "left": lab.gelu(np.array([[-60.0, -800.0, -1e4]]))}
