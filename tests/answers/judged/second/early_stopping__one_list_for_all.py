import numpy as np


class EarlyStopping:
    losses = []

    def __init__(self, patience):
        self.patience = patience

    def step(self, val_loss):
        self.losses.append(val_loss)
        self.best = min(self.losses)
        since_best = len(self.losses) - 1 - self.losses.index(self.best)
        return since_best >= self.patience
