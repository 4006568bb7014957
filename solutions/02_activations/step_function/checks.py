import numpy as np

from grader.authoring import check, unit


@check(points=1, en="a matrix, three axes and whole numbers work", ja="行列、3 次元の配列、整数の配列でも動く")
def shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    return {
        "matrix": unit.by_value(lab.step_function(unit.mixed(draw, n, d))),
        "three axes": unit.by_value(lab.step_function(unit.mixed(draw, n, t, d))),
        "whole numbers": unit.by_value(lab.step_function(draw.integers(-3, 3, d))),
    }


@check(points=1, en="1 for every positive number, small or large", ja="正の数なら、小さくても大きくても 1", levels=1)
def small_and_large(lab, draw):
    positive = np.array([1e-6, 0.3, 0.7, 1.4, 1e6])
    return {
        "positive": unit.by_value(lab.step_function(positive.copy())),
        "negative": unit.by_value(lab.step_function(-positive)),
        "mixed": unit.by_value(lab.step_function(np.array([-1e6, -0.6, -1e-6, 1e-6, 0.6, 1e6]))),
    }
