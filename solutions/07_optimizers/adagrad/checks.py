from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = unit.ROW_OF_ZEROS | unit.TWINS | unit.KEYS | unit.BY_TURNS


@check(points=1, en="keys of one shape keep their own h", ja="形状が同じでも、h はキーごとに持つ")
def own_state(lab, draw):
    return unit.of_one_shape(lab, draw, lab.AdaGrad(lr=0.3), unit.clear_gradients)


@check(points=1, en="the default of lr", ja="引数を省略したときの lr")
def default(lab, draw):
    params = {"W": draw.normal(*draw.sizes("D M"))}
    before = params
    adagrad = lab.AdaGrad()
    for _ in range(2):
        params = unit.stepped(lab, adagrad, params, unit.clear_gradients(draw, params))
    return unit.moves(params, before)


@check(points=1, en="entries whose gradient is always 0 stay", ja="勾配がずっと 0 の要素は動かない")
def zero_gradients(lab, draw):
    return unit.with_zero_gradients(lab, draw, lab.AdaGrad(lr=0.3))


@check(points=1, en="two optimizers do not share state", ja="2 つの AdaGrad が状態を共有しない")
def two_optimizers(lab, draw):
    return unit.by_turns(lab, draw, lambda: lab.AdaGrad(lr=0.3), lambda: lab.AdaGrad(lr=0.2), unit.clear_gradients)


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lambda: lab.AdaGrad(lr=0.3), unit.clear_gradients)
