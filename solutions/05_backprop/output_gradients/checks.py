import numpy as np

from grader.authoring import check

LABELS = {
    "vector": ("a vector", "1 次元の配列"),
    "column": ("one column", "1 列の配列"),
    "three axes": ("an array with three axes", "3 次元の配列"),
    "gradient": ("the gradient", "勾配"),
    "untouched": ("whether y and t are as they were", "y と t が元のままかどうか"),
    "again": ("the result of a second call", "2 回目の呼び出しの結果"),
    "one-hot": ("one-hot targets", "one-hot 表現の t"),
    "labels": ("labels", "ラベルの t"),
}


@check(
    points=1,
    en="d_mean_squared_error: any shape, y and t stay as they were",
    ja="d_mean_squared_error: 形状は任意、y と t を書き換えない",
)
def squared_error_shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    seen = {}
    for name, shape in ("vector", (n,)), ("column", (n, 1)), ("three axes", (n, t, d)):
        y, target = draw.normal(*shape), draw.uniform(-2.0, 2.0, *shape)
        gradient = lab.d_mean_squared_error(y, target)
        # the contract forbids changing y and t
        untouched = all(np.array_equal(lab.after(one), one) for one in (y, target))
        seen[name] = {"gradient": gradient, "untouched": untouched}
    return seen


@check(
    points={"one-hot": 0.5, "labels": 0.5},
    rtol=1e-15,
    en="d_softmax_with_loss: y and t stay as they were, so a second call gives the same",
    ja="d_softmax_with_loss: y と t を書き換えず、2 回呼んでも同じ結果になる",
)
def softmax_inputs(lab, draw):
    n, m = draw.sizes("N M")
    seen = {}
    for name, t in ("one-hot", draw.one_hot(n, m)), ("labels", draw.labels(n, m)):
        y = draw.probabilities(n, m)
        first = lab.d_softmax_with_loss(y, t)
        left = {"y": lab.after(y), "t": lab.after(t)}
        seen[name] = {**left, "again": lab.gap(lab.d_softmax_with_loss(y, t), first)}
    return seen


@check(
    points={"one-hot": 0.5, "labels": 0.5},
    en="probabilities that are exactly 0 or 1",
    ja="確率がちょうど 0 や 1 のとき",
)
def certain(lab, draw):
    n, m = draw.sizes("N M")
    y, t = np.eye(m)[draw.labels(n, m)], draw.labels(n, m)
    t[0] = (np.argmax(y[0]) + 1) % m  # sure, and wrong
    of_labels = lab.d_softmax_with_loss(y, t)
    return {"labels": of_labels, "one-hot": lab.d_softmax_with_loss(lab.after(y), np.eye(m)[t])}
