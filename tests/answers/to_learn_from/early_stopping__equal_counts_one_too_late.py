import numpy as np


class EarlyStopping:
    """Says when training should stop, from the validation losses. / 検証データの損失を見て学習を打ち切る

    best: the smallest loss so far. / これまでで最小の損失
    """

    def __init__(self, patience):
        self.patience = patience
        self.best = float("inf")
        self.counter = 0

    def step(self, val_loss):
        """Take the loss of one more epoch; return True to stop, else False. / 止めるべきなら True"""
        if val_loss <= self.best:
            self.best = val_loss
            self.counter = 0
        else:
            self.counter += 1
        return self.counter > self.patience
