from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = (
    {"lr": ("lr left out", "lr を省略したとき"), "decay_rate": ("decay_rate left out", "decay_rate を省略したとき")}
    | unit.ROW_OF_ZEROS
    | unit.TWINS
    | unit.KEYS
    | unit.BY_TURNS
)


@check(points=1, en="keys of one shape keep their own h", ja="形状が同じでも、h はキーごとに持つ")
def own_state(lab, draw):
    return unit.of_one_shape(lab, draw, lab.RMSprop(lr=0.3, decay_rate=0.9), unit.clear_gradients)


def steady(draw, params):
    """Gradients of one sign, so that the steps do not cancel."""
    return {key: abs(gradient) for key, gradient in unit.clear_gradients(draw, params).items()}


@check(
    points={"lr": 0.5, "decay_rate": 0.5},
    en="the defaults: lr and decay_rate",
    ja="引数を省略したときの lr と decay_rate",
)
def defaults(lab, draw):
    # Of each alone: wrong ones may make up for each other.
    params = {"W": draw.normal(*draw.sizes("D M"))}
    grads = [steady(draw, params) for _ in range(4)]
    left_out = {"lr": lab.RMSprop(decay_rate=0.8), "decay_rate": lab.RMSprop(lr=0.3)}
    return {
        name: unit.moves(unit.after(lab, optimizer, params, grads), params)["W"] for name, optimizer in left_out.items()
    }


@check(points=1, en="entries whose gradient is always 0 stay", ja="勾配がずっと 0 の要素は動かない")
def zero_gradients(lab, draw):
    return unit.with_zero_gradients(lab, draw, lab.RMSprop(lr=0.3, decay_rate=0.9))


@check(points=1, en="two optimizers do not share state", ja="2 つの RMSprop が状態を共有しない")
def two_optimizers(lab, draw):
    return unit.by_turns(
        lab, draw, lambda: lab.RMSprop(lr=0.3, decay_rate=0.5), lambda: lab.RMSprop(lr=0.2), unit.clear_gradients
    )


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lambda: lab.RMSprop(lr=0.3, decay_rate=0.9), unit.clear_gradients)
