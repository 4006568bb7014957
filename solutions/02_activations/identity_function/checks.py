import numpy as np

from grader.authoring import check, unit

LABELS = {
    "small": ("small numbers", "小さな値"),
    "large": ("large numbers", "大きな値"),
    "zeros": ("an array of zeros", "すべて 0 の配列"),
}


@check(points=1, en="an array with three axes", ja="3 次元の配列")
def three_axes(lab, draw):
    return lab.identity_function(unit.mixed(draw, *draw.sizes("N T D")))


@check(points=1, en="numbers of any size, and zeros", ja="どんな大きさの値でも、0 でも")
def any_size(lab, draw):
    n, d = draw.sizes("N D")
    return {
        "small": lab.identity_function(0.001 * unit.mixed(draw, n, d)),
        "large": lab.identity_function(1000.0 * unit.mixed(draw, n, d)),
        "zeros": lab.identity_function(np.zeros(d)),
    }
