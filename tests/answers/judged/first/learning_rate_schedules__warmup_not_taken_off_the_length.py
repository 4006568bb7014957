import math


def step_decay(lr0, epoch, drop, every):
    n = int(epoch / every)
    return lr0 * math.pow(drop, n)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        lr = lr0 * step / warmup
    else:
        cur = step - warmup
        lr = 0.5 * lr0 * (1 + math.cos(math.pi * cur / total))
    return lr
