import numpy as np

from grader.authoring import check, public

RTOL = public.RTOL
LABELS = {
    **public.LABELS,
    "together": ("the arrays, beside the same entries in one array", "同じ要素を 1 つの配列にまとめたときとの差"),
    "all zero": ("arrays of 0 only", "0 だけの配列"),
    "one zero": ("an array, beside itself without an array of 0 before it", "0 だけの配列がないときとの差"),
    "both sides": ("too small only, too large only, and both", "下だけ、上だけ、両方で超える配列"),
    "nothing": ("nothing to cut", "どの要素も範囲内の配列"),
}


def in_one(arrays):
    """All entries, one after the other."""
    return np.concatenate([np.ravel(array) for array in arrays])


@check(
    points=1,
    en="clip_grads: each array is small by itself, all together are not",
    ja="clip_grads: 1 つずつは小さいが、全体では大きいとき",
)
def small_by_itself(lab, draw):
    grads = public.arrays(draw)
    # Each has norm 1 and max_norm is above that, but below the norm of all, which is the root of their number.
    grads = [grad / np.sqrt(np.sum(grad**2)) for grad in grads]
    (alone,) = public.clipped(lab, lab.clip_grads, [in_one(grads)], 1.25)
    return lab.gap({"together": in_one(public.clipped(lab, lab.clip_grads, grads, 1.25))}, {"together": alone})


@check(
    points=1,
    en="clip_grads: arrays of 0, and a list of one array",
    ja="clip_grads: 0 だけの配列と、配列が 1 つのリスト",
)
def zeros_and_single(lab, draw):
    d, h = draw.sizes("D H")

    def clip(*grads):
        return public.clipped(lab, lab.clip_grads, list(grads), 1.5)

    some = draw.normal(h) + 10.0 * np.arange(1, h + 1)
    _, beside_zero = clip(np.zeros((d, h)), some)
    (alone,) = clip(some)
    return {
        "all zero": public.numbered(clip(np.zeros((d, h)), np.zeros(h))),
        **lab.gap({"one zero": beside_zero}, {"one zero": alone}),
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
        "both sides": public.numbered(public.clipped(lab, lab.clip_values, [below, above, draw.normal(n, d, h)], 1.5)),
        "nothing": public.numbered(
            public.clipped(lab, lab.clip_values, [draw.uniform(-0.2, 0.2, d, h), np.zeros(h)], 0.25)
        ),
    }
