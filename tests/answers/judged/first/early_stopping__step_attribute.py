import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.step = 0
        self.best = float("inf")

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
            self.step = 0
        else:
            self.step += 1
        return self.step >= self.patience
