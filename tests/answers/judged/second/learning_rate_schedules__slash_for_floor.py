import math


def step_decay(lr0, epoch, drop, every):
    """every エポックごとに drop 倍になる学習係数"""
    return lr0 * drop ** (epoch / every)


def cosine(lr0, step, total, warmup=0):
    if step < warmup:
        return lr0 * step / warmup
    angle = math.pi * (step - warmup) / (total - warmup)
    return lr0 / 2 * (1 + math.cos(angle))
