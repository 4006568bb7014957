import math

import numpy as np

from grader.authoring import alternative


@alternative("None until the first step, patience counted down")
class EarlyStopping:
    def __init__(self, patience):
        self.patience = self.left = patience
        self.best = None

    def step(self, val_loss):
        if self.best is None or val_loss < self.best:
            self.best, self.left = val_loss, self.patience
            return False
        self.left -= 1
        return self.left <= 0


@alternative("all losses kept in a list")
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.history = []

    @property
    def best(self):
        return min(self.history)

    def step(self, val_loss):
        self.history.append(val_loss)
        since = len(self.history) - 1 - self.history.index(self.best)  # index finds the first of equal ones
        return since >= self.patience


@alternative("numpy scalars, the number of the best step")
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best = np.inf
        self.steps = self.best_step = 0

    def step(self, val_loss):
        self.steps += 1
        if np.less(val_loss, self.best):
            self.best_step = self.steps
        self.best = np.minimum(self.best, val_loss)
        return np.bool_(self.steps - self.best_step >= self.patience)


@alternative("stops when the best of the last steps is not below the best before them, in arrays")
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.losses = np.array([])
        self.best = math.inf

    def step(self, val_loss):
        self.losses = np.append(self.losses, val_loss)
        self.best = self.losses.min()
        old, new = self.losses[: -self.patience], self.losses[-self.patience :]
        return bool(old.size) and bool(np.all(new >= old.min()))


@alternative("two returns, class attributes as defaults")
class EarlyStopping:
    best = float("inf")
    count = 0

    def __init__(self, patience):
        self.limit = patience

    def step(self, val_loss):
        if val_loss >= self.best:
            self.count += 1
            return not self.count < self.limit
        self.count = 0
        self.best = float(val_loss)
        return False
