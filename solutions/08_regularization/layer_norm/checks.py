import numpy as np

from grader.authoring import check, expect, public


def run(lab, draw, x, d, *eps):
    """Everything that can be observed of one forward and one backward."""
    layer = lab.LayerNorm(draw.normal(d), draw.normal(d), *eps)
    y = layer.forward(x)
    dx = layer.backward(draw.normal(*x.shape))
    return {"y": y, "dx": dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta}


@check(points=1, en="a given eps, forward and backward", ja="渡された eps を forward と backward で使う")
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
    layer = lab.LayerNorm(draw.normal(d), draw.normal(d))
    other = lab.LayerNorm(draw.normal(d), draw.normal(d))
    layer.forward(public.batch(draw, n, d))
    layer.backward(draw.normal(n, d))
    seen = []
    for rows in (1, n + 1):
        y = layer.forward(public.batch(draw, rows, d))
        other.forward(public.batch(draw, rows, d))
        dx = layer.backward(draw.normal(rows, d))
        seen.append({"y": y, "dx": dx, "dgamma": layer.dgamma, "dbeta": layer.dbeta})
    return seen


@check(
    points=1,
    rtol=public.RTOL,
    en="as many rows as features, where a wrong axis raises no error",
    ja="N と D が等しい入力(軸を間違えてもエラーにならない)",
)
def square(lab, draw):
    n = draw.size(at_least=4)
    return run(lab, draw, public.batch(draw, n, n), n)


@check(points=1, rtol=public.RTOL, en="a row whose entries are all equal", ja="要素がすべて等しい行")
def constant_row(lab, draw):
    n, d = draw.sizes("N D")
    x = public.batch(draw, n, d + 2)
    x[0] = 2.0  # a whole number: its mean is exact, its deviation exactly 0
    seen = run(lab, draw, x, d + 2)
    expect(
        np.all(np.isfinite(seen["dx"])),
        "dx is not finite where the entries of a row are all equal",
        "要素がすべて等しい行があると、dx が有限になりません",
    )
    # dx of that row depends on the place of eps alone; the check with a given eps looks at that
    return {**seen, "dx": seen["dx"][1:]}
