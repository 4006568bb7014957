from grader.authoring import check

# Right answers add up to 1e-7 to the probability inside the logarithm, or nothing. With probabilities from 0.05 on
# that changes the error by 2e-6 relative to the largest term at most; the nearest mistake is off by more than 1e-2.
RTOL = 1e-4


def soft(draw, *shape):
    """Probabilities that are not too near 0."""
    return 0.9 * draw.probabilities(*shape) + 0.1 / shape[-1]


@check(points=2, en="a batch with one-hot targets", ja="バッチ、教師データは one-hot", rtol=RTOL)
def batch_one_hot(lab, draw):
    n, m = draw.sizes("N M")
    return lab.cross_entropy_error(soft(draw, n, m), draw.one_hot(n, m))


@check(points=2, en="a batch with labels", ja="バッチ、教師データはラベル", rtol=RTOL)
def batch_labels(lab, draw):
    n, m = draw.sizes("N M")
    return lab.cross_entropy_error(soft(draw, n, m), draw.labels(n, m))


@check(points=1, en="one sample, one-hot", ja="データ 1 個、one-hot", rtol=RTOL)
def one_sample(lab, draw):
    m = draw.size(at_least=3)
    return lab.cross_entropy_error(soft(draw, m), draw.one_hot(1, m)[0])
