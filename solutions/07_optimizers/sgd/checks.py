from grader.authoring import check, public, unit

RTOL = public.RTOL


@check(points=1, en="the default of lr", ja="引数を省略したときの lr")
def default(lab, draw):
    params = {"W": draw.normal(*draw.sizes("D M"))}
    return unit.one_step(lab, draw, lab.SGD(), params, unit.gradients_like)


@check(points=1, en="two optimizers with different lr", ja="lr の違う 2 つの SGD")
def two_optimizers(lab, draw):
    k, d, m = draw.sizes("K D M")
    params = {"one": draw.normal(k, d, m), "other": draw.normal(k, d, m)}
    before = dict(params)
    first, second = lab.SGD(lr=0.1), lab.SGD(lr=0.02)
    for optimizer, key in ((first, "one"), (second, "other"), (first, "one")):
        mine = {key: params[key]}
        params[key] = unit.stepped(lab, optimizer, mine, unit.gradients_like(draw, mine))[key]
    return unit.moves(params, before)


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lab.SGD(lr=0.1), unit.gradients_like)
