import numpy as np

from grader.authoring import check, expect


def points(draw):
    """At least three points with a mean that is not their median and not 0."""
    x = draw.normal(draw.size(at_least=3)) + 2.0
    x[-1] = x.max() + 4.0
    return x


def named(pair):
    sequence = isinstance(pair, (tuple, list)) or (isinstance(pair, np.ndarray) and pair.ndim > 0)
    expect(
        sequence and len(pair) == 2,
        "gaussian_mle does not return two things, (mean, variance).",
        "gaussian_mle が (mean, variance) の 2 つを返していません。",
    )
    return dict(zip(("mean", "variance"), pair, strict=True))


@check(points=1, en="mle_mean", ja="mle_mean: 平均の最尤推定")
def mean(lab, draw):
    return lab.mle_mean(points(draw))


@check(
    points={"mean": 1.5, "variance": 1.5}, en="gaussian_mle: mean and variance", ja="gaussian_mle: 平均と分散の最尤推定"
)
def both(lab, draw):
    return named(lab.gaussian_mle(points(draw)))
