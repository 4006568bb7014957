import numpy as np

from grader.authoring import check, public


@check(points=1, en="an array with three axes", ja="3 次元の配列")
def three_axes(lab, draw):
    return lab.identity_function(public.mixed(draw, *draw.sizes("N T D")))


@check(points=1, en="numbers of any size, and zeros", ja="どんな大きさの値でも、0 でも")
def any_size(lab, draw):
    n, d = draw.sizes("N D")
    return {
        "small": lab.identity_function(public.mixed(draw, n, d, scale=0.001)),
        "large": lab.identity_function(public.mixed(draw, n, d, scale=1000.0)),
        "zeros": lab.identity_function(np.zeros(d)),
    }
