import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best = float("inf")
        self.bad = 0

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
        else:
            self.bad += 1
        return self.bad >= self.patience
