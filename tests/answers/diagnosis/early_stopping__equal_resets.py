import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.wait = 0
        self.best = np.inf

    def step(self, val_loss):
        if val_loss > self.best:
            self.wait += 1
        else:
            self.best = val_loss
            self.wait = 0
        if self.wait >= self.patience:
            return True
        return False
