from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = (
    {"lr": ("lr left out", "lr を省略したとき"), "momentum": ("momentum left out", "momentum を省略したとき")}
    | unit.TWINS
    | unit.KEYS
    | unit.BY_TURNS
)


@check(points=1, en="keys of one shape keep their own velocity", ja="形状が同じでも、速度はキーごとに持つ")
def own_velocity(lab, draw):
    return unit.of_one_shape(lab, draw, lab.Momentum(lr=0.3), unit.gradients_like)


@check(
    points={"lr": 0.5, "momentum": 0.5}, en="the defaults: lr and momentum", ja="引数を省略したときの lr と momentum"
)
def defaults(lab, draw):
    # Of each alone: wrong ones may make up for each other.
    params = {"W": draw.normal(*draw.sizes("D M"))}
    grads = [unit.gradients_like(draw, params) for _ in range(3)]
    left_out = {"lr": lab.Momentum(momentum=0.5), "momentum": lab.Momentum(lr=0.3)}
    return {
        name: unit.moves(unit.after(lab, optimizer, params, grads), params)["W"] for name, optimizer in left_out.items()
    }


@check(points=1, en="two optimizers do not share state", ja="2 つの Momentum が状態を共有しない")
def two_optimizers(lab, draw):
    return unit.by_turns(
        lab, draw, lambda: lab.Momentum(lr=0.3, momentum=0.5), lambda: lab.Momentum(lr=0.2), unit.gradients_like
    )


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lambda: lab.Momentum(lr=0.3), unit.gradients_like)
