from grader.authoring import check, public

LABELS = {
    "epoch {n}": ("epoch {n}", "エポック {n}"),
    "every {n}": ("every={n}", "every={n} のとき"),
    "first": ("epoch 0", "エポック 0"),
    "at {n}": ("step {n}", "ステップ {n}"),
    "at warmup": ("the step warmup", "ステップ warmup"),
    "at total": ("the step total", "ステップ total"),
    "at 0 without warmup": ("step 0 without warm-up", "ウォームアップなしのステップ 0"),
    "at total without warmup": ("the step total without warm-up", "ウォームアップなしのステップ total"),
}


@check(points=1, en="step_decay: any drop, and every = 1", ja="step_decay: drop がほかの値のとき、every が 1 のとき")
def other_steps(lab, draw):
    lr0 = public.rate(draw)
    drop = float(draw.uniform(0.2, 0.8, 1)[0])
    epoch = int(draw.integers(50, 60, 1)[0])
    return {
        "every 1": {f"epoch {early}": lab.step_decay(lr0, early, drop, 1) for early in range(4)},
        "every 20": lab.step_decay(lr0, epoch, drop, 20),
        "first": lab.step_decay(lr0, 0, drop, 7),
    }


@check(points=1, en="cosine: at 0, at warmup and at total", ja="cosine: 0、warmup、total の各ステップでの値")
def ends(lab, draw):
    lr0 = public.rate(draw)
    warmup = draw.size() + 1
    total = warmup + draw.size() + 1
    return {
        "at 0": lab.cosine(lr0, 0, total, warmup),
        "at 1": lab.cosine(lr0, 1, total, warmup),
        "at warmup": lab.cosine(lr0, warmup, total, warmup),
        "at total": lab.cosine(lr0, total, total, warmup),
        "at 0 without warmup": lab.cosine(lr0, 0, total),
        "at total without warmup": lab.cosine(lr0, total, total, 0),
    }
