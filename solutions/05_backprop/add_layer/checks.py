from grader.authoring import check, unit

LABELS = unit.LABELS


@check(
    points=1,
    en="every backward answers for its own dout and layer; any shape",
    ja="backward が、そのレイヤの、そのときの dout に対する勾配を返す(形状は任意)",
)
def own_dout(lab, draw):
    return unit.own_memory(lab, draw, "AddLayer", inputs=2)
