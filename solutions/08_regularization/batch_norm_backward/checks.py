import numpy as np

from grader.authoring import check, expect, public, unit

RTOL = public.RTOL


@check(
    points=2,
    en="backward belongs to the latest forward, whatever its batch size",
    ja="backward は直前の forward に対応する(バッチサイズが変わっても)",
)
def latest_batch(lab, draw):
    n, d = draw.sizes("N D")
    gamma, beta = draw.normal(d), draw.normal(d)
    layer, alone = lab.BatchNormalization(gamma, beta), lab.BatchNormalization(gamma, beta)
    unit.run(layer, unit.batch(draw, n + d + 2, d), draw.normal(n + d + 2, d))
    x, dout = (
        unit.batch(draw, n + d, d),
        draw.uniform(-3.0, 3.0, n + d, d),
    )  # no whole numbers, of which sums may coincide
    return lab.gap(unit.run(layer, x, dout), unit.run(alone, x, dout))


@check(
    points={"dx": 0.5, "dgamma": 0.25, "dbeta": 0.25},
    en="features of different scales, far from 0",
    ja="スケールが異なり、0 から離れた特徴量",
)
def scales(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d
    scale = 10.0 ** draw.integers(0, 3, d)
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d))
    layer.forward(unit.batch(draw, n, d) * scale + 50)
    dx = layer.backward(draw.normal(n, d))
    # times the scale: all columns are then of one size, and none is too small to be looked at
    return {"dx": dx * scale if isinstance(dx, np.ndarray) else dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta}


@check(
    points={"dx": 0.5, "dgamma": 0.25, "dbeta": 0.25},
    en="a feature that is the same in every row gives finite gradients",
    ja="全行で値が同じ特徴量があっても勾配が有限",
)
def constant_feature(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d
    x = unit.batch(draw, n, d)
    x[:, 0] = 2.0  # a whole number: its mean is exact, its deviation exactly 0
    layer = lab.BatchNormalization(draw.normal(d), draw.normal(d))
    layer.forward(x)
    dx = layer.backward(draw.normal(n, d))
    if isinstance(dx, np.ndarray):
        expect(
            np.all(np.isfinite(dx)),
            "dx is not finite where a feature is the same in every row",
            "全行で値が同じ特徴量があると、dx が有限になりません",
        )
        dx = dx[:, 1:]  # that of the constant feature itself depends on epsilon alone, which is the student's choice
    return {"dx": dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta}
