from grader.authoring import check, public, unit


@check(
    points=1,
    en="keys of one shape keep their own velocity",
    ja="形状が同じでも、速度はキーごとに持つ",
    rtol=public.RTOL,
)
def own_velocity(lab, draw):
    k, d, m = draw.sizes("K D M")
    params = {key: draw.normal(k, d, m) for key in ("W1", "W2", "W3")}
    before = unit.copies(params)
    nesterov = lab.Nesterov(lr=0.1)
    for _ in range(3):
        nesterov.update(params, unit.gradients_like(draw, params))
    return unit.moves(params, before)


@check(points=1, en="the defaults: lr and momentum", ja="引数を省略したときの lr と momentum", rtol=public.RTOL)
def defaults(lab, draw):
    params = {"W": draw.normal(*draw.sizes("D M"))}
    before = unit.copies(params)
    nesterov = lab.Nesterov()
    for _ in range(3):
        nesterov.update(params, unit.gradients_like(draw, params))
    return unit.moves(params, before)


@check(points=1, en="two optimizers do not share state", ja="2 つの Nesterov が状態を共有しない", rtol=public.RTOL)
def two_optimizers(lab, draw):
    shape = draw.sizes("D M")
    one, other = {"W": draw.normal(*shape)}, {"W": draw.normal(*shape)}
    before = unit.copies({"one": one["W"], "other": other["W"]})
    first, second = lab.Nesterov(lr=0.1, momentum=0.5), lab.Nesterov(lr=0.2)
    for _ in range(3):
        first.update(one, unit.gradients_like(draw, one))
        second.update(other, unit.gradients_like(draw, other))
    return unit.moves({"one": one["W"], "other": other["W"]}, before)


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい", rtol=public.RTOL)
def other_order(lab, draw):
    d, m = draw.sizes("D M")
    params = {key: draw.normal(d, m) for key in ("W1", "W2", "W3")}
    before = unit.copies(params)
    nesterov = lab.Nesterov(lr=0.1)
    for _ in range(2):
        grads = unit.gradients_like(draw, params)
        nesterov.update(params, {key: grads[key] for key in ("W3", "W1", "W2")})
    return unit.moves(params, before)
