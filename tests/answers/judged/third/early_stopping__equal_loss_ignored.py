import numpy as np


class EarlyStopping:
    def __init__(self, patience, min_delta=0):
        self.patience = patience
        self.min_delta = min_delta
        self.counter = 0
        self.best = float('inf')

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
            self.counter = 0
        elif val_loss > self.best + self.min_delta:
            self.counter += 1
            if self.counter >= self.patience:
                return True
        return False
