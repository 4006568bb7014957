import numpy as np

from grader.authoring import check, picture

# 1e-6 added to the norm in the divisor changes a result by up to 1e-6 here; mistakes change it by a percent and more.
RTOL = 1e-4
LABELS = {"array {n}": ("array {n} of the list", "リストの {n} 番目の配列")}


def arrays(draw):
    """A list of arrays of different shapes."""
    n, d, h = draw.sizes("N D H")
    return [draw.normal(d, h), draw.normal(h), draw.normal(n, d, h)]


def clipped(lab, clip, grads, bound):
    """The list that `clip` returns, or what it left of the one that it was given if it returns none."""
    returned = clip(grads, bound)
    return list(returned) if isinstance(returned, (list, tuple)) else lab.after(grads)


def numbered(arrays):
    """A list of arrays, with words for each."""
    return {f"array {n}": array for n, array in enumerate(arrays, 1)}


@check(
    points=2,
    en="clip_grads: large gradients are scaled down to max_norm",
    ja="clip_grads: 大きい勾配は、ノルムが max_norm になるまで縮める",
)
def large(lab, draw):
    grads = arrays(draw)
    grads[0] *= 3.0
    return numbered(clipped(lab, lab.clip_grads, grads, 1.5))


@check(points=1, en="clip_grads: small gradients stay as they are", ja="clip_grads: 小さい勾配はそのまま")
def small(lab, draw):
    return numbered(clipped(lab, lab.clip_grads, arrays(draw), 1000.0))


@check(
    points=2,
    en="clip_values: every entry is cut off at -limit and limit",
    ja="clip_values: すべての要素を -limit から limit に収める",
)
def values(lab, draw):
    return numbered(clipped(lab, lab.clip_values, arrays(draw), 1.5 if draw.by_hand else 0.75))


def across(lab, clip):
    """What becomes of one entry, over what it was."""
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "after clipping": [clipped(lab, clip, [np.array([entry])], 1.0)[0][0] for entry in x]}


@picture(en="clip_grads: one entry, max_norm = 1", ja="clip_grads: 要素が 1 個のとき(max_norm = 1)")
def clip_grads_curve(lab, draw):
    return across(lab, lab.clip_grads)


@picture(en="clip_values: one entry, limit = 1", ja="clip_values: 要素が 1 個のとき(limit = 1)")
def clip_values_curve(lab, draw):
    return across(lab, lab.clip_values)
