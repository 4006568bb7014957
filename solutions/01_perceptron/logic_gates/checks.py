from grader.authoring import check, public


@check(
    points=1,
    en="perceptron gives 0 where the sum is exactly 0",
    ja="和がちょうど 0 なら perceptron は 0 を返す",
    levels=1,
)
def boundary(lab, draw):
    # Halves and whole numbers: their sums are exact in every order, and in float32.
    cases = ((1, 0, 1, 1, -1), (1, 1, 0.5, 0.5, -1.0), (0, 0, 3, -2, 0), (2, 1, 1, -2, 0), (0.5, 4, 2, -1, 3))
    return [public.plain(lab.perceptron(*case)) for case in cases]


@check(points=1, en="the gates take floats as well", ja="ゲートに float を渡しても動く", levels=1)
def floats(lab, draw):
    return {name: public.table(getattr(lab, name), float) for name in ("AND", "NAND", "OR")}
