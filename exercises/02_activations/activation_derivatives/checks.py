import numpy as np

from grader.authoring import check, picture, unit

LABELS = {
    **unit.SHAPES,
    "default alpha": ("without alpha", "alpha を省略したとき"),
    "given alpha": ("with an alpha", "alpha を渡したとき"),
    "default beta": ("without beta", "beta を省略したとき"),
    "given beta": ("with a beta", "beta を渡したとき"),
}


def as_floats(slopes):
    """Slopes of 0 and 1 may be whole numbers or True and False: as factors they are the same."""
    return slopes.astype(float) if isinstance(slopes, np.ndarray) and slopes.dtype.kind in "bi" else slopes


def on_two_shapes(draw, slope):
    n, t, d = draw.sizes("N T D")
    return {"matrix": slope(draw.normal(n, d)), "three axes": slope(draw.normal(n, t, d))}


@check(points=1, en="d_sigmoid: the slope at x", ja="d_sigmoid: x での傾き")
def sigmoid_slope(lab, draw):
    return on_two_shapes(draw, lab.d_sigmoid)


@check(points=1, en="d_tanh: the slope at x", ja="d_tanh: x での傾き")
def tanh_slope(lab, draw):
    return on_two_shapes(draw, lab.d_tanh)


@check(points=1, en="d_relu: the slope away from 0", ja="d_relu: 0 以外での傾き")
def relu_slope(lab, draw):
    return on_two_shapes(draw, lambda x: as_floats(lab.d_relu(x)))


@check(points=1, en="d_leaky_relu: the slope away from 0", ja="d_leaky_relu: 0 以外での傾き")
def leaky_relu_slope(lab, draw):
    n, d = draw.sizes("N D")
    x = draw.normal(n, d)
    x[0, 0], x[1, 0] = 1.5, -1.5  # both sides
    alpha = draw.choice([0.1, 0.2, 0.3])
    return {"default alpha": lab.d_leaky_relu(x.copy()), "given alpha": lab.d_leaky_relu(x, alpha)}


@check(points=2, en="d_swish: the slope at x", ja="d_swish: x での傾き")
def swish_slope(lab, draw):
    n, t, d = draw.sizes("N T D")
    x, beta = draw.normal(n, t, d), draw.choice([0.5, 1.5, 2.0])
    return {"default beta": lab.d_swish(x.copy()), "given beta": lab.d_swish(x, beta)}


def across():
    return np.linspace(-4.0, 4.0, 122)  # 0, where some have a corner, lies between two points


@picture(en="the slope of the sigmoid", ja="シグモイド関数の傾き")
def sigmoid_curve(lab, draw):
    x = across()
    return {"x": x, "d_sigmoid": lab.d_sigmoid(x)}


@picture(en="the slope of tanh", ja="tanh の傾き")
def tanh_curve(lab, draw):
    x = across()
    return {"x": x, "d_tanh": lab.d_tanh(x)}


@picture(en="the slope of ReLU", ja="ReLU の傾き")
def relu_curve(lab, draw):
    x = across()
    return {"x": x, "d_relu": lab.d_relu(x)}


@picture(en="the slope of Leaky ReLU, alpha = 0.25", ja="Leaky ReLU の傾き(alpha = 0.25)")
def leaky_relu_curve(lab, draw):
    x = across()
    return {"x": x, "d_leaky_relu": lab.d_leaky_relu(x, 0.25)}


@picture(en="the slope of Swish", ja="Swish の傾き")
def swish_curve(lab, draw):
    x = across()
    return {"x": x, "d_swish": lab.d_swish(x)}
