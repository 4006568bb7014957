import numpy as np

from grader.authoring import check, picture

LABELS = {
    "epoch {n}": ("epoch {n}", "エポック {n}"),
    "step {n}": ("step {n}", "ステップ {n}"),
    "rise": ("up to the step warmup", "ステップ warmup まで"),
    "fall": ("from the step warmup on, beside warmup=1", "ステップ warmup 以降(warmup=1 のときとの差)"),
}


def rate(draw):
    """A learning rate to start from."""
    return float(draw.positive(1)[0])


@check(points=2, en="step_decay, epoch by epoch", ja="step_decay: エポックごとの値")
def step_by_step(lab, draw):
    lr0, every = rate(draw), draw.size(at_least=3)
    drop = 0.5 if draw.by_hand else 0.3
    return {f"epoch {epoch}": lab.step_decay(lr0, epoch, drop, every) for epoch in range(3 * every + 1)}


@check(points=2, en="cosine without warm-up", ja="cosine: ウォームアップなし")
def without_warmup(lab, draw):
    lr0, total = rate(draw), 2 * draw.size()
    return {f"step {step}": lab.cosine(lr0, step, total) for step in range(total + 1)}


@check(points={"rise": 1, "fall": 1}, en="cosine with warm-up", ja="cosine: ウォームアップあり")
def with_warmup(lab, draw):
    lr0, warmup = rate(draw), draw.size(at_least=3)
    total = warmup + 2 * draw.size()
    rates = [lab.cosine(lr0, step, total, warmup=warmup) for step in range(total + 1)]
    shorter = [lab.cosine(lr0, step, total - warmup + 1, warmup=1) for step in range(1, total - warmup + 2)]
    return {
        "rise": {f"step {step}": rates[step] for step in range(warmup)},
        "fall": lab.gap(np.array(rates[warmup:]), np.array(shorter)),
    }


STEPS = list(range(41))


@picture(en="step_decay: halved every 10 epochs", ja="step_decay: 10 エポックごとに半分", over=("epoch", "エポック"))
def step_decay_curve(lab, draw):
    return {"x": STEPS, "step_decay": [lab.step_decay(0.1, epoch, 0.5, 10) for epoch in STEPS]}


@picture(en="cosine over 40 steps", ja="40 ステップの cosine", over=("step", "ステップ"))
def cosine_curve(lab, draw):
    return {
        "x": STEPS,
        "warmup = 0": [lab.cosine(0.1, step, 40) for step in STEPS],
        "warmup = 8": [lab.cosine(0.1, step, 40, warmup=8) for step in STEPS],
    }
