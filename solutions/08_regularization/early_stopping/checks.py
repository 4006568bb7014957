import numpy as np

from grader.authoring import check, public

LABELS = {
    "step {n}": ("step {n}", "{n} 回目の step"),
    "equal": ("losses equal to the best, beside greater ones", "best と等しい損失(大きい損失のときとの差)"),
    "after True": ("without improvement after the first True", "最初の True のあと、改善がないとき"),
    "after an improvement": (
        "after a later improvement, beside a new object",
        "そのあと改善したとき(新しいインスタンスとの差)",
    ),
    "stop": ("what step returns", "step の戻り値"),
    "huge": ("losses of 1e12, beside losses of 1", "1e12 ほどの損失(1 ほどの損失との差)"),
    "tiny": ("losses of 1e-12, beside losses of 1", "1e-12 ほどの損失(1 ほどの損失との差)"),
    "negative": ("losses of -1000, beside losses of 1", "-1000 ほどの損失(1 ほどの損失との差)"),
    "zero": ("a best of exactly 0, beside losses of 1", "best がちょうど 0 になる損失(1 ほどの損失との差)"),
    "first": ("the first object, beside itself alone", "1 つ目のインスタンス(単独のときとの差)"),
    "second": ("the second object, beside itself alone", "2 つ目のインスタンス(単独のときとの差)"),
}


def stops(stopper, losses):
    """Where step tells to stop. That it does so with True and False is asked elsewhere."""
    return np.array([stopper.step(loss) for loss in losses]).astype(bool)


def steps(stopper, losses):
    """Where step tells to stop, and best after each step."""
    stop, best = zip(*((stopper.step(loss), stopper.best) for loss in losses), strict=True)
    return {"stop": np.array(stop).astype(bool), "best": np.array(best)}


@check(points=1, en="a loss equal to the best is no improvement", ja="best と等しい損失は改善とみなさない")
def equal_losses(lab, draw):
    patience = 2 + draw.level
    (loss,) = public.losses(draw, "b")
    equal, greater = (
        stops(lab.EarlyStopping(patience), [loss] + [loss + more] * (patience + 1)) for more in (0.0, 1.0)
    )
    return lab.gap({"equal": equal}, {"equal": greater})


@check(points=1, en="steps after the first True", ja="True を返したあとの step")
def trained_on(lab, draw):
    patience = 2 + draw.level
    stopper, new = lab.EarlyStopping(patience), lab.EarlyStopping(patience)
    row = "-" * patience
    losses = public.losses(draw, "b" + row + row + "bb" + row + "-")
    stops(stopper, losses[: patience + 1])
    goes_on = public.numbered(stopper.step(loss) for loss in losses[patience + 1 : 2 * patience + 1])
    improved, own = (steps(one, losses[2 * patience + 1 :]) for one in (stopper, new))
    return {"after True": goes_on, "after an improvement": lab.gap(improved, own)}


@check(points=1, en="losses of any size and sign, patience 1", ja="損失の大きさと符号は問わない、patience が 1")
def any_losses(lab, draw):
    first = float(draw.uniform(1.0, 2.0))
    pattern = np.array([0.0, -0.5, 0.25, -0.75, -0.5, -0.25])

    def run(scale, start):
        # Distances from the first loss, in units of the scale.
        size = abs(scale)
        found = steps(lab.EarlyStopping(1), (start + size * pattern).tolist())
        return {"stop": found["stop"], "best": (found["best"] - start) / size}

    own = run(1.0, first)
    others = {name: run(scale, first * scale) for name, scale in (("huge", 1e12), ("tiny", 1e-12), ("negative", -1e3))}
    others["zero"] = run(1.0, 0.5)  # exactly 0 at the second step
    return {name: lab.gap(seen, own) for name, seen in others.items()}


@check(points=1, en="two objects count by themselves", ja="2 つのインスタンスが別々に数える")
def two_objects(lab, draw):
    patience = 2 + draw.level
    pattern = "b" + "-" * (patience + 2)
    losses = public.losses(draw, pattern), public.losses(draw, pattern, start=-20.0)
    first, second = lab.EarlyStopping(patience), lab.EarlyStopping(patience + 1)
    by_turns = np.array([(first.step(one), second.step(other)) for one, other in zip(*losses, strict=True)]).astype(
        bool
    )
    own = [stops(lab.EarlyStopping(patience + i), row) for i, row in enumerate(losses)]
    return lab.gap({"first": by_turns[:, 0], "second": by_turns[:, 1]}, {"first": own[0], "second": own[1]})
