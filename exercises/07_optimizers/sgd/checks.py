from grader.authoring import check, picture, unit

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4


def network(draw):
    """Parameters of two layers, all of different shapes."""
    d, h, m = draw.sizes("D H M")
    return {"W1": draw.normal(d, h), "b1": draw.normal(h), "W2": draw.normal(h, m), "b2": draw.normal(m)}


@check(points=1, en="one step of a weight and a bias", ja="重みとバイアスを 1 回更新する", rtol=RTOL)
def one_step(lab, draw):
    d, m = draw.sizes("D M")
    params = {"W": draw.normal(d, m), "b": draw.normal(m)}
    before = unit.copies(params)
    lab.SGD(lr=0.1).update(params, unit.gradients_like(draw, params))
    return unit.moves(params, before)


@check(points=1, en="three steps of a network of two layers", ja="2 層ネットワークを 3 回更新する", rtol=RTOL)
def three_steps(lab, draw):
    params = network(draw)
    sgd = lab.SGD(lr=0.5)
    steps = []
    for _ in range(3):
        before = unit.copies(params)
        sgd.update(params, unit.gradients_like(draw, params))
        steps.append(unit.moves(params, before))
    return steps


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab.SGD(lr=0.95))
