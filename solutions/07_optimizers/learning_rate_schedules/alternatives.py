import math

import numpy as np

from grader.authoring import alternative


@alternative("step_decay by a loop")
def step_decay(lr0, epoch, drop, every):
    lr = lr0
    for i in range(1, epoch + 1):
        if i % every == 0:
            lr *= drop
    return lr


@alternative("step_decay through math.floor and an exponential")
def step_decay(lr0, epoch, drop, every):
    return lr0 * math.exp(math.floor(epoch / every) * math.log(drop))


@alternative("step_decay in float32")
def step_decay(lr0, epoch, drop, every):
    return np.float32(lr0) * np.power(np.float32(drop), np.floor(np.float32(epoch) / np.float32(every)))


@alternative("cosine as a square, 0-d arrays")
def cosine(lr0, step, total, warmup=0):
    if warmup > 0 and step <= warmup:
        return np.array(lr0 * (step / warmup))
    return np.array(lr0 * np.cos(np.pi / 2 * (step - warmup) / (total - warmup)) ** 2)


@alternative("cosine with both branches joined by interpolation")
def cosine(lr0, step, total, warmup=0):
    up = np.interp(step, [0, max(warmup, 1e-9)], [0.0, 1.0])
    down = 0.5 * (1 + np.cos(np.pi * np.clip((step - warmup) / (total - warmup), 0, 1)))
    return lr0 * (up if step < warmup else down)


@alternative("cosine from a minimum, as in SGDR, in float32")
def cosine(lr0, step, total, warmup=0):
    lowest, highest = np.float32(0), np.float32(lr0)
    if step < warmup:
        return lowest + (highest - lowest) * np.float32(step / warmup)
    angle = np.float32(np.pi) * np.float32((step - warmup) / (total - warmup))
    return lowest + np.float32(0.5) * (highest - lowest) * (np.float32(1) + np.cos(angle))
