from grader.authoring import check, picture, unit

# Epsilon from 1e-8 to 1e-7, inside or outside the root, changes a step by up to 5e-6 for gradients of size 1 or more and
# a decay_rate of 0.99, and steps that cancel by some times that. The nearest known mistake changes the first step by 0.005
# (centred RMSProp, which is far off in the next ones), the others change it by 0.05 and more.
RTOL = 2e-4
LABELS = unit.STEPS


@check(
    points={"W": 0.5, "b": 0.5},
    en="the first step is the same for every entry",
    ja="1 回目の更新では、どの要素も同じだけ動く",
)
def first_step(lab, draw):
    return unit.one_step(lab, draw, lab.RMSprop(lr=0.3), unit.weight_and_bias(draw), unit.clear_gradients)


@check(
    points={"W": 1, "b": 1}, en="five steps with given lr and decay_rate", ja="lr と decay_rate を指定して 5 回更新する"
)
def five_steps(lab, draw):
    rmsprop = lab.RMSprop(lr=0.3, decay_rate=0.8)
    return unit.each_step(lab, draw, rmsprop, unit.weight_and_bias(draw), unit.clear_gradients, 5)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.RMSprop(lr=0.1))
