import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.wait = 0
        self.best = np.inf

    def step(self, val_loss):
        if val_loss < self.best
            self.best = val_loss
            self.wait = 0
        else:
            self.wait += 1
        return self.wait >= self.patience
