import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * math.pow(drop, math.floor((1 + epoch) / every))


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * step / warmup
    return 0.5 * lr0 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))
