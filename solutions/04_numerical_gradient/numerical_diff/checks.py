from grader.authoring import check, public

LABELS = public.LABELS


# rtol: see the public check of parabolas.
@check(points=1, rtol=1e-6, en="the derivative at 0", ja="x = 0 での微分")
def at_zero(lab, draw):
    f = public.parabola.bind(a=float(draw.positive()), b=float(draw.uniform(0.5, 2.0) * draw.signs()))
    return lab.numerical_diff(f, 0.0)


# rtol: only for telling mistakes apart; on a right answer everything here is exact.
@check(points=1, rtol=1e-2, en="f is evaluated above and below x", ja="x の両側(x+h と x-h)で f を計算する")
def both_sides(lab, draw):
    x, f = public.away_from_zero(draw), public.parabola.bind(a=float(draw.positive()), b=0.0)
    slope = lab.numerical_diff(f, x)
    points = public.asked(f, x)
    return {"asked": points, "derivative": "" if points["above"] and points["below"] else slope}
