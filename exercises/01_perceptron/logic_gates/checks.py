import numpy as np

from grader.authoring import check

ROWS = ((0, 0), (1, 0), (0, 1), (1, 1))


def plain(value):
    """0, 0.0, False and an array without axes are all the same answer."""
    return float(value) if isinstance(value, (int, float, np.generic, np.ndarray)) and np.ndim(value) == 0 else value


def table(gate, kind=int):
    """The gate's results for the four rows of its table."""
    return {f"({x1}, {x2})": plain(gate(kind(x1), kind(x2))) for x1, x2 in ROWS}


@check(points=1, en="perceptron fires if the sum is above 0", ja="和が 0 を超えると perceptron が発火する")
def fires(lab, draw):
    results = []
    for above in (1, -1, 1, -1, 1, -1, 1, -1):
        x1, x2, w1, w2 = draw.normal(4)
        away = draw.integers(1, 2, 1)[0] if draw.by_hand else draw.uniform(0.2, 2.0, 1)[0]
        b = above * away - (w1 * x1 + w2 * x2)  # so the sum is not near 0
        results.append(plain(lab.perceptron(float(x1), float(x2), float(w1), float(w2), float(b))))
    return results


@check(points=1, en="AND", ja="AND ゲート", levels=1)
def and_gate(lab, draw):
    return table(lab.AND)


@check(points=1, en="NAND", ja="NAND ゲート", levels=1)
def nand_gate(lab, draw):
    return table(lab.NAND)


@check(points=1, en="OR", ja="OR ゲート", levels=1)
def or_gate(lab, draw):
    return table(lab.OR)
