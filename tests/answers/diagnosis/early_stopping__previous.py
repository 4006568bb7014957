import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best = np.inf
        self.prev = np.inf
        self.count = 0

    def step(self, val_loss):
        self.best = min(self.best, val_loss)
        if val_loss >= self.prev:
            self.count += 1
        else:
            self.count = 0
        self.prev = val_loss
        return self.count >= self.patience
