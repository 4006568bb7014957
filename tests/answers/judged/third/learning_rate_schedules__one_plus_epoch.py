import math


def step_decay(lr0, epoch, drop, every):
    initial_lrate = lr0
    epochs_drop = every
    lrate = initial_lrate * math.pow(drop, math.floor((1 + epoch) / epochs_drop))
    return lrate


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * step / warmup
    progress = (step - warmup) / (total - warmup)
    return 0.5 * lr0 * (1 + math.cos(math.pi * progress))
