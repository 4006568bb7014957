import math


def step_decay(lr0, epoch, drop, every):
    return lr0 * math.pow(drop, epoch / every)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return step / warmup * lr0
    return lr0 * 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))
