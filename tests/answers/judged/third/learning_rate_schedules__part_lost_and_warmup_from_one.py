from math import cos, pi


def step_decay(lr0, epoch, drop, every):
    # every so many epochs the rate drops by `drop`
    return lr0 * (1 - drop) ** (epoch // every)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * (step + 1) / warmup
    return lr0 * 0.5 * (1 + cos(pi * (step - warmup) / (total - warmup)))
