import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * drop ** (epoch // every)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * step / warmup
    decay_steps = total - warmup
    return lr0 * 0.5 * (1 + math.cos(math.pi * step / decay_steps))
