import numpy as np

from grader.authoring import check, expect, shipped

KEYS = ("W2", "b2", "W1", "b1")

# Against 1e-7 inside the logarithm, which changes what is compared here by up to 1e-5; mistakes change it by a
# tenth and more.
WIDE = 1e-3

LABELS = {
    "dW{n}": ("the gradient of W{n}", "W{n} の勾配"),
    "db{n}": ("the gradient of b{n}", "b{n} の勾配"),
    "shape": ("its shape", "形状"),
    "direction": ("whether it is a multiple of what it should be", "正しい勾配の定数倍かどうか"),
    "multiple": ("how long it is, along what it should be", "正しい勾配の方向に何倍か"),
    "default": ("weight_init_std left out", "weight_init_std を省略したとき"),
    "given": ("with weight_init_std=0.5", "weight_init_std=0.5 のとき"),
    "deviation": ("the standard deviation over weight_init_std", "標準偏差 ÷ weight_init_std"),
    "centred": ("whether the mean is near 0", "平均が 0 に近いかどうか"),
}


def parameters(net):
    """A copy of the four parameters."""
    params = net.params
    expect(
        isinstance(params, dict) and all(key in params for key in KEYS),
        "net.params is not a dict with the keys W1, b1, W2 and b2",
        "net.params が、キー W1、b1、W2、b2 をもつディクショナリではありません",
    )
    return {key: np.asarray(params[key], dtype=float) for key in KEYS}


def named(gradients):
    """The gradients in a dict that `gradient` returned, each under a name of its own."""
    expect(
        isinstance(gradients, dict),
        "gradient does not return a dict",
        "gradient がディクショナリを返していません",
    )
    return {f"d{key}": gradients[key] for key in KEYS if key in gradients}


def four(gradients, name):
    """The four gradients that a method called `name` returned."""
    expect(
        isinstance(gradients, dict) and all(key in gradients for key in KEYS),
        f"{name} does not return a dict with the keys W1, b1, W2 and b2",
        f"{name} が、キー W1、b1、W2、b2 をもつディクショナリを返していません",
    )
    return {key: np.asarray(gradients[key], dtype=float) for key in KEYS}


def multiples(gradients, true, name):
    """By which number each of the gradients is a multiple of the true one, if it is one; 1 if it is right."""
    return {key: multiple(got, true[key]) for key, got in four(gradients, name).items()}


def multiple(got, want):
    if got.shape != want.shape:
        return {"shape": str(got.shape), "direction": False, "multiple": 0.0}
    ratio = float(np.vdot(got, want) / np.vdot(want, want))
    # What is the same number everywhere is nobody's gradient here, and no multiple of another.
    along = np.ptp(want) > 0 and np.any(got) and np.allclose(got, ratio * want, rtol=0, atol=WIDE * np.max(abs(got)))
    return {"shape": str(got.shape), "direction": bool(along), "multiple": ratio}


def about(ratio):
    """The nearest of ..., 0.7, 1, 1.4, 2, 3, 5, 7, 10, 14, ...: what random numbers leave certain."""
    if not ratio > 0:
        return 0.0
    steps = np.outer(10.0 ** np.arange(-6, 6), [1, 1.4, 2, 3, 5, 7]).ravel()
    return float(steps[np.argmin(abs(np.log(steps / ratio)))])


@check(points=1, en="params: keys and shapes, biases 0", ja="params のキーと形状。バイアスは 0")
def shapes(lab, draw):
    params = parameters(lab.TwoLayerNet(*draw.sizes("D H M")))
    zeros = {key: np.zeros(params[key].shape) for key in ("W1", "W2")}  # of the weights only the shape counts
    return {**zeros, "b1": params["b1"], "b2": params["b2"]}


@check(
    points=1,
    en="the weights' standard deviation, roughly, as a multiple of weight_init_std",
    ja="重みの標準偏差が weight_init_std のおよそ何倍か",
    levels=1,
)
def scale(lab, draw):
    def spread(W, std):
        deviation = np.std(W)
        return {"deviation": about(deviation / std), "centred": bool(abs(np.mean(W)) < 0.1 * deviation)}

    default, given = parameters(lab.TwoLayerNet(90, 70, 50)), parameters(lab.TwoLayerNet(90, 70, 50, 0.5))
    return {
        "default": {key: spread(default[key], 0.01) for key in ("W1", "W2")},
        "given": {key: spread(given[key], 0.5) for key in ("W1", "W2")},
    }


@check(
    points={"predict": 0.25, "loss": 0.25, "dW2": 0.25, "db2": 0.25},  # those of the hidden layer are 0
    en="weight_init_std=0: predict, loss and gradient",
    ja="weight_init_std=0 のときの predict、loss、gradient",
    rtol=WIDE,
)
def zero_weights(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    x, t = draw.normal(n, d), np.eye(m)[draw.integers(0, m - 1, n) // 2]  # not as many of each class
    net = lab.TwoLayerNet(d, h, m, weight_init_std=0.0)
    return {"predict": net.predict(x), "loss": net.loss(x, t), **named(net.gradient(x, t))}


@shipped
def nudge(net, steps):
    for key in steps:
        net.params[key] += steps[key]


@check(
    points={"predict": 0.5, "loss": 0.5, "dW1": 0.25, "db1": 0.25, "dW2": 0.25, "db2": 0.25},
    en="predict, loss and gradient follow when the arrays in params are changed in place",
    ja="params の配列をその場で変えたあとの predict、loss、gradient",
    rtol=WIDE,
)
def moved(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    x, t = draw.normal(n, d), draw.one_hot(n, m)
    params = {
        "W1": draw.normal(d, h) / 4,
        "b1": draw.normal(h) / 2,
        "W2": draw.normal(h, m) / 2,
        "b2": draw.normal(m) / 4,
    }
    net = lab.TwoLayerNet(d, h, m, 0.0)
    parameters(net)
    lab.beside(nudge, net, params)  # from 0 to these
    return {"predict": net.predict(x), "loss": net.loss(x, t), **named(net.gradient(x, t))}


@shipped
def takes_differences(net, x, t):
    """Whether gradient finds its result as numerical_gradient does: by calling that; by asking for the loss or the
    probabilities once for every entry of params and more; or by moving entries of params and putting them back."""
    asked = []

    def watched(name, method):
        def ask(*args, **kwargs):
            asked.append(name)
            return method(*args, **kwargs)

        return ask

    names = ("loss", "predict", "numerical_gradient") if hasattr(net, "__dict__") else ()
    for name in names:
        setattr(net, name, watched(name, getattr(net, name)))
    arrays = [value for value in net.params.values() if isinstance(value, np.ndarray)]
    before = [array.copy() for array in arrays]
    net.gradient(x, t)
    for name in names:
        delattr(net, name)
    if "numerical_gradient" in asked or len(asked) >= sum(array.size for array in arrays):
        return True
    if not all(np.array_equal(array, kept) for array, kept in zip(arrays, before, strict=True)):
        return False  # it takes a step: another mistake
    for array in arrays:
        array.flags.writeable = False
    try:
        net.gradient(x, t)
    except ValueError as error:
        return "read-only" in str(error)
    finally:
        for array in arrays:
            array.flags.writeable = True
    return False


@check(
    points={"W1": 0.5, "b1": 0.5, "W2": 0.5, "b2": 0.5},
    en="gradient, as a multiple of your own numerical_gradient",
    ja="gradient が、自分の numerical_gradient の何倍か",
    rtol=WIDE,
)
def gradients_agree(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    x, t = draw.normal(n, d), draw.one_hot(n, m)
    net = lab.TwoLayerNet(d, h, m, weight_init_std=0.5)
    gradients = net.gradient(x, t)
    parameters(net)
    expect(
        lab.beside(takes_differences, net, x[:2], t[:2]) is False,  # two rows, for answers that go row by row
        "gradient works by finite differences: it calls numerical_gradient, or asks for the loss, or moves the parameters, "
        "entry by entry. It is to work by back-propagation",
        "gradient が数値微分で勾配を求めています(numerical_gradient を呼ぶか、パラメータの要素ごとに損失を求めたり要素を動かしたりしています)。"
        "誤差逆伝播法で求めてください",
    )
    numerical = four(net.numerical_gradient(x, t), "numerical_gradient")
    still = ", ".join(key for key in KEYS if not np.any(numerical[key]))
    expect(
        not still,
        f"numerical_gradient is 0 everywhere in {still}: the loss does not follow a change of these arrays",
        f"numerical_gradient の {still} がすべて 0 です。これらの配列を動かしても、損失が変わっていません",
    )
    return multiples(gradients, numerical, "gradient")
