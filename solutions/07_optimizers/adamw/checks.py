import numpy as np

from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = {
    **unit.TWINS,
    **unit.KEYS,
    **unit.BY_TURNS,
    "from 0": ("W, from zeros", "0 から始めた W"),
    "from large values": ("the moves of W, from large values", "大きな値から始めた W の動き"),
}


@check(points=1, en="keys of one shape keep their own m and v", ja="形状が同じでも、m と v はキーごとに持つ")
def own_state(lab, draw):
    return unit.of_one_shape(lab, draw, lab.AdamW(lr=0.3, beta1=0.5, beta2=0.9, weight_decay=0.2), unit.clear_gradients)


@check(
    points={"from 0": 0.5, "from large values": 0.5},
    en="the defaults of all four arguments",
    ja="引数をすべて省略したとき",
)
def defaults(lab, draw):
    # At 0 there is nothing to decay, and lr shows alone.
    still = {"W": np.zeros(draw.sizes("D M"))}
    adamw = lab.AdamW()
    for _ in range(2):
        still = unit.stepped(lab, adamw, still, unit.clear_gradients(draw, still))
    # Entries of 20 to 30, so that a decay of 0.01 makes a fifth of the step; after a large first gradient, 30 steps
    # tell beta2 = 0.999 from 0.99 by 6 %; all of one sign, so that the steps do not cancel.
    params = {"W": draw.uniform(20.0, 30.0, *draw.sizes("D M"))}
    adamw = lab.AdamW(lr=0.01)
    params = unit.stepped(
        lab, adamw, params, {key: 10 * abs(g) for key, g in unit.clear_gradients(draw, params).items()}
    )
    middle = params
    for _ in range(29):
        params = unit.stepped(
            lab, adamw, params, {key: abs(g) for key, g in unit.clear_gradients(draw, params).items()}
        )
    return {"from 0": still["W"], "from large values": unit.moves(params, middle)["W"]}


@check(points=1, en="two optimizers, one without decay", ja="2 つの AdamW(片方は減衰なし)")
def two_optimizers(lab, draw):
    return unit.by_turns(
        lab,
        draw,
        lambda: lab.AdamW(lr=0.3, beta1=0.5, beta2=0.9, weight_decay=0.2),
        lambda: lab.AdamW(lr=0.3, beta2=0.9, weight_decay=0.0),
        unit.clear_gradients,
    )


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(
        lab, draw, lambda: lab.AdamW(lr=0.3, beta1=0.5, beta2=0.9, weight_decay=0.2), unit.clear_gradients
    )
