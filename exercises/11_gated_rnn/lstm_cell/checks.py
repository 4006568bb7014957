import numpy as np

from grader.authoring import check, expect


def states(returned):
    """The two arrays that lstm returned."""
    expect(
        isinstance(returned, (tuple, list, np.ndarray)) and len(returned) == 2,
        "lstm did not return the two arrays (c, h)",
        "lstm が 2 つの配列 (c, h) を返していません",
    )
    return dict(zip(("c", "h"), returned, strict=True))


@check(points={"c": 0.5, "h": 0.5}, en="the first step, from zero states", ja="h と c が 0 の最初のステップ")
def first_step(lab, draw):
    n, d, h = draw.sizes("N D H")
    W, U, b = draw.normal(4 * h, d) / 4, draw.normal(4 * h, h) / 4, draw.normal(4 * h) / 4
    return states(lab.lstm(draw.normal(n, d), np.zeros((n, h)), np.zeros((n, h)), W, U, b))


@check(points={"c": 1.5, "h": 1.5}, en="one step returns (c, h)", ja="1 ステップで (c, h) を返す")
def one_step(lab, draw):
    n, d, h = draw.sizes("N D H")
    W, U, b = draw.normal(4 * h, d) / 4, draw.normal(4 * h, h) / 4, draw.normal(4 * h) / 4
    return states(lab.lstm(draw.normal(n, d), draw.normal(n, h), draw.normal(n, h), W, U, b))
