from grader.authoring import check, unit

LABELS = unit.LABELS


def results(lab, rows, kind=int):
    return {unit.row(x1, x2): unit.plain(lab.XOR(kind(x1), kind(x2))) for x1, x2 in rows}


@check(points=1, en="1 if one of the inputs is 1", ja="入力の片方だけが 1 なら 1", levels=1)
def one_of_them(lab, draw):
    return results(lab, ((1, 0), (0, 1)))


@check(points=2, en="0 if both are 0, or both are 1", ja="両方 0、または両方 1 なら 0", levels=1)
def alike(lab, draw):
    return results(lab, ((0, 0), (1, 1)))
