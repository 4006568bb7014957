import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    **{key: public.LABELS[key] for key in ("size", "rows", "columns", "std", "mean")},
    "one input": ("with n_in=1 and n_out=16384", "n_in=1、n_out=16384 のとき"),
    "both": ("with n_in=256 and n_out=64", "n_in=256、n_out=64 のとき"),
    "one output": ("with n_in=16384 and n_out=1", "n_in=16384、n_out=1 のとき"),
}


# Each of these has 16384 entries, as the bounds of `measured` suppose.
@check(
    points={"size": 0.25, "std": 0.5, "mean": 0.25},
    levels=1,
    en="xavier: other sizes, a single input",
    ja="xavier: ほかのサイズと、入力が 1 つのとき",
)
def xavier_other_sizes(lab, draw):
    rng = lab.rng(draw.integers(0, 10**6))
    return public.measured(
        {
            "one input": lab.xavier(1, 16384, rng),
            "both": lab.xavier(256, 64, rng),
            "one output": lab.xavier(16384, 1, rng),
        }
    )


@check(
    points={"size": 0.25, "std": 0.5, "mean": 0.25},
    levels=1,
    en="he: other sizes, a single input",
    ja="he: ほかのサイズと、入力が 1 つのとき",
)
def he_other_sizes(lab, draw):
    rng = lab.rng(draw.integers(0, 10**6))
    return public.measured(
        {"one input": lab.he(1, 16384, rng), "both": lab.he(256, 64, rng), "one output": lab.he(16384, 1, rng)}
    )


def from_rng(lab, initial, draw):
    """The shape, if what is drawn depends on the generator and on nothing else."""
    n_in, n_out = draw.sizes("n_in n_out")
    seed = draw.integers(0, 10**6)
    rng = lab.rng(seed)
    first, second = initial(n_in, n_out, rng), initial(n_in, n_out, rng)
    expect(
        np.array_equal(first, initial(n_in, n_out, lab.rng(seed))),
        "two generators of the same seed gave different weights.",
        "同じシードの rng を渡しても、同じ重みになりません。",
    )
    expect(
        not np.array_equal(first, second),
        "two calls with one generator gave the same weights.",
        "同じ rng で続けて 2 回呼ぶと、2 回とも同じ重みになります。",
    )
    return public.size(first)


@check(points=1, en="xavier draws from rng", ja="xavier の乱数は rng で生成する")
def xavier_from_rng(lab, draw):
    return from_rng(lab, lab.xavier, draw)


@check(points=1, en="he draws from rng", ja="he の乱数は rng で生成する")
def he_from_rng(lab, draw):
    return from_rng(lab, lab.he, draw)
