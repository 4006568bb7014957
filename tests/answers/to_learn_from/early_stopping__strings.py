import numpy as np


class EarlyStopping:
    """検証データの損失を見て学習を打ち切る"""

    def __init__(self, patience):
        self.patience = patience
        self.best = np.inf
        self.count = 0

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
            self.count = 0
            return "False"
        self.count += 1
        if self.count >= self.patience:
            return "True"
        return "False"
