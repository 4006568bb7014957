import numpy as np


class EarlyStopping:
    """検証データの損失を見て学習を打ち切る"""

    def __init__(self, patience):
        self.patience = patience
        self.wait = 0
        self.best = float("inf")

    def step(self, val_loss):
        stop = False
        if val_loss < self.best:
            self.best = val_loss
            self.wait = 0
        else:
            if self.wait >= self.patience:
                stop = True
            self.wait += 1
        return stop
