import numpy as np

from grader.authoring import check, expect, public

ROWS = ((0, 0), (1, 0), (0, 1), (1, 1))


# A gate that is wrong is wrong for floats too, and that has cost its points: here it is held against itself.
@check(points=1, en="floats as well", ja="float を渡しても動く", levels=1)
def floats(lab, draw):
    of_floats, of_ints = (np.array(list(public.results(lab, ROWS, kind).values())) for kind in (float, int))
    expect(
        not any(np.array_equal(of_ints, one) for one in np.transpose(ROWS)),
        "XOR gives back one of its inputs",
        "XOR が入力の片方をそのまま返しています",
    )
    return lab.gap(of_floats, of_ints)
