import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best = np.inf
        self.counter = 0

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
        else:
            self.counter += 1
        return self.counter >= self.patience
