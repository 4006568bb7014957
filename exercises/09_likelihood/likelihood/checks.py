import numpy as np

from grader.authoring import check, picture


def parameters(draw):
    """mu and a sigma2 that is not its own root."""
    mu = float(draw.normal(1)[0])
    return mu, draw.choice([4.0, 9.0]) if draw.by_hand else float(draw.uniform(0.05, 0.4, 1)[0])


def points(draw, mu, sigma2, *shape):
    """Points within two deviations of mu: their likelihood is no tiny number. None stands at mu itself."""
    if draw.by_hand:
        return mu + draw.normal(*shape)
    return mu + np.sqrt(sigma2) * draw.signs(*shape) * draw.uniform(0.2, 1.8, *shape)


@check(points=2, en="gaussian_pdf, for points (n,)", ja="gaussian_pdf(形状 (n,) の x)")
def density(lab, draw):
    mu, sigma2 = parameters(draw)
    return lab.gaussian_pdf(points(draw, mu, sigma2, draw.size()), mu, sigma2)


@check(points=2, en="likelihood: one number for all points", ja="likelihood: 全データで 1 つの数")
def product(lab, draw):
    mu, sigma2 = parameters(draw)
    return lab.likelihood(points(draw, mu, sigma2, draw.size()), mu, sigma2)


@check(points=2, en="negative_log_likelihood", ja="負の対数尤度")
def negative_log(lab, draw):
    mu, sigma2 = parameters(draw)
    return lab.negative_log_likelihood(points(draw, mu, sigma2, draw.size()), mu, sigma2)


@picture(en="the density with mu = 1 and sigma2 = 0.5", ja="mu = 1、sigma2 = 0.5 の確率密度")
def density_curve(lab, draw):
    x = np.linspace(-2.0, 4.0, 121)
    return {"x": x, "gaussian_pdf": lab.gaussian_pdf(x, 1.0, 0.5)}


@picture(en="the negative log likelihood of 1, 2 and 4", ja="データ 1、2、4 の負の対数尤度", over=("mu", "mu"))
def likelihood_curve(lab, draw):
    mu, points = np.linspace(-1.0, 6.0, 71), np.array([1.0, 2.0, 4.0])
    return {"x": mu, "negative_log_likelihood": [lab.negative_log_likelihood(points.copy(), m, 2.0) for m in mu]}
