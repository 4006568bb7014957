import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * drop ** math.floor(epoch / every)


def cosine(lr0, step, total, warmup=0):
    lr_factor = 0.5 * (1 + math.cos(math.pi * step / total))
    if warmup > 0 and step <= warmup:
        lr_factor *= step * 1.0 / warmup
    return lr_factor * lr0
