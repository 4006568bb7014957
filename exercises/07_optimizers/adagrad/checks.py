from grader.authoring import check, picture, unit

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4


@check(points=1, en="the first step moves every entry by lr", ja="1 回目の更新で、どの要素も lr だけ動く", rtol=RTOL)
def first_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = unit.copies(params)
    lab.AdaGrad(lr=0.1).update(params, unit.clear_gradients(draw, params))
    return unit.moves(params, before)


@check(points=2, en="five steps with a given lr", ja="lr を指定して 5 回更新する", rtol=RTOL)
def five_steps(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    adagrad = lab.AdaGrad(lr=0.5)
    steps = []
    for _ in range(5):
        before = unit.copies(params)
        adagrad.update(params, unit.clear_gradients(draw, params))
        steps.append(unit.moves(params, before))
    return steps


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab.AdaGrad(lr=1.5))
