import numpy as np

from grader.authoring import check


@check(
    points=1,
    en="backward belongs to the latest forward of its own layer; any shape",
    ja="backward は同じレイヤの最後の forward に対応する(形状は任意)",
)
def own_memory(lab, draw):
    n, t, d = draw.sizes("N T D")
    one, other = lab.Tanh(), lab.Tanh()
    one.forward(draw.normal(n, t, d))
    one.forward(draw.normal(n, t, d))
    other.forward(draw.normal(n, t, d))
    seen = {"one": one.backward(draw.normal(n, t, d)), "other": other.backward(draw.normal(n, t, d))}
    seen["again"] = one.backward(draw.normal(n, t, d))
    one.forward(draw.normal(n, t, d))
    return {**seen, "next": one.backward(draw.normal(n, t, d))}


@check(
    points=2,
    en="numerical soundness: finite and right for |x| up to 10,000",
    ja="数値的な安定性: |x| が 10,000 まで有限で正しい値",
    levels=1,
)
def large_inputs(lab, draw):
    x = np.array([-1e4, -800.0, -40.0, -2.0, 2.0, 40.0, 800.0, 1e4])
    layer = lab.Tanh()
    y = layer.forward(x)
    return {"y": y, "dx": layer.backward(draw.normal(x.size))}
