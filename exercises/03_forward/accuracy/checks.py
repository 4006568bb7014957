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


# Several batches, for one small rate is easily met by chance.
LABELS = {
    "(3, 4)": ("3 samples, 4 classes", "データ 3 個、4 クラス"),
    "(7, 3)": ("7 samples, 3 classes", "データ 7 個、3 クラス"),
    "(N, M)": ("a batch of another size", "別の大きさのバッチ"),
}


def batches(draw):
    """Batches by name."""
    for key, (n, m) in {"(3, 4)": (3, 4), "(N, M)": draw.sizes("N M"), "(7, 3)": (7, 3)}.items():
        yield key, *predictions(draw, n, max(m, 3))


@check(points=2, en="scores against one-hot targets", ja="教師データが one-hot のとき")
def one_hot(lab, draw):
    return {key: lab.accuracy(y, np.eye(y.shape[1])[t]) for key, y, t in batches(draw)}


@check(points=2, en="scores against labels", ja="教師データがラベルのとき")
def labels(lab, draw):
    return {key: lab.accuracy(y, t) for key, y, t in batches(draw)}
