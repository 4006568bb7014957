import numpy as np

from grader.authoring import check, expect, public


# A gate that is wrong is wrong for floats too, and that has cost its points: here it is held against itself.
@check(points=1, en="the gates take floats as well", ja="ゲートに float を渡しても動く", levels=1)
def floats(lab, draw):
    gates = lab.AND, lab.NAND, lab.OR
    of_floats, of_ints = (np.array([list(public.rows(gate, kind).values()) for gate in gates]) for kind in (float, int))
    expect(
        len({tuple(row) for row in of_ints}) > 1,
        "AND, NAND and OR give the same results",
        "AND、NAND、OR の結果がすべて同じになっています",
    )
    return lab.gap(of_floats, of_ints)
