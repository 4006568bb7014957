import numpy as np


def step_decay(lr0, epoch, drop, every):
    lr = lr0
    for e in range(1, epoch + 1):
        if e % every == 0:
            lr *= drop
    return lr


def cosine(lr0, step, total, warmup=0):
    if warmup and step <= warmup:
        return lr0 * step / warmup
    progress = (step - warmup) / (total - warmup)
    return lr0 * np.cos(0.5 * np.pi * progress) ** 2
