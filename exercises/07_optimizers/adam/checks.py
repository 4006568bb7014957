from grader.authoring import check, picture, unit

# Epsilon from 1e-8 to 1e-7, inside or outside the root, of the corrected or of the uncorrected average,
# changes a step by up to 1e-4 for gradients of size 1 or more. Known mistakes change it by 0.03 and more.
RTOL = 2e-3
LABELS = unit.STEPS


@check(
    points={"W": 1, "b": 1},
    en="the first step moves every entry by about lr",
    ja="1 回目の更新で、どの要素もほぼ lr だけ動く",
)
def first_step(lab, draw):
    return unit.one_step(lab, draw, lab.Adam(lr=0.3), unit.weight_and_bias(draw), unit.clear_gradients)


@check(points={"W": 2, "b": 1}, en="five steps with given beta1 and beta2", ja="beta1 と beta2 を指定して 5 回更新する")
def five_steps(lab, draw):
    adam = lab.Adam(lr=0.3, beta1=0.8, beta2=0.975)  # v rises in all five, for gradients from 1 to 3
    return unit.each_step(lab, draw, adam, unit.weight_and_bias(draw), unit.clear_gradients, 5)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.Adam(lr=0.3))
