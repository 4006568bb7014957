import numpy as np

from grader.authoring import check, picture, unit

LABELS = unit.SHAPES


@check(points=2, en="softplus: the values", ja="softplus: 値が正しい")
def softplus_values(lab, draw):
    n, t, d = draw.sizes("N T D")
    return {"matrix": lab.softplus(draw.normal(n, d, scale=2.0)), "three axes": lab.softplus(draw.normal(n, t, d))}


# The logistic curve of SiLU, the slowest to come near x and 0, is off by 7e-7 here, 0.04 of what is allowed.
@check(points=1, en="gelu: 0 at 0, and far out x or 0", ja="gelu: 0 では 0、遠いところでは x か 0")
def gelu_far_and_at_zero(lab, draw):
    n, d = draw.sizes("N D")
    x = draw.signs(n, d) * draw.uniform(17.0, 18.0, n, d)
    x[0, 0], x[0, 1], x[1, 0] = 17.0, -17.0, 0.0
    return lab.gelu(x)


def across():
    return np.linspace(-4.0, 4.0, 121)


@picture(en="softplus", ja="softplus のグラフ")
def softplus_curve(lab, draw):
    x = across()
    return {"x": x, "softplus": lab.softplus(x)}


# The approximation by tanh is off by up to 5e-4.
@picture(en="GELU", ja="GELU のグラフ", rtol=5e-3)
def gelu_curve(lab, draw):
    x = across()
    return {"x": x, "gelu": lab.gelu(x)}
