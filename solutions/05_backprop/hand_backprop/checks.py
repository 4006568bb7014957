from grader.authoring import check, public

LABELS = {
    "first dead": ("the first unit dead", "1 つ目のユニットが止まっているとき"),
    "second dead": ("the second unit dead", "2 つ目のユニットが止まっているとき"),
    "both dead": ("both units dead", "両方のユニットが止まっているとき"),
}


@check(
    points={"W1": 0.25, "b1": 0.25, "W2": 0.25, "b2": 0.25},
    en="all nine partials, both units live, b2 a float",
    ja="9 個の偏微分すべて(どちらのユニットも信号を通し、b2 は float)",
)
def both_live(lab, draw):
    params, x, t = public.network(draw, [True, True])
    params["b2"] = float(params["b2"])
    return public.four(lab.gradients(params, x, t))


@check(
    points={"W1": 0.25, "b1": 0.25, "W2": 0.25, "b2": 0.25},
    en="dead units: one of them, and both",
    ja="止まったユニットが片方のとき、両方のとき",
)
def dead(lab, draw):
    cases = {"second dead": [True, False], "first dead": [False, True], "both dead": [False, False]}
    found = {name: public.four(lab.gradients(*public.network(draw, live))) for name, live in cases.items()}
    return {key: {name: found[name][key] for name in cases} for key in public.KEYS}


@check(
    points={"W1": 0.25, "b1": 0.25, "W2": 0.25, "b2": 0.25},
    en="no gradient passes where u is exactly 0",
    ja="u がちょうど 0 のユニットには勾配を流さない",
)
def at_zero(lab, draw):
    params, x, t = public.network(draw, [True, True])
    # Whole numbers, so that u is exactly 0 in whatever order the terms are added.
    x = draw.signs(2) * draw.integers(1, 3, 2)
    params["W1"] = draw.signs(2, 2) * draw.integers(1, 3, 2, 2)
    params["b1"] = -(params["W1"] @ x)
    params["b1"][draw.choice([0, 1])] += 1.0
    return public.four(lab.gradients(params, x, t + 20.0))
