import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    "only 0": ("targets of 0 only", "正解が 0 だけのとき"),
    "only 1": ("targets of 1 only", "正解が 1 だけのとき"),
    "whole numbers": ("targets of whole numbers", "整数の教師データ"),
    "shape (N, 1)": ("outputs of shape (N, 1)", "形状 (N, 1) の出力"),
}


@check(
    points={"only 0": 0.25, "only 1": 0.25, "whole numbers": 0.25, "shape (N, 1)": 0.25},
    en="targets of one kind only, whole numbers, and one column",
    ja="正解が 0 だけ、1 だけ、整数の教師データ、1 列だけの出力",
    rtol=public.RTOL,
)
def kinds_of_targets(lab, draw):
    n, m = draw.sizes("N M")
    return {
        "only 0": lab.binary_cross_entropy(public.soft(draw, n), np.zeros(n)),
        "only 1": lab.binary_cross_entropy(public.soft(draw, n), np.ones(n)),
        "whole numbers": lab.binary_cross_entropy(public.soft(draw, n, m), public.outcomes(draw, n, m).astype(int)),
        "shape (N, 1)": lab.binary_cross_entropy(public.soft(draw, n, 1), public.outcomes(draw, n, 1)),
    }


# How large the error of a sure but wrong prediction is depends on the small number chosen (16 for 1e-7, 28 for 1e-12),
# so only that it is large counts.


@check(
    points=1,
    en="numerical soundness: y is 0; finite, and large where t is 1",
    ja="数値的な安定性: y が 0 でも有限で、t が 1 なら大きな値",
    levels=1,
)
def where_y_is_0(lab, draw):
    right = lab.binary_cross_entropy(np.zeros(2), np.zeros(2))
    wrong = lab.binary_cross_entropy(np.zeros(2), np.ones(2))
    expect(
        np.isfinite(right),
        "the error is not finite where y is 0 and t is 0 too.",
        "y も t も 0 のとき、誤差が有限の値になっていません。",
    )
    expect(
        np.isfinite(wrong),
        "the error is not finite where y is 0 and t is 1.",
        "y が 0 で t が 1 のとき、誤差が有限の値になっていません。",
    )
    expect(
        abs(right) < 1e-3,
        "y = 0 where t is 0 must cost nothing.",
        "t が 0 で y も 0 なら、誤差は 0 になるはずです。",
    )
    expect(
        wrong > 10,
        "y = 0 where t is 1 must cost more than 10.",
        "t が 1 なのに y が 0 なら、誤差は 10 より大きくなるはずです。",
    )
    return None


@check(
    points=1,
    en="numerical soundness: y is 1; finite, and large where t is 0",
    ja="数値的な安定性: y が 1 でも有限で、t が 0 なら大きな値",
    levels=1,
)
def where_y_is_1(lab, draw):
    right = lab.binary_cross_entropy(np.ones(3), np.ones(3))
    wrong = lab.binary_cross_entropy(np.ones(3), np.zeros(3))
    expect(
        np.isfinite(right),
        "the error is not finite where y is 1 and t is 1 too.",
        "y も t も 1 のとき、誤差が有限の値になっていません。",
    )
    expect(
        np.isfinite(wrong),
        "the error is not finite where y is 1 and t is 0.",
        "y が 1 で t が 0 のとき、誤差が有限の値になっていません。",
    )
    expect(
        abs(right) < 1e-3,
        "y = 1 where t is 1 must cost nothing.",
        "t が 1 で y も 1 なら、誤差は 0 になるはずです。",
    )
    expect(
        wrong > 10,
        "y = 1 where t is 0 must cost more than 10.",
        "t が 0 なのに y が 1 なら、誤差は 10 より大きくなるはずです。",
    )
    return None
