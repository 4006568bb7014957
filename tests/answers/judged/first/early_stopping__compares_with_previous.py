class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best = float("inf")
        self.prev_loss = float("inf")
        self.count = 0

    def step(self, val_loss):
        if val_loss < self.best:
            self.best = val_loss
        if val_loss < self.prev_loss:
            self.count = 0
        else:
            self.count += 1
        self.prev_loss = val_loss
        return self.count >= self.patience
