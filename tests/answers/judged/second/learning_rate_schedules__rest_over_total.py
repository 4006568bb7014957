import math


def step_decay(lr0, epoch, drop, every):
    lr = lr0
    for _ in range(epoch // every):
        lr *= drop
    return lr


def cosine(lr0, step, total, warmup=0):
    # warm-up
    if step < warmup:
        return lr0 * step / warmup
    # half a cosine
    progress = (step - warmup) / total
    return lr0 * 0.5 * (1 + math.cos(math.pi * progress))
