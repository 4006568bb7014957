from grader.authoring import check, picture, unit

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4
LABELS = unit.STEPS


@check(points={"W": 0.5, "b": 0.5}, en="the first step is one of SGD", ja="1 回目の更新は SGD と同じ")
def first_step(lab, draw):
    return unit.one_step(lab, draw, lab.Momentum(lr=0.3), unit.weight_and_bias(draw), unit.gradients_like)


@check(points={"W": 2, "b": 1}, en="four steps with given lr and momentum", ja="lr と momentum を指定して 4 回更新する")
def four_steps(lab, draw):
    momentum = lab.Momentum(lr=0.5, momentum=0.7)
    return unit.each_step(lab, draw, momentum, unit.weight_and_bias(draw), unit.gradients_like, 4)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.Momentum(lr=0.1))
