import math


def step_decay(lr0, epoch, drop, every):
    lr = lr0
    if epoch % every == 0 and epoch != 0:
        lr = lr * drop
    return lr


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * step / warmup
    return 0.5 * lr0 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))
