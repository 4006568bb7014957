import numpy as np

from grader.authoring import check, picture, unit

# Epsilon from 1e-8 to 1e-7, inside or outside the root, of the corrected or of the uncorrected average,
# changes a step by up to 1e-4 for gradients of size 1 or more. Known mistakes change it by 0.03 and more.
RTOL = 2e-3
LABELS = {
    **unit.STEPS,
    **unit.ROW_OF_ZEROS,
    "adam": ("with weight_decay=0", "weight_decay=0 のとき"),
    "decay": ("what weight_decay adds", "weight_decay による変化"),
}

LR, DECAY = 0.5, 0.3


def with_and_without_decay(lab, draw, count, **betas):
    """How far each step moves params where nothing decays; and what decay makes of them, beside what it should make of these
    moves. So a mistake in one of the two is none in the other."""
    params = unit.weight_and_bias(draw)
    params["b"] = np.arange(1.0, params["b"].size + 1)  # all different, so that no step makes them the same number
    grads = [unit.clear_gradients(draw, params) for _ in range(count)]
    adam = lab.AdamW(lr=LR, **betas, weight_decay=0.0)
    plain = expected = params
    moved = {key: {} for key in params}
    for n, gradients in enumerate(grads, 1):
        before, plain = plain, unit.stepped(lab, adam, plain, gradients)
        moves = unit.moves(plain, before)
        expected = {key: (1 - LR * DECAY) * expected[key] + move for key, move in moves.items()}
        moved = {key: {**moved[key], f"step {n}": move} for key, move in moves.items()}
    decayed = unit.after(lab, lab.AdamW(lr=LR, **betas, weight_decay=DECAY), params, grads)
    return {"adam": moved, "decay": lab.gap({key: decayed[key] for key in params}, expected)}


@check(
    points={"adam": 1, "decay": 1}, en="the first step, without and with decay", ja="減衰なしと減衰ありの 1 回目の更新"
)
def first_step(lab, draw):
    return with_and_without_decay(lab, draw, 1)


@check(points=2, en="an entry whose gradient is always 0 only decays", ja="勾配がずっと 0 の要素は減衰だけする")
def zero_gradients(lab, draw):
    return unit.with_zero_gradients(lab, draw, lab.AdamW(lr=0.5, beta1=0.8, beta2=0.95, weight_decay=0.3))


@check(
    points={"adam": 2, "decay": 2},
    en="five steps with given arguments, without and with decay",
    ja="引数を指定して 5 回更新する(減衰なしと減衰あり)",
)
def five_steps(lab, draw):
    return with_and_without_decay(lab, draw, 5, beta1=0.8, beta2=0.975)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.AdamW(lr=0.3))
