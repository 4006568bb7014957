import numpy as np

from grader.authoring import check, expect, picture


def samples(draw):
    """Rows and targets, of both classes. Halves and whole numbers stay exact, so that no rounding decides on a sum of 0."""
    n, d = draw.sizes("N D")
    return draw.normal(n, d), draw.labels(n, 2)


def parted(draw):
    """Samples that a plane parts, with some room beside it."""
    n, d = draw.sizes("N D")
    across = draw.signs(d)
    X = draw.normal(2 * n, d)
    t = np.arange(2 * n) % 2
    sums = X @ across
    return X + np.outer((2 * t - 1) * (1.0 + np.abs(sums)) - sums, across), t


LABELS = {"passes {n}": ("after {n} passes", "{n} エポック後")}


def named(pair):
    sequence = isinstance(pair, (tuple, list)) or (isinstance(pair, np.ndarray) and pair.ndim > 0)
    expect(
        sequence and len(pair) == 2,
        "fit_perceptron does not return two things, (w, b).",
        "fit_perceptron が (w, b) の 2 つを返していません。",
    )
    w, b = pair
    return {"w": w, "b": b}


def against_one_pass(lab, X, t, lr, epochs):
    """Several passes over the samples are one over as many copies of them, and weights that start at 0 are in proportion to
    lr. A wrong rule has cost its points already: here it is held against itself. Powers of 2 for lr stay exact."""
    w, b = named(lab.fit_perceptron(X, t, lr, epochs)).values()
    own_w, own_b = named(lab.fit_perceptron(np.tile(X, (epochs, 1)), np.tile(t, epochs), 1.0, 1)).values()
    return lab.gap(np.append(w, b), lr * np.append(own_w, own_b))


@check(points=2, en="one pass over the samples", ja="データを 1 回ずつ見る(epochs=1)")
def one_pass(lab, draw):
    X, t = samples(draw)
    return named(lab.fit_perceptron(X, t, 1.0, 1))


@check(points=2, en="several passes with a given learning rate", ja="学習係数を指定して何回も繰り返す")
def several_passes(lab, draw):
    n, d = draw.sizes("N D")
    X, t = draw.uniform(-2.0, 2.0, n, d), draw.labels(n, 2)  # no whole numbers, of which sums come to 0
    return {f"passes {epochs}": against_one_pass(lab, X, t, lr, epochs) for lr, epochs in ((0.5, 3), (0.25, 6))}


@check(
    points=2,
    en="it learns to part two classes, with the defaults",
    ja="2 つのクラスを分けられるようになる(引数は既定値)",
)
def parts_two_classes(lab, draw):
    X, t = parted(draw)
    return named(lab.fit_perceptron(X, t))


@picture(
    kind="losses",
    en="samples still on the wrong side after so many epochs",
    ja="そのエポックまで学習しても誤っているデータの数",
    over=("epoch", "エポック"),
)
def learning(lab, draw):
    rng = np.random.default_rng(3)
    X, t = rng.normal(size=(60, 2)), np.arange(60) % 2
    X += np.outer(2 * t - 1, [0.4, 0.9])
    wrong = []
    for epochs in range(1, 21):
        w, b = lab.fit_perceptron(X.copy(), t.copy(), 0.1, epochs)
        wrong.append(int(np.sum((X @ np.asarray(w) + b > 0) != t)))
    return {"wrong samples": wrong}
