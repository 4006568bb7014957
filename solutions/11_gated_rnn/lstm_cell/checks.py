import numpy as np

from grader.authoring import check, public


@check(points=2, en="three steps, each from the last one's c and h", ja="c と h を渡しながら 3 ステップ進める")
def three_steps(lab, draw):
    n, d, h_size = draw.sizes("N D H")
    W, U = draw.normal(4 * h_size, d) / 4, draw.normal(4 * h_size, h_size) / 4  # /4: gates not saturated
    b = draw.normal(4 * h_size) / 4
    x, h, c = draw.normal(3, n, d), np.zeros((n, h_size)), np.zeros((n, h_size))
    for step in range(3):
        before = h, c
        states = public.states(lab.lstm(x[step], h, c, W, U, b))
        h, c = states["h"], states["c"]
    # The last step once more, after another one: nothing but the arguments may tell it where it begins.
    lab.lstm(draw.normal(n, d), draw.normal(n, h_size), draw.normal(n, h_size), W, U, b)
    return lab.gap(states, public.states(lab.lstm(x[2], *before, W, U, b)))


@check(
    points=1,
    en="an open forget gate and a closed input gate keep the memory",
    ja="忘却ゲートが開き、入力ゲートが閉じていれば、記憶が保たれる",
)
def memory_is_kept(lab, draw):
    n, d, h_size = draw.sizes("N D H")
    W, U = draw.normal(4 * h_size, d) / 4, draw.normal(4 * h_size, h_size) / 4
    b = np.repeat([1.0, -60.0, 60.0, 1.0], h_size)
    return public.states(lab.lstm(draw.normal(n, d), draw.normal(n, h_size), draw.normal(n, h_size), W, U, b))


@check(
    points={"c": 0.5, "h": 0.5},
    en="gates pushed to 1000 or -1000 stay finite",
    ja="ゲートへの入力が ±1000 でも NaN にならない",
)
def saturated(lab, draw):
    n, d, h_size = draw.sizes("N D H")
    W, U = draw.normal(4 * h_size, d) / 4, draw.normal(4 * h_size, h_size) / 4
    b = 1000 * draw.signs(4 * h_size)
    prev_c = draw.uniform(0.2, 0.8, n, h_size)  # a is 1 or -1 here: this does not cancel it
    return public.states(lab.lstm(draw.normal(n, d), draw.normal(n, h_size), prev_c, W, U, b))
