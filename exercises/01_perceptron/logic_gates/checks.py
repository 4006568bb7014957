from grader.authoring import check, expect, unit

ROWS = ((0, 0), (1, 0), (0, 1), (1, 1))
LABELS = unit.LABELS


def rows(gate, kind=int):
    """The gate's results for the four rows of its table, whatever they are."""
    return {unit.row(x1, x2): unit.plain(gate(kind(x1), kind(x2))) for x1, x2 in ROWS}


def table(gate):
    """The same, which must be 0 and 1."""
    results = rows(gate)
    numbers = {result for result in results.values() if isinstance(result, float)}
    # Said without the numbers: which ones come depends on the weights, the mistake does not.
    expect(numbers != {-1, 1}, "the gate gives -1 and 1, not 0 and 1", "結果が 0 と 1 ではなく、-1 と 1 になっています")
    expect(numbers <= {0, 1}, "the gate gives numbers other than 0 and 1", "結果に 0 と 1 以外の数があります")
    return results


@check(points=1, en="AND", ja="AND ゲート", levels=1)
def and_gate(lab, draw):
    return table(lab.AND)


@check(points=2, en="NAND", ja="NAND ゲート", levels=1)
def nand_gate(lab, draw):
    return table(lab.NAND)


@check(points=1, en="OR", ja="OR ゲート", levels=1)
def or_gate(lab, draw):
    return table(lab.OR)
