import numpy as np

from grader.authoring import check, picture

# Right answers add up to 1e-7 to the probability inside the logarithm, or nothing. With probabilities from 0.05 on
# that changes the error by 2e-6 relative to the largest term at most; the nearest mistake is off by more than 1e-2.
RTOL = 1e-4


def soft(draw, *shape):
    """Probabilities that are not too near 0."""
    return 0.9 * draw.probabilities(*shape) + 0.1 / shape[-1]


@check(points=2, en="a batch with one-hot targets", ja="バッチ、教師データは one-hot")
def batch_one_hot(lab, draw):
    n, m = draw.sizes("N M")
    return lab.cross_entropy_error(soft(draw, n, m), draw.one_hot(n, m))


@check(points=2, en="a batch with labels", ja="バッチ、教師データはラベル")
def batch_labels(lab, draw):
    n, m = draw.sizes("N M")
    return lab.cross_entropy_error(soft(draw, n, m), draw.labels(n, m))


def number(result):
    """One number for what should be one."""
    return np.mean(result) if isinstance(result, np.ndarray) else result


def against_one_row(lab, draw, m, targets):
    """Two samples, each held against a batch of which it is the only row: a wrong formula has cost its points already. Two,
    for a constant is equal to itself."""
    y = np.stack([soft(draw, m), 0.9 * draw.uniform(0.1, 1.0, m) / m])
    alone = [lab.cross_entropy_error(y[i], targets[i]) for i in range(2)]
    one_row = [number(lab.cross_entropy_error(y[i : i + 1], targets[i : i + 1])) for i in range(2)]
    return lab.gap(np.array(alone), np.array(one_row))


@check(points=1, en="one sample, one-hot", ja="データ 1 個、one-hot")
def one_sample(lab, draw):
    m = draw.size(at_least=3)
    return against_one_row(lab, draw, m, draw.one_hot(2, m))


@picture(
    en="the error of one sample",
    ja="データ 1 個の誤差",
    over=("probability given to the right class", "正解のクラスの確率"),
)
def curve(lab, draw):
    p = np.linspace(0.01, 1.0, 100)
    right = np.array([1.0, 0.0])
    return {"x": p, "cross_entropy_error": [lab.cross_entropy_error(np.array([q, 1 - q]), right) for q in p]}
