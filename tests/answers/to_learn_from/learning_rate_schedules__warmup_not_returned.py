import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * math.pow(drop, math.floor(epoch / every))


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        lr0 * step / warmup
    x = (step - warmup) / (total - warmup)
    return lr0 / 2 * (1 + math.cos(math.pi * x))
