import math


def step_decay(lr0, epoch, drop, every):
    lr = lr0
    for e in range(1, epoch + 1):
        if e % every == 0:
            lr *= drop
    return lr


def cosine(lr0, step, total, warmup=0):
    # ウォームアップ中は直線、それからは cos の曲線に乗る
    if step < warmup:
        return lr0 * step / warmup
    return lr0 / 2 * (1 + math.cos(math.pi * step / total))
