from grader.authoring import check


def two_layers(draw):
    """Parameters of a network with one hidden layer, all shapes different."""
    d, h, m = draw.sizes("D H M")
    return {"W1": draw.normal(d, h), "b1": draw.normal(h), "W2": draw.normal(h, m), "b2": draw.normal(m)}


def gradients_like(draw, params):
    return {key: draw.normal(*value.shape) for key, value in params.items()}


@check(points=1, en="the term that is added to the loss", ja="損失に加える項")
def loss(lab, draw):
    return lab.weight_decay_loss(two_layers(draw), draw.choice([0.1, 0.25, 0.3]))


@check(points=2, en="the gradients of weights and biases", ja="重みとバイアスの勾配")
def gradients(lab, draw):
    params = two_layers(draw)
    return lab.add_weight_decay(params, gradients_like(draw, params), draw.choice([0.1, 0.25, 0.3]))
