import numpy as np

from grader.authoring import check, picture

# Right answers add up to 1e-7 inside the logarithm, or nothing. With probabilities from 0.05 to 0.95 that changes an
# error by 2e-6 relative to itself at most; the nearest mistake is off by more than 1e-2.
RTOL = 1e-4


def soft(draw, *shape):
    """Probabilities that are neither near 0 nor near 1; fractions of 10 at the level of small numbers."""
    return draw.integers(1, 9, *shape) / 10 if draw.by_hand else draw.uniform(0.05, 0.95, *shape)


def outcomes(draw, *shape):
    """0.0 and 1.0, both of them."""
    t = draw.integers(0, 1, *shape).astype(float)
    t.flat[0], t.flat[1] = 1.0, 0.0
    return t


@check(points=2, en="one output for each sample, shape (N,)", ja="データごとに出力が 1 つ、形状 (N,)")
def vector(lab, draw):
    n = draw.size(at_least=3)
    return lab.binary_cross_entropy(soft(draw, n), outcomes(draw, n))


@check(points=2, en="several outputs, shape (N, M)", ja="出力が複数、形状 (N, M)")
def matrix(lab, draw):
    n, m = draw.sizes("N M")
    # Held against the same entries in one row: a wrong formula has cost its points already. Two batches, for a constant is
    # equal to itself.
    batches = [(soft(draw, n, m), outcomes(draw, n, m)), (draw.uniform(0.05, 0.95, n, m), outcomes(draw, n, m))]
    errors = [lab.binary_cross_entropy(y, t) for y, t in batches]
    in_one_row = [lab.binary_cross_entropy(y.ravel(), t.ravel()) for y, t in batches]
    return lab.gap(np.array(errors), np.array(in_one_row))


@picture(en="the error of one output", ja="出力 1 個の誤差", over=("y, the probability of 1", "y(1 である確率)"))
def curve(lab, draw):
    y = np.linspace(0.01, 0.99, 99)
    return {
        "x": y,
        "t = 1": [lab.binary_cross_entropy(y[i : i + 1].copy(), np.ones(1)) for i in range(99)],
        "t = 0": [lab.binary_cross_entropy(y[i : i + 1].copy(), np.zeros(1)) for i in range(99)],
    }
