import numpy as np


class EarlyStopping:
    """Says when training should stop, from the validation losses. / 検証データの損失を見て学習を打ち切る

    best: the smallest loss so far. / これまでで最小の損失
    """

    def __init__(self, patience):
        # BEGIN SOLUTION
        self.patience = patience
        self.best = float("inf")
        self.waited = 0  # steps in a row without improvement / 改善のないステップが続いた回数
        # END SOLUTION

    def step(self, val_loss):
        """Take the loss of one more epoch; return True to stop, else False. / 止めるべきなら True"""
        # BEGIN SOLUTION
        improved = val_loss < self.best
        self.best = min(self.best, val_loss)
        self.waited = 0 if improved else self.waited + 1
        return self.waited >= self.patience
        # END SOLUTION
