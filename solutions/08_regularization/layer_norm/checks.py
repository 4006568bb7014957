import numpy as np

from grader.authoring import check, expect, public, unit

FOUR = {"y": 0.25, "dx": 0.25, "dgamma": 0.25, "dbeta": 0.25}
LABELS = {
    "one row": ("one row", "1 行だけのとき"),
    "more rows": ("more rows", "2 行以上のとき"),
    "y": ("the result of forward", "forward の結果"),
}


def run(lab, draw, x, d, *eps):
    """Everything that can be observed of one forward and one backward."""
    return unit.run(lab.LayerNorm(draw.normal(d), draw.normal(d), *eps), x, draw.normal(*x.shape))


@check(points=FOUR, en="a given eps, forward and backward", ja="渡された eps を forward と backward で使う")
def given_eps(lab, draw):
    n, d = draw.sizes("N D")
    return run(lab, draw, public.batch(draw, n, d + 2) / 10, d + 2, draw.choice([0.5, 2.0]))


@check(
    points=1,
    rtol=public.RTOL,
    en="backward belongs to the latest forward, for one row too",
    ja="backward は直前の forward に対応する(1 行だけでも)",
)
def latest_forward(lab, draw):
    n, d = draw.sizes("N D")
    d = d + 2
    gamma, beta = draw.normal(d), draw.normal(d)
    layer, other = lab.LayerNorm(gamma, beta), lab.LayerNorm(draw.normal(d), draw.normal(d))
    unit.run(layer, public.batch(draw, n, d), draw.normal(n, d))
    seen = {}
    for name, rows in (("one row", 1), ("more rows", n + 1)):
        x, dout = (
            public.batch(draw, rows, d),
            draw.uniform(-3.0, 3.0, rows, d),
        )  # no whole numbers, of which sums may coincide
        y = layer.forward(x)
        other.forward(public.batch(draw, rows, d))
        dx = layer.backward(dout)
        found = {"y": y, "dx": dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta}
        seen[name] = lab.gap(found, unit.run(lab.LayerNorm(gamma, beta), x, dout))
    return seen


@check(
    points=FOUR,
    rtol=public.RTOL,
    en="as many rows as features, where a wrong axis raises no error",
    ja="N と D が等しい入力(軸を間違えてもエラーにならない)",
)
def square(lab, draw):
    n = draw.size(at_least=4)
    return run(lab, draw, public.batch(draw, n, n), n)


@check(points=FOUR, rtol=public.RTOL, en="a row whose entries are all equal", ja="要素がすべて等しい行")
def constant_row(lab, draw):
    n, d = draw.sizes("N D")
    x = public.batch(draw, n, d + 2)
    x[0] = 2.0  # a whole number: its mean is exact, its deviation exactly 0
    seen = run(lab, draw, x, d + 2)
    if isinstance(seen["dx"], np.ndarray):
        expect(
            np.all(np.isfinite(seen["dx"])),
            "dx is not finite where the entries of a row are all equal",
            "要素がすべて等しい行があると、dx が有限になりません",
        )
        # dx of that row depends on the place of eps alone; the check with a given eps looks at that
        seen["dx"] = seen["dx"][1:]
    return seen
