from grader.authoring import check, picture

LABELS = {"step {n}": ("step {n}", "{n} 回目の step")}


def numbered(values):
    """What came of each step."""
    return {f"step {n}": value for n, value in enumerate(values, 1)}


def losses(draw, pattern, start=20.0):
    """One loss for each letter of `pattern`: b is a new best; of the others a row falls, without reaching the best."""
    found, best = [], start
    for at, letter in enumerate(pattern):
        amount = 1.0 if draw.by_hand else float(draw.uniform(0.1, 1.0))
        if letter == "b":
            best -= amount
            found.append(best)
        else:
            left = len(pattern[at:]) - len(pattern[at:].lstrip("-"))  # how many more in this row, this one included
            found.append(best + left + amount - 1.0)
    return found


@check(points=2, en="step returns True when patience is at an end", ja="patience 回続けて改善がないと True を返す")
def stops(lab, draw):
    patience = 2 + draw.level
    stopper = lab.EarlyStopping(patience)
    almost = "-" * (patience - 1)
    pattern = "b" + almost + "bb" + almost + "b" + almost + "-"
    return numbered(stopper.step(loss) for loss in losses(draw, pattern))


@check(points=1, en="best is the smallest loss so far", ja="best がこれまでで最小の損失になっている")
def best(lab, draw):
    stopper = lab.EarlyStopping(3)
    seen = []
    for loss in losses(draw, "b-bb--b-"):
        stopper.step(loss)
        seen.append(stopper.best)
    return numbered(seen)


@picture(
    kind="losses",
    en="best, for a validation loss that falls and rises again",
    ja="検証データの損失が下がってまた上がるときの best",
    over=("epoch", "エポック"),
)
def best_so_far(lab, draw):
    stopper = lab.EarlyStopping(100)
    seen = []
    for epoch in range(30):
        stopper.step(1.0 - 0.05 * epoch + 0.002 * epoch**2 + 0.05 * (-1) ** epoch)
        seen.append(stopper.best)
    return {"best": seen}
