from grader.authoring import check, public, unit

RTOL = public.WIDE


@check(
    points=1,
    en="three batches, then tests, with the default momentum",
    ja="既定の momentum で 3 バッチ学習してからテストする",
)
def training_then_test(lab, draw):
    n, d = draw.sizes("N D")
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d))
    for rows in (n + d, n + d + 2, n + d + 1):
        layer.forward(2.0 * unit.batch(draw, rows, d))
    ys = [layer.forward(2.0 * unit.batch(draw, rows, d), False) for rows in (1, n + d)]
    return {"y": ys, "running_mean": layer.running_mean, "running_var": layer.running_var}


@check(points=1, en="training goes on from given running values", ja="渡された移動平均から学習を続ける")
def given_running_values(lab, draw):
    n, d = draw.sizes("N D")
    mean, var = public.running_values(draw, d)
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d), momentum=0.6, running_mean=mean, running_var=var)
    y = layer.forward(unit.batch(draw, n + d, d), train_flg=True)
    return {"y": y, "running_mean": layer.running_mean, "running_var": layer.running_var}


@check(points=1, en="a feature that is the same in every row", ja="全行で値が同じ特徴量")
def constant_feature(lab, draw):
    n, d = draw.sizes("N D")
    x = unit.batch(draw, n + d, d)
    x[:, 0] = 2.0  # a whole number: its mean is exact, its deviation exactly 0, so y is beta there for any epsilon
    return lab.BatchNormalization(draw.normal(d), draw.normal(d)).forward(x)
