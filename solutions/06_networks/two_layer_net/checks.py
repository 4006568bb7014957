import numpy as np

from grader.authoring import check, given, public

WIDE = public.WIDE


def truth(params, x):
    z = given.sigmoid(x @ params["W1"] + params["b1"])
    return given.softmax(z @ params["W2"] + params["b2"])


def true_gradients(params, x, t):
    z = given.sigmoid(x @ params["W1"] + params["b1"])
    above = (truth(params, x) - t) / len(x)
    below = above @ params["W2"].T * z * (1 - z)
    return {"W1": x.T @ below, "b1": below.sum(axis=0), "W2": z.T @ above, "b2": above.sum(axis=0)}


def a_net(lab, d, h, m):
    """A network whose softmax is not too sure of itself, and what it should go by."""
    net = lab.TwoLayerNet(d, h, m, 0.5)
    return net, public.parameters(net)


@check(points=2, en="accuracy", ja="accuracy(認識精度)")
def accuracies(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    net, params = a_net(lab, d, h, m)
    x = draw.normal(n, d)
    surest = np.argmax(np.max(truth(params, x), axis=1))
    x[[0, surest]] = x[[surest, 0]]  # comes first, so that argmax down the columns is not wrong everywhere either
    best = np.argmax(truth(params, x), axis=1)
    wrong = (best + draw.integers(1, m - 1, n)) % m
    right = np.arange(n) < draw.integers(1, n - 1, 1)[0]
    return {
        "some right": net.accuracy(x, np.eye(m)[np.where(right, best, wrong)]),
        "all right": net.accuracy(x, np.eye(m)[best]),
    }


@check(
    points=2,
    en="numerical_gradient, as a multiple of the true one; params stay",
    ja="numerical_gradient が正しい勾配の何倍か。params は元のまま",
    rtol=WIDE,
)
def numerical(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    net, params = a_net(lab, d, h, m)
    x, t = draw.normal(n, d), draw.one_hot(n, m)
    found = public.multiples(net.numerical_gradient(x, t), true_gradients(params, x, t), "numerical_gradient")
    after = public.parameters(net)
    return {**found, "changed": [key for key in params if not np.allclose(after[key], params[key], rtol=0, atol=1e-9)]}


@check(
    points=2,
    en="gradient of batch after batch, as a multiple of the true one; params stay",
    ja="バッチを変えながら求めた gradient が正しい勾配の何倍か。params は元のまま",
    rtol=WIDE,
)
def batches(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    net, params = a_net(lab, d, h, m)
    first = net.gradient(draw.normal(n, d), draw.one_hot(n, m))
    net.predict(draw.normal(n + 2, d))
    x, t = draw.normal(n + 1, d), draw.one_hot(n + 1, m)
    second = public.multiples(net.gradient(x, t), true_gradients(params, x, t), "gradient")
    return {**second, "a dict": isinstance(first, dict)}


@check(
    points=1,
    en="every network has its own random weights",
    ja="ネットワークごとに別の乱数で初期化し、重みを共有しない",
)
def two_networks(lab, draw):
    d, h, m = draw.sizes("D H M")
    one = lab.TwoLayerNet(d, h, m)
    before = public.parameters(one)
    other = public.parameters(lab.TwoLayerNet(d, h, m))
    after = public.parameters(one)
    return {
        "equal to the next": [key for key in ("W1", "W2") if np.array_equal(other[key], before[key])],
        "changed by the next": [key for key in before if not np.array_equal(after[key], before[key])],
    }
