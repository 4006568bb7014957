from grader.authoring import check, unit

# An epsilon of 1e-8 to 1e-5, inside or outside the root, or of 1e-3 inside it, changes y by up to 5e-6 on these inputs.
WIDE = 1e-4
LABELS = {"batch {n}": ("after batch {n}", "{n} 番目のバッチのあと")}


def running_values(draw, d):
    """A mean and a variance such as they are after some training."""
    return draw.normal(d) + 10.0, 500.0 * draw.positive(d) + 500.0


@check(points=3, rtol=WIDE, en="training: y from the batch's own statistics", ja="学習時: バッチの統計量で正規化した y")
def training(lab, draw):
    n, d = draw.sizes("N D")
    return lab.BatchNormalization(draw.normal(d), draw.normal(d)).forward(unit.batch(draw, n + d, d))


@check(points=2, rtol=WIDE, en="test: y from the running values", ja="テスト時: 移動平均で正規化した y")
def test(lab, draw):
    n, d = draw.sizes("N D")
    mean, var = running_values(draw, d)
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d), 0.9, mean, var)
    return layer.forward(unit.batch(draw, n + d, d), False)


@check(
    points={"running_mean": 1, "running_var": 1},
    en="training moves running_mean and running_var",
    ja="学習時に running_mean と running_var を更新する",
)
def running(lab, draw):
    n, d = draw.sizes("N D")
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d), 0.75)
    seen = {"running_mean": {}, "running_var": {}}
    for number, rows in enumerate((n + d, n + d + 1), 1):
        layer.forward(unit.batch(draw, rows, d))
        seen["running_mean"][f"batch {number}"] = layer.running_mean
        seen["running_var"][f"batch {number}"] = layer.running_var
    return seen
