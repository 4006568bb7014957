import numpy as np

from grader.authoring import check, gradient_check, unit

# With the default eps, one outside the root changes the gradients by up to 1e-5 on these inputs; so whoever puts it there
# loses the points of the check with a given eps only. The nearest mistakes change them by 0.01 and more.
RTOL = 1e-4


def batch(draw, n, d):
    """(n, d): 0, 10, 20 ... shuffled in each row, scaled, moved by row; every variance is far greater than 1e-5."""
    order = np.argsort(draw.uniform(0, 1, n, d), axis=1) * 10.0
    noise = 0.0 if draw.by_hand else draw.uniform(-4, 4, n, d)
    return (order + noise) * draw.choice([2.0, 3.0, 4.0]) + 10.0 * draw.normal(n, 1)


@check(points=3, en="forward normalises each row", ja="forward が行ごとに正規化する")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    d = d + 2
    return lab.LayerNorm(draw.normal(d), draw.normal(d)).forward(batch(draw, n, d))


@gradient_check(points=4, en="backward returns dx", ja="backward が dx を返す")
def input_gradient(lab, draw):
    n, d = draw.sizes("N D")
    d = d + 2
    gamma, beta = draw.normal(d), draw.normal(d)
    return unit.gradient_of_input("LayerNorm", gamma, beta, batch(draw, n, d))


@gradient_check(
    points={"dgamma": 1, "dbeta": 1}, en="backward sets dgamma and dbeta", ja="backward が dgamma と dbeta を設定する"
)
def parameter_gradients(lab, draw):
    n, d = draw.sizes("N D")
    d = d + 2
    x = batch(draw, n, d)
    return unit.gradients_of_parameters("LayerNorm", x, draw.normal(d), draw.normal(d))
