class EarlyStopping:
    def __init__(self, patience=5):
        self.best = None
        self._patience = patience
        self._left = patience

    def _improved(self, loss):
        return self.best is None or loss < self.best

    def step(self, val_loss):
        if self._improved(val_loss):
            self.best, self._left = val_loss, self._patience
        else:
            self._left -= 1
        return not self._left > 0
