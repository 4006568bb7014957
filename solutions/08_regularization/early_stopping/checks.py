from grader.authoring import check, public


@check(points=1, en="a loss equal to the best is no improvement", ja="best と等しい損失は改善とみなさない")
def equal_losses(lab, draw):
    patience = 2 + draw.level
    stopper = lab.EarlyStopping(patience)
    (loss,) = public.losses(draw, "b")
    return [stopper.step(loss) for _ in range(patience + 1)]


@check(points=1, en="steps after the first True", ja="True を返したあとの step")
def trained_on(lab, draw):
    patience = 2 + draw.level
    stopper = lab.EarlyStopping(patience)
    row = "-" * patience
    stops = [stopper.step(loss) for loss in public.losses(draw, "b" + row + row + "-b" + row)]
    return {"stop": stops, "best": stopper.best}


@check(points=1, en="losses of any size and sign, patience 1", ja="損失の大きさと符号は問わない、patience が 1")
def any_losses(lab, draw):
    seen = {}
    for name, scale in ("huge", 1e12), ("tiny", 1e-12), ("negative", -1e3):
        first = float(draw.uniform(1.0, 2.0)) * scale
        stopper = lab.EarlyStopping(1)
        stops, bests = [], []
        for loss in (first, first - 0.5 * abs(scale), first + 0.25 * abs(scale)):
            stops.append(stopper.step(loss))
            bests.append(stopper.best / scale)  # of one size, since tolerances are relative to the largest
        seen[name] = {"stop": stops, "best / scale": bests}
    return seen


@check(points=1, en="two objects count by themselves", ja="2 つのインスタンスが別々に数える")
def two_objects(lab, draw):
    patience = 2 + draw.level
    first, second = lab.EarlyStopping(patience), lab.EarlyStopping(patience + 1)
    seen = []
    pattern = "b" + "-" * (patience + 1)
    for one, other in zip(public.losses(draw, pattern), public.losses(draw, pattern, start=-20.0), strict=True):
        seen.append([first.step(one), second.step(other)])
    return {"stop": seen, "best": [first.best, second.best]}
