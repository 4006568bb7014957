import numpy as np

from grader.authoring import check, public, unit

RTOL = public.WIDE
LABELS = {
    "at test": (
        "y at test, beside a layer that was given these running values",
        "テスト時の y(同じ移動平均を渡したレイヤとの差)",
    ),
    "one row": ("one row", "1 行だけのとき"),
    "more rows": ("more rows", "2 行以上のとき"),
    "constant": ("how far y goes where a feature is the same in every row", "全行で値が同じ特徴量での y の幅"),
    "others": ("the other features, beside themselves without it", "ほかの特徴量(それがないときとの差)"),
}


@check(
    points={"at test": 0.5, "running_mean": 0.25, "running_var": 0.25},
    en="three batches, then tests, with the default momentum",
    ja="既定の momentum で 3 バッチ学習してからテストする",
)
def training_then_test(lab, draw):
    n, d = draw.sizes("N D")
    gamma, beta = draw.normal(d), draw.normal(d)
    layer = lab.BatchNormalization(gamma, beta)
    for rows in (n + d, n + d + 2, n + d + 1):
        layer.forward(2.0 * unit.batch(draw, rows, d))
    given = lab.BatchNormalization(gamma, beta, 0.9, layer.running_mean, layer.running_var)
    tests = {"one row": 2.0 * unit.batch(draw, 1, d), "more rows": 2.0 * unit.batch(draw, n + d, d)}
    ys, own = ({name: one.forward(x, False) for name, x in tests.items()} for one in (layer, given))
    return {
        **lab.gap({"at test": ys}, {"at test": own}),
        "running_mean": layer.running_mean,
        "running_var": layer.running_var,
    }


@check(
    points={"running_mean": 0.5, "running_var": 0.5},
    en="training goes on from given running values",
    ja="渡された移動平均から学習を続ける",
)
def given_running_values(lab, draw):
    n, d = draw.sizes("N D")
    mean, var = public.running_values(draw, d)
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d), momentum=0.6, running_mean=mean, running_var=var)
    layer.forward(unit.batch(draw, n + d, d), train_flg=True)
    return {"running_mean": layer.running_mean, "running_var": layer.running_var}


@check(points=1, en="a feature that is the same in every row", ja="全行で値が同じ特徴量")
def constant_feature(lab, draw):
    n, d = draw.sizes("N D")
    x = unit.batch(draw, n + d, d)
    x[:, 0] = 2.0  # a whole number: its mean is exact, its deviation exactly 0, so y is beta there, for any epsilon
    gamma, beta = draw.normal(d), draw.normal(d)
    y = np.asarray(lab.BatchNormalization(gamma, beta).forward(x))
    own = lab.BatchNormalization(gamma[1:], beta[1:]).forward(x[:, 1:])
    return {"constant": np.ptp(y[:, 0]), **lab.gap({"others": y[:, 1:]}, {"others": own})}
