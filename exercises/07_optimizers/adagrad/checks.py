from grader.authoring import check, picture, unit

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4
LABELS = unit.STEPS


@check(
    points={"W": 0.5, "b": 0.5},
    en="the first step moves every entry by lr",
    ja="1 回目の更新で、どの要素も lr だけ動く",
)
def first_step(lab, draw):
    return unit.one_step(lab, draw, lab.AdaGrad(lr=0.3), unit.weight_and_bias(draw), unit.clear_gradients)


@check(points={"W": 1, "b": 1}, en="five steps with a given lr", ja="lr を指定して 5 回更新する")
def five_steps(lab, draw):
    adagrad = lab.AdaGrad(lr=0.5)
    return unit.each_step(lab, draw, adagrad, unit.weight_and_bias(draw), unit.clear_gradients, 5)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.AdaGrad(lr=1.5))
