"""What the checks of the normalising layers have in common."""

import numpy as np


def batch(draw, n, d):
    """(n, d): 0, 10, 20 ... shuffled in each column, and moved; so every variance is far greater than epsilon."""
    order = np.argsort(draw.uniform(0, 1, n, d), axis=0) * 10.0
    return order + draw.normal(d) + (0 if draw.by_hand else draw.uniform(-4, 4, n, d))


def run(layer, x, dout):
    """What one forward and one backward leave."""
    y = layer.forward(x)
    dx = layer.backward(dout)
    return {"y": y, "dx": dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta}


def gradient_of_input(layer, gamma, beta, x):
    """A gradient check at x: backward returns dx. layer: the name of the class."""

    def forward(lab, x):
        return getattr(lab, layer)(gamma, beta).forward(x)

    def gradients(lab, dout, x):
        made = getattr(lab, layer)(gamma, beta)
        made.forward(x)
        return {"x": made.backward(dout)}

    return {"x": x}, forward, gradients


def gradients_of_parameters(layer, x, gamma, beta):
    """A gradient check at gamma and beta: backward leaves dgamma and dbeta in the layer. layer: the name of the class."""

    def forward(lab, gamma, beta):
        return getattr(lab, layer)(gamma, beta).forward(x)

    def gradients(lab, dout, gamma, beta):
        made = getattr(lab, layer)(gamma, beta)
        made.forward(x)
        made.backward(dout)
        return {"gamma": made.dgamma, "beta": made.dbeta}

    return {"gamma": gamma, "beta": beta}, forward, gradients
