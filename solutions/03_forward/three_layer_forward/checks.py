import numpy as np

from grader.authoring import check, public

LABELS = {"batch": ("a batch", "バッチ"), "sample": ("one sample", "データ 1 個")}


def some_network(draw, *sizes):
    """Weights of a network whose outputs all differ."""
    network = public.some_network(draw, *sizes)
    return {**network, "b3": network["b3"] + 10.0 * np.arange(sizes[-1])}


# What is wrong with a sample is wrong with a batch, and has cost its points already: here the answer is held against itself.
@check(points=2, en="forward of a batch", ja="バッチの順伝播")
def batch(lab, draw):
    n, d, h1, h2, m = draw.sizes("N D H1 H2 M")
    network, x = some_network(draw, d, h1, h2, m), draw.normal(n, d)
    together = lab.forward(network, x)
    return lab.gap(together, np.stack([lab.forward(network, row) for row in x]))


# With all sizes equal, products in the wrong order, of a transpose or entry by entry raise no errors.
@check(
    points={"sample": 0.5, "batch": 0.5},
    en="two networks with layers of equal size, one after the other",
    ja="同じ形状の 2 つのネットワークを続けて使う",
)
def two_networks(lab, draw):
    d = draw.size()
    one, other, x = some_network(draw, d, d, d, d), some_network(draw, d, d, d, d), draw.normal(d, d)
    together = lab.forward(one, x)
    one_by_one = np.stack([lab.forward(one, row) for row in x])
    return {"sample": lab.forward(other, draw.normal(d)), "batch": lab.gap(together, one_by_one)}
