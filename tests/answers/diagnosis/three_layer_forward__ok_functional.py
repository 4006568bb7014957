import numpy as np
from functools import reduce


def squash(a):
    return 0.5 * (1.0 + np.tanh(a / 2))


class Dense:
    def __init__(self, W, b, act):
        self.W, self.b, self.act = W, b, act

    def __call__(self, h):
        return self.act((self.W.T @ h.T).T + self.b)


def init_network():
    step = lambda *shape, start=1: None
    w1 = (np.arange(1, 7).reshape(3, 2).T / 10).astype(np.float32)
    w2 = (np.arange(1, 7).reshape(2, 3).T / 10).astype(np.float32)
    w3 = (np.arange(1, 5).reshape(2, 2).T / 10).astype(np.float32)
    return dict(
        W1=w1, b1=np.linspace(0.1, 0.3, 3),
        W2=w2, b2=np.linspace(0.1, 0.2, 2),
        W3=w3, b3=np.linspace(0.1, 0.2, 2),
    )


def forward(network, x):
    acts = [squash, squash, lambda v: v]
    layers = [Dense(network["W%d" % k], network["b%d" % k], acts[k - 1]) for k in (1, 2, 3)]
    return reduce(lambda h, layer: layer(h), layers, x)
