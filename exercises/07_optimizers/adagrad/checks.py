import numpy as np

from grader.authoring import check

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4


def gradients_like(draw, params):
    """Gradients that are not near 0: small whole numbers at the first level, then from 1 to 3, of either sign."""
    return {
        key: draw.normal(*value.shape)
        if draw.by_hand
        else draw.signs(*value.shape) * draw.uniform(1.0, 3.0, *value.shape)
        for key, value in params.items()
    }


def copies(params):
    return {key: np.array(value) for key, value in params.items()}


def moves(params, before):
    """How far each parameter went, in its own dtype: a float32 answer is held to float32 accuracy."""
    now = {key: np.asarray(value) for key, value in params.items()}
    return {key: value - before[key].astype(value.dtype) for key, value in now.items()}


@check(points=1, en="the first step moves every entry by lr", ja="1 回目の更新で、どの要素も lr だけ動く", rtol=RTOL)
def first_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = copies(params)
    lab.AdaGrad(lr=0.1).update(params, gradients_like(draw, params))
    return moves(params, before)


@check(points=2, en="five steps with a given lr", ja="lr を指定して 5 回更新する", rtol=RTOL)
def five_steps(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    adagrad = lab.AdaGrad(lr=0.5)
    steps = []
    for _ in range(5):
        before = copies(params)
        adagrad.update(params, gradients_like(draw, params))
        steps.append(moves(params, before))
    return steps
