import numpy as np

from grader.authoring import check, public


@check(
    points=1,
    en="as many samples as classes, where a wrong axis raises no error",
    ja="N = M のバッチ(軸を間違えてもエラーにならない)",
)
def square(lab, draw):
    rates = []
    for n in (3, 4, draw.size(at_least=3), 5):
        y, t = public.predictions(draw, n, n)
        rates += [lab.accuracy(y.copy(), np.eye(n)[t]), lab.accuracy(y, t)]
    return rates


@check(
    points=1,
    en="all right, none right, batches of one row, and predictions that are sure",
    ja="全問正解、全問不正解、1 行だけのバッチ、0 と 1 だけの予測",
)
def extremes(lab, draw):
    n, m = draw.sizes("N M")
    m = max(m, 3)
    y, t = public.predictions(draw, n, m)
    best = np.argmax(y, axis=1)
    sure = np.eye(m)[best]
    return {
        "all right": lab.accuracy(y.copy(), best),
        "none right": lab.accuracy(y.copy(), np.argmin(y, axis=1)),
        "all right, one-hot of whole numbers": lab.accuracy(y.copy(), np.eye(m, dtype=int)[best]),
        "one row": lab.accuracy(y[:1], best[:1]),
        "one row, one-hot": lab.accuracy(y[1:2], np.eye(m)[best[1:2]]),
        "scores of 0 and 1": lab.accuracy(sure.copy(), t),
        "scores of 0 and 1, one-hot": lab.accuracy(sure, np.eye(m)[t]),
    }
