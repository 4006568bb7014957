import numpy as np


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.losses = []

    @property
    def best(self):
        return min(self.losses)

    def step(self, val_loss):
        self.losses.append(val_loss)
        since = len(self.losses) - 1 - int(np.argmin(self.losses))
        return since >= self.patience
