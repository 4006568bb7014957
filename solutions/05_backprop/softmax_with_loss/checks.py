import numpy as np

from grader.authoring import check, expect, gradient_check, public

LABELS = {
    "once": ("dx", "dx"),
    "twice": ("dx of a second backward", "2 回目の backward の dx"),
    "other": ("dx of another layer", "別のレイヤの dx"),
    "next": ("dx of the next batch", "次のバッチの dx"),
}


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
    (x, t), (unlike_x, unlike_t), (next_x, next_t) = (
        (draw.normal(*shape), draw.one_hot(*shape)) for shape in ((n, m), (n, m), (m, n))
    )
    own, unlike, after = (
        public.asked(lab, *batch).backward() for batch in ((x, t), (unlike_x, unlike_t), (next_x, next_t))
    )
    one, other = public.asked(lab, x, t), lab.SoftmaxWithLoss()
    once = one.backward()
    other.forward(unlike_x, unlike_t)
    twice = one.backward()
    seen = {"once": once, "twice": twice, "other": other.backward()}
    other.forward(next_x, next_t)  # another batch through the same layer
    seen["next"] = other.backward()
    return lab.gap(seen, {"once": own, "twice": own, "other": unlike, "next": after})


@check(
    points=1,
    en="with labels too, backward scales by dout and can be repeated",
    ja="ラベルでも、backward が dx を dout 倍し、繰り返し呼べる",
)
def labels_repeated(lab, draw):
    n, m = draw.sizes("N M")
    dout = float(draw.uniform(2.0, 3.0, 1)[0])
    x, t = draw.normal(n, m), draw.labels(n, m)
    own = dout * public.asked(lab, x, t).backward()
    layer = public.asked(lab, x, t)
    once = layer.backward(dout)
    return lab.gap({"once": once, "twice": layer.backward(dout)}, {"once": own, "twice": own})


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
