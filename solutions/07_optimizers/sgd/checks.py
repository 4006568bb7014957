from grader.authoring import check, public, unit

RTOL = public.RTOL
LABELS = unit.KEYS | unit.BY_TURNS


@check(points=1, en="the default of lr", ja="引数を省略したときの lr")
def default(lab, draw):
    params = {"W": draw.normal(*draw.sizes("D M"))}
    return unit.one_step(lab, draw, lab.SGD(), params, unit.gradients_like)


@check(points=1, en="two optimizers with different lr", ja="lr の違う 2 つの SGD")
def two_optimizers(lab, draw):
    first, second = (lambda: lab.SGD(lr=0.3)), (lambda: lab.SGD(lr=0.02))
    return unit.by_turns(lab, draw, first, second, unit.gradients_like, axes="K D M")


@check(points=1, en="grads may list the keys in another order", ja="grads のキーの並びが違ってもよい")
def other_order(lab, draw):
    return unit.in_other_order(lab, draw, lambda: lab.SGD(lr=0.3), unit.gradients_like)
