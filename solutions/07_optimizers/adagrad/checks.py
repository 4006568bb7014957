from grader.authoring import check, public, unit


@check(points=1, en="keys of one shape keep their own h", ja="形状が同じでも、h はキーごとに持つ", rtol=public.RTOL)
def own_state(lab, draw):
    k, d, m = draw.sizes("K D M")
    params = {key: draw.normal(k, d, m) for key in ("W1", "W2", "W3")}
    before = unit.copies(params)
    adagrad = lab.AdaGrad(lr=0.1)
    for _ in range(3):
        adagrad.update(params, unit.clear_gradients(draw, params))
    return unit.moves(params, before)


@check(points=1, en="the default of lr", ja="引数を省略したときの lr", rtol=public.RTOL)
def default(lab, draw):
    params = {"W": draw.normal(*draw.sizes("D M"))}
    before = unit.copies(params)
    adagrad = lab.AdaGrad()
    for _ in range(2):
        adagrad.update(params, unit.clear_gradients(draw, params))
    return unit.moves(params, before)


@check(points=1, en="entries whose gradient is always 0 stay", ja="勾配がずっと 0 の要素は動かない", rtol=public.RTOL)
def zero_gradients(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = unit.copies(params)
    adagrad = lab.AdaGrad(lr=0.1)
    for _ in range(3):
        grads = unit.clear_gradients(draw, params)
        grads["W"][0] = 0.0
        grads["b"][:] = 0.0
        adagrad.update(params, grads)
    return unit.moves(params, before)


@check(points=1, en="two optimizers do not share state", ja="2 つの AdaGrad が状態を共有しない", rtol=public.RTOL)
def two_optimizers(lab, draw):
    shape = draw.sizes("D M")
    one, other = {"W": draw.normal(*shape)}, {"W": draw.normal(*shape)}
    before = unit.copies({"one": one["W"], "other": other["W"]})
    first, second = lab.AdaGrad(lr=0.1), lab.AdaGrad(lr=0.2)
    for _ in range(3):
        first.update(one, unit.clear_gradients(draw, one))
        second.update(other, unit.clear_gradients(draw, other))
    return unit.moves({"one": one["W"], "other": other["W"]}, before)


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい", rtol=public.RTOL)
def other_order(lab, draw):
    d, m = draw.sizes("D M")
    params = {key: draw.normal(d, m) for key in ("W1", "W2", "W3")}
    before = unit.copies(params)
    adagrad = lab.AdaGrad(lr=0.1)
    for _ in range(2):
        grads = unit.clear_gradients(draw, params)
        adagrad.update(params, {key: grads[key] for key in ("W3", "W1", "W2")})
    return unit.moves(params, before)
