class EarlyStopping:

    def __init__(self, patience):
        self.patience = patience
        self.best = None
        self.count = 0

    def step(self, val_loss):
        if not self.best:
            self.best = val_loss      # first epoch
            return False

        if val_loss < self.best:
            self.best = val_loss
            self.count = 0
        else:
            self.count += 1

        return self.count >= self.patience
