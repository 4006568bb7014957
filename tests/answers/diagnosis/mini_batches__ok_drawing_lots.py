import numpy as np


class _Bag:
    def __init__(self, size, rng):
        self.left, self.rng = list(range(size)), rng

    def draw(self, k):
        got = []
        while self.left and len(got) < k:
            got.append(self.left.pop(int(self.rng.integers(len(self.left)))))
        return got


def mini_batches(x, t, batch_size, rng):
    bag = _Bag(len(t), rng)
    while bag.left:
        ids = bag.draw(batch_size)
        yield np.stack([x[i] for i in ids]), np.array([t[i] for i in ids])
