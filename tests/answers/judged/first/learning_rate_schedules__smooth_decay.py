import math


def step_decay(lr0, epoch, drop, every):
    """every エポックごとに drop 倍になる学習係数(epoch は 0 から数える)"""
    return lr0 * math.pow(drop, epoch / every)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        lr = lr0 * (step / warmup)
    else:
        progress = (step - warmup) / (total - warmup)
        lr = 0.5 * lr0 * (1.0 + math.cos(math.pi * progress))
    return lr
