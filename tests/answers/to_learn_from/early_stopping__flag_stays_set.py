import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.counter = 0
        self.best = None
        self.early_stop = False

    def step(self, val_loss):
        if self.best is None:
            self.best = val_loss
        elif val_loss >= self.best:
            self.counter += 1
            if self.counter >= self.patience:
                self.early_stop = True
        else:
            self.best = val_loss
            self.counter = 0
        return self.early_stop
