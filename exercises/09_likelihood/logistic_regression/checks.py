import numpy as np

from grader.authoring import check, expect, gradient_check, picture

# A small number inside the logarithm, up to 1e-7, changes these losses by up to 2e-5 relatively; mistakes by 0.1 and more.
LOSS = 1e-3

LABELS = {"epochs {n}": ("with epochs={n}", "epochs={n} のとき")}


def data(draw):
    """x and t, for scores that stay within about 5."""
    n, d = draw.sizes("N D")
    return draw.normal(n, d), draw.labels(n, 2)


def at(draw, x):
    """w and b that fit x."""
    d = x.shape[1]
    if draw.by_hand:
        return 0.5 * draw.signs(d), float(0.5 * draw.signs(1)[0])
    return draw.uniform(-2.0, 2.0, d) / np.sqrt(d), float(draw.uniform(0.3, 1.0, 1)[0])


def named(pair, names=("w", "b")):
    sequence = isinstance(pair, (tuple, list)) or (isinstance(pair, np.ndarray) and pair.ndim > 0)
    wanted = ", ".join(names)
    expect(
        sequence and len(pair) == 2,
        f"two things are to be returned, ({wanted}).",
        f"({wanted}) の 2 つを返していません。",
    )
    return dict(zip(names, pair, strict=True))


@check(points=2, en="nll returns the mean loss", ja="nll が損失の平均を返す", rtol=LOSS)
def loss(lab, draw):
    x, t = data(draw)
    w, b = at(draw, x)
    return lab.nll(w, b, x, t)


@gradient_check(points={"dw": 2, "db": 2}, en="nll_gradient returns dw and db", ja="nll_gradient が dw と db を返す")
def gradient(lab, draw):
    x, t = data(draw)
    w, b = at(draw, x)

    def forward(lab, w, b):
        return lab.nll(w, float(b), x, t)

    def gradients(lab, dout, w, b):
        found = named(lab.nll_gradient(w, float(b), x, t), ("dw", "db"))
        return {"w": dout * found["dw"], "b": dout * found["db"]}

    return {"w": w, "b": np.array(b)}, forward, gradients


@check(points=2, en="fit takes a few steps from zeros", ja="fit が 0 から数回更新する")
def few_steps(lab, draw):
    x, t = data(draw)
    return {f"epochs {epochs}": named(lab.fit(x.copy(), t.copy(), 0.5, epochs)) for epochs in (1, 3)}


@picture(
    kind="losses", en="the loss after so many epochs of fit", ja="fit で学習したあとの損失", over=("epoch", "エポック")
)
def training(lab, draw):
    rng = np.random.default_rng(1)
    x, t = rng.normal(size=(40, 2)), np.arange(40) % 2
    x += np.outer(2 * t - 1, [0.5, 1.0])
    losses = []
    for epochs in range(0, 41, 2):
        w, b = lab.fit(x.copy(), t.copy(), 0.5, epochs)
        a = x @ np.asarray(w) + b
        losses.append(np.mean(np.logaddexp(0.0, a) - t * a))
    return {"x": np.arange(0, 41, 2), "loss": losses}
