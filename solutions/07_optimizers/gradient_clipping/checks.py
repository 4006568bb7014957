import numpy as np

from grader.authoring import check, public

RTOL = public.RTOL


@check(
    points=1,
    en="clip_grads: each array is small by itself, all together are not",
    ja="clip_grads: 1 つずつは小さいが、全体では大きいとき",
)
def small_by_itself(lab, draw):
    grads = public.arrays(draw)
    # Each has norm 1 and max_norm is above that, but below the norm of all, which is the root of their number.
    grads = [grad / np.sqrt(np.sum(grad**2)) for grad in grads]
    return public.clipped(lab, lab.clip_grads, grads, 1.25)


@check(
    points=1,
    en="clip_grads: arrays of 0, and a list of one array",
    ja="clip_grads: 0 だけの配列と、配列が 1 つのリスト",
)
def zeros_and_single(lab, draw):
    n, d, h = draw.sizes("N D H")
    one_is_zero = [np.zeros((d, h)), draw.normal(h) + 5.0]
    return {
        "all zero": public.clipped(lab, lab.clip_grads, [np.zeros((d, h)), np.zeros(h)], 2.0),
        "one zero": public.clipped(lab, lab.clip_grads, one_is_zero, 1.5),
        "single": public.clipped(lab, lab.clip_grads, [draw.normal(n, d, h)], 0.5),
    }


@check(
    points=1,
    en="clip_values: too small only, too large only, and nothing to cut",
    ja="clip_values: 下だけ、上だけ超えるとき、どれも超えないとき",
)
def one_side(lab, draw):
    n, d, h = draw.sizes("N D H")
    below, above = -abs(draw.normal(d, h)) * 2, abs(draw.normal(h)) * 2
    return {
        "both": public.clipped(lab, lab.clip_values, [below, above, draw.normal(n, d, h)], 1.5),
        "nothing": public.clipped(lab, lab.clip_values, [draw.uniform(-0.2, 0.2, d, h), np.zeros(h)], 0.25),
    }
