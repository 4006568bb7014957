import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    "epochs {n}": ("with epochs={n}", "epochs={n} のとき"),
    "scores {n}": ("for scores of {n}", "スコアが {n} のとき"),
}


@check(
    points=1,
    en="fit: many steps, another learning rate, none at all",
    ja="fit: 更新の回数と学習係数を変える、0 回更新する",
)
def many_steps(lab, draw):
    x, t = public.data(draw)
    many = public.named(lab.fit(x.copy(), t.copy(), 0.05, 40))
    return {"epochs 40": many, "epochs 0": public.named(lab.fit(x, t, 0.05, 0))}


@check(
    points=2,
    en="numerical soundness: the loss for large scores",
    ja="数値的な安定性: スコアが大きいときの損失",
    levels=1,
)
def loss_of_large_scores(lab, draw):
    found = {}
    for size in (50.0, 10_000.0):
        x = np.array([[size, 1.0], [-size, 0.5], [-size, 1.0], [-size, 2.0], [-size, 3.0]])
        value = lab.nll(np.array([1.0, 0.0]), 0.0, x, np.array([0, 1, 1, 1, 0]))  # four are sure and wrong
        if np.ndim(value) == 0:
            expect(
                np.isfinite(value),
                f"the loss is not finite for scores of {size:.0f}.",
                f"スコアが {size:.0f} のとき、損失が有限の値になっていません。",
            )
            expect(
                not 5 < value < 29,
                f"the loss is too small for scores of {size:.0f}: something keeps the logarithm from growing.",
                f"スコアが {size:.0f} のとき、損失が小さすぎます。対数の値が途中で頭打ちになっています。",
            )
        found[f"scores {size:.0f}"] = value
    return found


@check(
    points={"dw": 0.5, "db": 0.5},
    en="numerical soundness: the gradient for large scores",
    ja="数値的な安定性: スコアが大きいときの勾配",
    levels=1,
)
def gradient_of_large_scores(lab, draw):
    x = np.array([[1e4, 1.0, 2.0], [-1e4, 3.0, -1.0], [-1e4, 1.0, -5.0], [750.0, 2.0, 1.0]])
    return public.named(lab.nll_gradient(np.array([1.0, 0.0, 0.0]), 0.0, x, np.array([0, 1, 0, 0])), ("dw", "db"))
