import math


def step_decay(lr0, epoch, drop, every):
    """The learning rate in this epoch, counted from 0: multiplied by drop once every `every` epochs.

    every エポックごとに drop 倍になる学習係数(epoch は 0 から数える)
    """
    n_drops = epoch // every
    return lr0 * drop * n_drops


def cosine(lr0, step, total, warmup=0):
    """The learning rate at this step: from 0 up to lr0 at step = warmup, then half a cosine down to 0 at step = total.

    warmup ステップまで 0 から lr0 へ直線的に増え、そのあと total ステップで 0 になるまで cos の形で減る学習係数
    """
    if step <= warmup:
        return lr0 * step / warmup
    progress = (step - warmup) / (total - warmup)
    return lr0 / 2 * (1 + math.cos(math.pi * progress))
