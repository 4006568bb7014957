import numpy as np

from grader.authoring import check, of_whole_numbers, unit

LABELS = {
    "alpha 0": ("with alpha = 0", "alpha = 0 のとき"),
    "alpha between": ("with an alpha between 0 and 1", "alpha が 0 と 1 の間のとき"),
    "alpha 1": ("with alpha = 1", "alpha = 1 のとき"),
    "zeros": ("an array of zeros", "すべて 0 の配列"),
}


@check(points=1, en="alpha from 0 to 1, and numbers of any size", ja="alpha が 0 から 1、x はどんな大きさでも")
def any_alpha(lab, draw):
    x = 100.0 * unit.mixed(draw, *draw.sizes("N D"))
    zeros = np.zeros(draw.size())
    alpha = float(draw.uniform(0.05, 0.95))
    return {
        "alpha 0": lab.leaky_relu(x.copy(), 0.0),
        "alpha between": lab.leaky_relu(x.copy(), alpha),
        "alpha 1": lab.leaky_relu(x.copy(), 1.0),
        "zeros": lab.leaky_relu(zeros, alpha),
    }


@check(points=1, en="whole numbers (int64) give floats", ja="整数(int64)を渡しても浮動小数点数が返る")
def whole_numbers(lab, draw):
    x = draw.integers(1, 4, draw.size(at_least=3))
    x[:2] *= -1
    return of_whole_numbers(lab.leaky_relu, x)  # what alpha does has been asked
