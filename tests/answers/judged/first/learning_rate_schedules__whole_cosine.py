import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * drop ** (epoch // every)


def cosine(lr0, step, total, warmup=0):
    """半周期の cos"""
    if warmup > 0 and step < warmup:
        return lr0 * step / warmup
    period = total - warmup
    s = step - warmup
    return lr0 * (math.cos(2 * math.pi * s / period) + 1) / 2
