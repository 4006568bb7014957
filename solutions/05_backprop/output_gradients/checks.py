import numpy as np

from grader.authoring import check


@check(
    points=1,
    en="d_mean_squared_error: any shape, y and t stay as they were",
    ja="d_mean_squared_error: 形状は任意、y と t を書き換えない",
)
def squared_error_shapes(lab, draw):
    n, t, d = draw.sizes("N T D")
    seen = []
    for shape in (n,), (n, 1), (n, t, d):
        y, target = draw.normal(*shape), draw.uniform(-2.0, 2.0, *shape)
        gradient = lab.d_mean_squared_error(y, target)
        # the contract forbids changing y and t
        seen.append({"gradient": gradient, "y": lab.after(y), "t": lab.after(target)})
    return seen


@check(
    points=1,
    en="d_softmax_with_loss: y and t stay as they were, so a second call gives the same",
    ja="d_softmax_with_loss: y と t を書き換えず、2 回呼んでも同じ結果になる",
)
def softmax_inputs(lab, draw):
    n, m = draw.sizes("N M")
    seen = []
    for t in draw.one_hot(n, m), draw.labels(n, m):
        y = draw.probabilities(n, m)
        lab.d_softmax_with_loss(y, t)
        y, t = lab.after(y), lab.after(t)
        seen.append({"y": y, "t": t, "again": lab.d_softmax_with_loss(y, t)})
    return seen


@check(points=1, en="probabilities that are exactly 0 or 1", ja="確率がちょうど 0 や 1 のとき")
def certain(lab, draw):
    n, m = draw.sizes("N M")
    y, t = np.eye(m)[draw.labels(n, m)], draw.labels(n, m)
    t[0] = (np.argmax(y[0]) + 1) % m  # sure, and wrong
    of_labels = lab.d_softmax_with_loss(y, t)
    return {"labels": of_labels, "one_hot": lab.d_softmax_with_loss(lab.after(y), np.eye(m)[t])}
