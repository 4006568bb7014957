import numpy as np

from grader.authoring import check, expect, gradient_check, public


# 1e-7 added inside the log changes these losses by up to 2e-5, relatively; mistakes change them by 0.3 and more.
@check(points=1, en="forward takes labels", ja="forward がラベル(正解の番号)でも動く", rtol=1e-3)
def loss_of_labels(lab, draw):
    n, m = draw.sizes("N M")
    return lab.SoftmaxWithLoss().forward(draw.normal(n, m), draw.labels(n, m))


@gradient_check(points=2, en="backward() gives dx, t as labels", ja="backward() が dx を返す(t はラベル)")
def backward_of_labels(lab, draw):
    n, m = draw.sizes("N M")
    return public.gradient_of_scores(draw.normal(n, m), draw.labels(n, m), public.by_default)


@check(
    points=1,
    en="backward can be repeated, and two layers do not share state",
    ja="backward を繰り返し呼べて、2 つのレイヤが状態を共有しない",
)
def repeated(lab, draw):
    n, m = draw.sizes("N M")
    one, other = lab.SoftmaxWithLoss(), lab.SoftmaxWithLoss()
    one.forward(draw.normal(n, m), draw.one_hot(n, m))
    once = one.backward()
    other.forward(draw.normal(n, m), draw.one_hot(n, m))
    twice = one.backward()
    unlike = other.backward()
    other.forward(draw.normal(m, n), draw.one_hot(m, n))  # another batch through the same layer
    return {"once": once, "twice": twice, "other": unlike, "next": other.backward()}


@check(
    points=1,
    en="with labels too, backward scales by dout and can be repeated",
    ja="ラベルでも、backward が dx を dout 倍し、繰り返し呼べる",
)
def labels_repeated(lab, draw):
    n, m = draw.sizes("N M")
    dout = float(draw.uniform(2.0, 3.0, 1)[0])
    layer = lab.SoftmaxWithLoss()
    layer.forward(draw.normal(n, m), draw.labels(n, m))
    once = layer.backward(dout)
    return {"once": once, "twice": layer.backward(dout)}


@check(points=1, en="very large and very small x", ja="x が極端に大きい、小さいとき")
def extremes(lab, draw):
    # Every row is sure of the wrong class, by 1e4; the loss itself depends on how log(0) is avoided.
    n, m = draw.sizes("N M")
    x, top = draw.normal(n, m), draw.labels(n, m)
    x[np.arange(n), top] += 1e4
    x[0] -= 2e4
    layer = lab.SoftmaxWithLoss()
    loss = layer.forward(x, np.eye(m)[(top + 1) % m])
    expect(not np.isnan(loss), "the loss is NaN for large x", "x が大きいと損失が NaN になります")
    expect(np.isfinite(loss), "the loss is infinite where y is 0", "y が 0 のところで損失が無限大になります")
    expect(
        loss > 10,
        "the loss of a sure but wrong answer is not above 10",
        "正解のクラスの確率がほぼ 0 のときの損失が 10 以下です",
    )
    return layer.backward()
