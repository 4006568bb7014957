import numpy as np

from grader.authoring import check, picture, shipped

LABELS = {
    "steps {n}": ("with step_num = {n}", "step_num = {n} のとき"),
    "again": ("the result of a second call", "2 回目の呼び出しの結果"),
}


@shipped
def bowl(x):
    return np.sum(a * (x - c) ** 2)  # noqa: F821


def bowl_around(draw, *shape):
    """A quadratic function whose minimum is not at 0. Central differences are exact on it but for rounding."""
    return bowl.bind(a=draw.uniform(0.5, 2.0, *shape), c=draw.uniform(0.5, 1.5, *shape) * draw.signs(*shape))


@check(points=2, en="one step", ja="1 回の更新")
def one_step(lab, draw):
    n = draw.size()
    return lab.gradient_descent(bowl_around(draw, n), 2 * draw.normal(n), float(draw.uniform(0.05, 0.2)), 1)


@check(points=2, en="exactly step_num steps", ja="ちょうど step_num 回の更新")
def several_steps(lab, draw):
    n = draw.size()
    f, x, lr, steps = (
        bowl_around(draw, n),
        2 * draw.normal(n),
        float(draw.uniform(0.05, 0.15)),
        int(draw.integers(4, 7)),
    )
    # Held against one step after the other: a step that is wrong has cost its points already.
    seen, at = {"steps 0": lab.gradient_descent(f, x, lr=lr, step_num=0)}, x
    for n in range(1, steps + 1):
        at = lab.gradient_descent(f, at, lr=lr, step_num=1)
        if n in (2, steps):
            seen[f"steps {n}"] = lab.gap(lab.gradient_descent(f, x, lr=lr, step_num=n), at)
    return seen


@check(points=1, rtol=1e-15, en="init_x is afterwards what it was", ja="呼び出し後の init_x が元の値のまま")
def start_untouched(lab, draw):
    n = draw.size()
    x = 2 * draw.normal(n)
    f = bowl_around(draw, n)
    first = lab.gradient_descent(f, x, lr=0.15, step_num=3)
    left = lab.after(x)
    return {"init_x": left, "again": lab.gap(lab.gradient_descent(f, x, lr=0.15, step_num=3), first)}


@picture(
    kind="losses",
    en="f on the way down, for two learning rates",
    ja="下っていく間の f の値(学習係数 2 通り)",
    over=("step_num", "step_num"),
)
def descent(lab, draw):
    f, start, steps = bowl.bind(a=np.array([0.1, 1.0]), c=0.0), np.array([-4.0, 2.0]), range(0, 41, 2)
    return {"x": list(steps)} | {
        f"lr = {lr}": [f(np.asarray(lab.gradient_descent(f, start.copy(), lr, n))) for n in steps] for lr in (0.1, 0.9)
    }
