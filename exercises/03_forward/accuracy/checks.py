import numpy as np

from grader.authoring import check


def predictions(draw, n, m):
    """Scores (n, m), no two of a row equal, and labels, of which at least one is right and at least one is wrong."""
    order = np.argsort(draw.uniform(0, 1, n, m), axis=1)
    scores = 1.5 * order - 2.0 + draw.uniform(0, 0.4, n, 1)  # far from 0 and 1 in steps of 1.5, some below 0
    labels = np.argmax(scores, axis=1)
    wrong = draw.integers(1, m - 1, n) * (draw.uniform(0, 1, n) < 0.5)
    wrong[0], wrong[1] = 0, draw.integers(1, m - 1, 1)[0]
    return scores, (labels + wrong) % m


@check(points=2, en="scores against one-hot targets", ja="教師データが one-hot のとき")
def one_hot(lab, draw):
    rates = []
    for n, m in ((3, 4), draw.sizes("N M"), (7, 3)):  # several, for one small rate is easily met by chance
        y, t = predictions(draw, n, max(m, 3))
        rates.append(lab.accuracy(y, np.eye(y.shape[1])[t]))
    return rates


@check(points=2, en="scores against labels", ja="教師データがラベルのとき")
def labels(lab, draw):
    rates = []
    for n, m in ((3, 4), draw.sizes("N M"), (7, 3)):
        y, t = predictions(draw, n, max(m, 3))
        rates.append(lab.accuracy(y, t))
    return rates
