import numpy as np

from grader.authoring import check

# Epsilon from 1e-8 to 1e-7, inside or outside the root, of the corrected or of the uncorrected average,
# changes a step by up to 1e-4 for gradients of size 1 or more. Known mistakes change it by 0.03 and more.
RTOL = 2e-3


def gradients_like(draw, params):
    """Gradients that are not near 0: small whole numbers at the first level, then from 1 to 3, of either sign."""
    return {
        key: draw.normal(*value.shape)
        if draw.by_hand
        else draw.signs(*value.shape) * draw.uniform(1.0, 3.0, *value.shape)
        for key, value in params.items()
    }


def moves(params, before):
    """How far each parameter went, in its own dtype, so that a float32 answer is held to float32 accuracy."""
    return {key: value - before[key].astype(value.dtype) for key, value in params.items()}


@check(
    points=2,
    en="the first step moves every entry by about lr",
    ja="1 回目の更新で、どの要素もほぼ lr だけ動く",
    rtol=RTOL,
)
def first_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = {key: np.array(value) for key, value in params.items()}
    lab.Adam(lr=0.1).update(params, gradients_like(draw, params))
    return moves(params, before)


@check(points=3, en="five steps with given beta1 and beta2", ja="beta1 と beta2 を指定して 5 回更新する", rtol=RTOL)
def five_steps(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    adam = lab.Adam(lr=0.1, beta1=0.8, beta2=0.975)  # v rises in all five, for gradients from 1 to 3
    steps = []
    for _ in range(5):
        before = {key: np.array(value) for key, value in params.items()}
        adam.update(params, gradients_like(draw, params))
        steps.append(moves(params, before))
    return steps
