import numpy as np

from grader.authoring import check, given, public

WIDE = public.WIDE
LABELS = {
    "some right": ("some rows right", "一部の行が正解のとき"),
    "all right": ("all rows right", "全部の行が正解のとき"),
    "shape": public.LABELS["shape"],
    "direction": public.LABELS["direction"],
    "multiple": public.LABELS["multiple"],
    "left alone": ("whether it is afterwards what it was", "元の値のままかどうか"),
    "differing": (
        "the keys whose gradients differ from those of the same batch before",
        "前に同じバッチで求めた勾配と違うキー",
    ),
    "equal to the next": ("the weights that the next network has, too", "次のネットワークと等しい重み"),
    "changed by the next": ("the parameters that the next network changes", "次のネットワークを作ると変わるパラメータ"),
}


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


# By the answer's own predict: what that should return is asked elsewhere.
@check(points=2, en="accuracy, by your own predict", ja="accuracy(認識精度)。自分の predict をもとに調べる")
def accuracies(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    net = lab.TwoLayerNet(d, h, m, 0.5)
    x = draw.normal(n, d)
    probabilities = np.asarray(net.predict(x))
    surest = np.argmax(np.max(probabilities, axis=1))
    order = np.arange(n)
    order[[0, surest]] = order[
        [surest, 0]
    ]  # comes first, so that argmax down the columns is not wrong everywhere either
    best = np.argmax(probabilities, axis=1)[order]
    wrong = (best + draw.integers(1, m - 1, n)) % m
    right = np.arange(n) < draw.integers(1, n - 1, 1)[0]
    return {
        "some right": net.accuracy(x[order], np.eye(m)[np.where(right, best, wrong)]),
        "all right": net.accuracy(x[order], np.eye(m)[best]),
    }


@check(
    points={"W1": 0.5, "b1": 0.5, "W2": 0.5, "b2": 0.25, "loss": 0.25},
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
    for key, seen in found.items():
        seen["left alone"] = bool(np.allclose(after[key], params[key], rtol=0, atol=1e-9))
    # What is differentiated, as a multiple of what should be: it tells a wrong loss from wrong differences.
    loss = -np.mean(np.log(truth(params, x)[t == 1]))
    return {**found, "loss": net.loss(x, t) / loss}


@check(
    points=2,
    en="gradient of a batch, before and after other batches; params stay",
    ja="ほかのバッチの前とあとで、同じバッチの gradient が同じ。params は元のまま",
)
def batches(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    net = lab.TwoLayerNet(d, h, m, 0.5)
    x, t = draw.normal(n, d), draw.one_hot(n, m)
    own = public.four(net.gradient(x, t), "gradient")
    net.gradient(draw.normal(n + 1, d), draw.one_hot(n + 1, m))
    net.predict(draw.normal(n + 2, d))
    gaps = lab.gap(public.four(net.gradient(x, t), "gradient"), own)
    return {"differing": [key for key, gap in gaps.items() if np.any(gap)]}


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
