import numpy as np

from grader.authoring import check

# Epsilon from 1e-8 to 1e-7, inside or outside the root, changes a step by up to 5e-6 for gradients of size 1 or more and
# a decay_rate of 0.99, and steps that cancel by some times that. The nearest known mistake changes the first step by 0.005
# (centred RMSProp, which is far off in the next ones), the others change it by 0.05 and more.
RTOL = 2e-4


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


@check(
    points=1, en="the first step is the same for every entry", ja="1 回目の更新では、どの要素も同じだけ動く", rtol=RTOL
)
def first_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = copies(params)
    lab.RMSprop(lr=0.1).update(params, gradients_like(draw, params))
    return moves(params, before)


@check(points=2, en="five steps with given lr and decay_rate", ja="lr と decay_rate を指定して 5 回更新する", rtol=RTOL)
def five_steps(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    rmsprop = lab.RMSprop(lr=0.1, decay_rate=0.8)
    steps = []
    for _ in range(5):
        before = copies(params)
        rmsprop.update(params, gradients_like(draw, params))
        steps.append(moves(params, before))
    return steps
