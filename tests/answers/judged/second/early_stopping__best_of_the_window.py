from collections import deque

import numpy as np


class EarlyStopping:
    """最近の損失だけを見て判断する"""

    def __init__(self, patience):
        self.patience = patience
        self.recent = deque(maxlen=patience)
        self.count = 0
        self.best = None

    def step(self, val_loss):
        if len(self.recent) == 0 or val_loss < min(self.recent):
            self.count = 0
        else:
            self.count += 1
        self.recent.append(val_loss)
        self.best = min(self.recent)
        return self.count >= self.patience
