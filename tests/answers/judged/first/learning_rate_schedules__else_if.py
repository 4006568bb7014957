import math


def step_decay(lr0, epoch, drop, every):
    """every エポックごとに drop 倍"""
    k = epoch // every
    return lr0 * (drop ** k)


def cosine(lr0, step, total, warmup=0):
    """warmup のあと cos で減衰"""
    if step < warmup:
        lr = lr0 * step / warmup
    else if step <= total:
        s = (step - warmup) / (total - warmup)
        lr = 0.5 * lr0 * (1 + math.cos(math.pi * s))
    return lr
