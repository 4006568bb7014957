from grader.authoring import check, picture, unit

# Parameters of size 3 kept in float32 are rounded by up to 5e-5 of a step with lr = 0.01. The nearest known mistakes change
# a step by 0.03 and more.
RTOL = 5e-4
LABELS = unit.STEPS | unit.NETWORK


def network(draw):
    """Parameters of two layers, all of different shapes."""
    d, h, m = draw.sizes("D H M")
    return {"W1": draw.normal(d, h), "b1": draw.normal(h), "W2": draw.normal(h, m), "b2": draw.normal(m)}


@check(points={"W": 0.5, "b": 0.5}, en="one step of a weight and a bias", ja="重みとバイアスを 1 回更新する")
def one_step(lab, draw):
    return unit.one_step(lab, draw, lab.SGD(lr=0.3), unit.weight_and_bias(draw), unit.gradients_like)


@check(
    points={"W1": 0.25, "b1": 0.25, "W2": 0.25, "b2": 0.25},
    en="three steps of a network of two layers",
    ja="2 層ネットワークを 3 回更新する",
)
def three_steps(lab, draw):
    return unit.each_step(lab, draw, lab.SGD(lr=0.5), network(draw), unit.gradients_like, 3)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.SGD(lr=0.95))
