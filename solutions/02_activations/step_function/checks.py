import numpy as np

from grader.authoring import check, unit

LABELS = {
    **unit.SHAPES,
    "whole numbers": ("an array of whole numbers", "整数の配列"),
    "positive": ("positive numbers only", "正の値だけ"),
    "negative": ("negative numbers only", "負の値だけ"),
    "mixed": ("both signs", "正の値と負の値"),
}


@check(points=1, en="a matrix, three axes and whole numbers work", ja="行列、3 次元の配列、整数の配列でも動く")
def shapes(lab, draw):
    def step_function(x):
        return unit.by_value(lab.step_function(x))

    whole = np.append(draw.integers(-3, 3, draw.size()), [-2, 2])
    return {
        **unit.whatever_the_shape(lab, draw, step_function),
        "whole numbers": lab.gap(step_function(whole), step_function(whole.astype(float))),
    }


@check(points=1, en="1 for every positive number, small or large", ja="正の数なら、小さくても大きくても 1", levels=1)
def small_and_large(lab, draw):
    positive = np.array([1e-30, 1e-6, 0.3, 0.7, 1.4, 1e6])
    return {
        "positive": unit.by_value(lab.step_function(positive.copy())),
        "negative": unit.by_value(lab.step_function(-positive)),
        "mixed": unit.by_value(lab.step_function(np.array([-1e6, -0.6, -1e-6, 1e-6, 0.6, 1e6]))),
    }
