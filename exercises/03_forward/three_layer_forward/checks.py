import numpy as np

from grader.authoring import check

KEYS = ("W1", "b1", "W2", "b2", "W3", "b3")


def some_network(draw, d, h1, h2, m):
    """Weights of a network with these layers, small enough to keep the sigmoid away from its flat ends."""
    shapes = {"W1": (d, h1), "b1": (h1,), "W2": (h1, h2), "b2": (h2,), "W3": (h2, m), "b3": (m,)}
    return {key: draw.normal(*shapes[key]) / 2 for key in KEYS}


@check(
    points={"W1": 0.5, "b1": 0.25, "W2": 0.5, "b2": 0.25, "W3": 0.25, "b3": 0.25},
    en="init_network returns the weights of the statement",
    ja="init_network が問題文の重みを返す",
    levels=1,
)
def weights(lab, draw):
    network = lab.init_network()
    return {key: network[key] for key in KEYS if key in network}


@check(points=1, en="your network, applied to [1.0, 0.5]", ja="自分のネットワークに [1.0, 0.5] を入力する", levels=1)
def together(lab, draw):
    return lab.forward(lab.init_network(), np.array([1.0, 0.5]))


@check(
    points=2,
    en="forward of one sample, with weights that are handed in",
    ja="渡された重みで、データ 1 個の順伝播",
)
def one_sample(lab, draw):
    d, h1, h2, m = draw.sizes("D H1 H2 M")
    return lab.forward(some_network(draw, d, h1, h2, m), draw.normal(d))
