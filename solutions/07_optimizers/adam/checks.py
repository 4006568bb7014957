from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = unit.STEPS | unit.ROW_OF_ZEROS | unit.TWINS | unit.KEYS | unit.BY_TURNS


@check(points=1, en="keys of one shape keep their own m and v", ja="形状が同じでも、m と v はキーごとに持つ")
def own_state(lab, draw):
    return unit.of_one_shape(lab, draw, lab.Adam(lr=0.3), unit.clear_gradients)


@check(points=1, en="the defaults: lr, beta1 and beta2", ja="引数を省略したときの lr、beta1、beta2")
def defaults(lab, draw):
    # After a large first gradient, 30 steps tell beta2 = 0.999 from 0.99 by 6 %.
    params = {"W": draw.normal(*draw.sizes("D M"))}
    adam = lab.Adam()
    params = unit.stepped(lab, adam, params, {key: 10 * g for key, g in unit.clear_gradients(draw, params).items()})
    middle = params
    for _ in range(29):
        # of one sign, so that the steps do not cancel
        params = unit.stepped(lab, adam, params, {key: abs(g) for key, g in unit.clear_gradients(draw, params).items()})
    return unit.moves(params, middle)


@check(points=1, en="a large first gradient is forgotten again", ja="最初の大きな勾配は、だんだん忘れられる")
def large_first_gradient(lab, draw):
    # v falls after the first step here and in no other check: that tells it from its largest value so far (AMSGrad)
    params = {"W": draw.normal(*draw.sizes("D M"))}
    adam = lab.Adam(lr=0.3, beta1=0.8, beta2=0.9)
    params = unit.stepped(lab, adam, params, {key: 10 * g for key, g in unit.clear_gradients(draw, params).items()})
    return unit.each_step(lab, draw, adam, params, unit.clear_gradients, 4)


@check(points=1, en="entries whose gradient is always 0 stay", ja="勾配がずっと 0 の要素は動かない")
def zero_gradients(lab, draw):
    return unit.with_zero_gradients(lab, draw, lab.Adam(lr=0.3))


@check(points=1, en="two optimizers do not share state", ja="2 つの Adam が状態を共有しない")
def two_optimizers(lab, draw):
    return unit.by_turns(lab, draw, lambda: lab.Adam(lr=0.3), lambda: lab.Adam(lr=0.3), unit.clear_gradients)


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lambda: lab.Adam(lr=0.3), unit.clear_gradients)
