from math import cos, floor, pi


def step_decay(lr0, epoch, drop, every):
    if epoch < every:
        return lr0
    return drop * step_decay(lr0, epoch - every, drop, every)


def _half_cosine(top, u):
    return top * (cos(pi * u) + 1) / 2


def cosine(lr0, step, total, warmup=0):
    return lr0 * step / warmup if step < warmup else _half_cosine(lr0, (step - warmup) / float(total - warmup))
