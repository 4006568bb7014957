import numpy as np

from grader.authoring import check, public

LABELS = {
    "one-hot": ("one-hot targets", "one-hot の教師データ"),
    "labels": ("labels", "ラベルの教師データ"),
    "{n} classes": ("{n} samples and {n} classes", "データ {n} 個、{n} クラス"),
    "all right": ("all right", "全問正解"),
    "none right": ("none right", "全問不正解"),
    "one row": ("a batch of one row", "1 行だけのバッチ"),
    "scores of 0 and 1": ("scores of 0 and 1", "0 と 1 だけの予測"),
}


@check(
    points={"one-hot": 0.5, "labels": 0.5},
    en="as many samples as classes, where a wrong axis raises no error",
    ja="N = M のバッチ(軸を間違えてもエラーにならない)",
)
def square(lab, draw):
    rates = {"one-hot": {}, "labels": {}}
    for n in sorted({3, 4, draw.size(at_least=3), 5}):
        y, t = public.predictions(draw, n, n)
        rates["one-hot"][f"{n} classes"] = lab.accuracy(y.copy(), np.eye(n)[t])
        rates["labels"][f"{n} classes"] = lab.accuracy(y, t)
    return rates


@check(
    points={"one-hot": 0.5, "labels": 0.5},
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
        "labels": {
            "all right": lab.accuracy(y.copy(), best),
            "none right": lab.accuracy(y.copy(), np.argmin(y, axis=1)),
            "one row": lab.accuracy(y[:1], best[:1]),
            "scores of 0 and 1": lab.accuracy(sure.copy(), t),
        },
        "one-hot": {
            "all right": lab.accuracy(y.copy(), np.eye(m, dtype=int)[best]),
            "one row": lab.accuracy(y[1:2], np.eye(m)[best[1:2]]),
            "scores of 0 and 1": lab.accuracy(sure, np.eye(m)[t]),
        },
    }
