import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    "a, b": ("relative_error(a, b)", "relative_error(a, b)"),
    "b, a": ("relative_error(b, a)", "relative_error(b, a)"),
    "opposite signs": ("one entry of opposite signs", "符号が逆の要素があるとき"),
    "beside zero": ("one entry of b is 0", "b の要素の 1 つが 0 のとき"),
    "zero beside": ("one entry of a is 0", "a の要素の 1 つが 0 のとき"),
}


@check(points=1, en="gradient_check of a right gradient", ja="正しい勾配の gradient_check")
def right_gradient(lab, draw):
    # What rounding leaves depends on how f is differentiated; only that it is little counts.
    n = draw.size()
    a = public.away_from_zero(draw, n)
    f, x = public.squares.bind(a=a), public.away_from_zero(draw, n)
    error = lab.gradient_check(f, public.claimed.bind(a=a, k=np.ones(n)), x)
    of_a_wrong_one = lab.gradient_check(f, public.claimed.bind(a=a, k=np.full(n, 2.5)), x)
    expect(
        0 <= error < 1e-6,
        "the error for a right gradient must lie between 0 and 1e-6.",
        "正しい勾配なら、誤差は 0 以上 1e-6 未満になるはずです。",
    )
    expect(
        of_a_wrong_one > 1e-6,
        "the error for a wrong gradient must be above 1e-6.",
        "間違った勾配なら、誤差は 1e-6 より大きくなるはずです。",
    )
    return None


@check(
    points=1,
    en="relative_error of matrices: symmetric, and 1 for opposite signs or beside 0",
    ja="行列の relative_error: 入れ替えても同じ値で、符号が逆や片方が 0 なら 1",
)
def symmetry(lab, draw):
    n, m = draw.sizes("N M")
    a, b = public.pair(draw, n, m)
    opposite, beside_zero = b.copy(), b.copy()
    opposite[0, 0] *= -1
    beside_zero[-1, 0] = 0.0
    return {
        "a, b": lab.relative_error(a, b),
        "b, a": lab.relative_error(b, a),
        "opposite signs": lab.relative_error(a, opposite),
        "beside zero": lab.relative_error(a, beside_zero),
        "zero beside": lab.relative_error(beside_zero, a),
    }


@check(
    points=1,
    en="gradient_check at a matrix, where f does not depend on every entry",
    ja="行列での gradient_check(f に影響しない要素があるとき)",
)
def flat_entries(lab, draw):
    shape = draw.sizes("N M")
    functions = [(public.away_from_zero(draw, *shape), k) for k in (1.5, 2.5)]
    for a, _ in functions:
        a[0, 1] = a[-1, 0] = 0.0
    return public.against_relative_error(lab, draw, *functions)
