import numpy as np

from grader.authoring import check, unit

LABELS = unit.LABELS


@check(
    points=1,
    en="backward belongs to the latest forward of its own layer; any shape",
    ja="backward は同じレイヤの最後の forward に対応する(形状は任意)",
)
def own_memory(lab, draw):
    return unit.own_memory(lab, draw, "Sigmoid")


@check(
    points={"y": 1, "dx": 1},
    en="numerical soundness: finite and right for |x| up to 10,000",
    ja="数値的な安定性: |x| が 10,000 まで有限で正しい値",
    levels=1,
)
def large_inputs(lab, draw):
    x = np.array([-1e4, -800.0, -40.0, -2.0, 2.0, 40.0, 800.0, 1e4])
    layer = lab.Sigmoid()
    y = layer.forward(x)
    return {"y": y, "dx": layer.backward(draw.normal(x.size))}
