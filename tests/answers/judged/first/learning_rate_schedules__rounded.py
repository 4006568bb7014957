import math


def step_decay(lr0, epoch, drop, every):
    lr = lr0 * drop ** (epoch // every)
    return round(lr, 4)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        lr = lr0 * step / warmup
    else:
        lr = lr0 / 2 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))
    return round(lr, 4)
