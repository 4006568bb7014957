from grader.authoring import check, picture, unit

# Epsilon from 1e-8 to 1e-7, inside or outside the root, changes a step by up to 5e-6 for gradients of size 1 or more and
# a decay_rate of 0.99, and steps that cancel by some times that. The nearest known mistake changes the first step by 0.005
# (centred RMSProp, which is far off in the next ones), the others change it by 0.05 and more.
RTOL = 2e-4


@check(
    points=1, en="the first step is the same for every entry", ja="1 回目の更新では、どの要素も同じだけ動く", rtol=RTOL
)
def first_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = unit.copies(params)
    lab.RMSprop(lr=0.1).update(params, unit.clear_gradients(draw, params))
    return unit.moves(params, before)


@check(points=2, en="five steps with given lr and decay_rate", ja="lr と decay_rate を指定して 5 回更新する", rtol=RTOL)
def five_steps(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    rmsprop = lab.RMSprop(lr=0.1, decay_rate=0.8)
    steps = []
    for _ in range(5):
        before = unit.copies(params)
        rmsprop.update(params, unit.clear_gradients(draw, params))
        steps.append(unit.moves(params, before))
    return steps


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab.RMSprop(lr=0.1))
