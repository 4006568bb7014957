import numpy as np


class EarlyStopping:
    """検証データの損失を見て学習を打ち切る"""

    def __init__(self, patience):
        self.patience = patience
        self.best = float("inf")
        self.bad_steps = 0
        self.stopped = False

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
            self.bad_steps = 0
        else:
            self.bad_steps += 1

        if self.bad_steps >= self.patience:
            self.stopped = True      # 学習終了
        return self.stopped
