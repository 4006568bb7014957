import numpy as np


class RMSProp:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.rho = decay_rate
        self.size = {}

    def update(self, params, grads):
        # 各パラメータの勾配の「最近の大きさ」で割る
        for (name, w), g in zip(params.items(), grads.values()):
            old = self.size.get(name, np.zeros(w.shape))
            new = self.rho * old + (1 - self.rho) * np.sqrt(g * g)
            self.size[name] = new
            params[name] = w - self.lr * g / (new + 1e-8)


RMSprop = RMSProp
