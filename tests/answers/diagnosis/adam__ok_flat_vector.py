import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.hyper = lr, beta1, beta2
        self.mv = 0.0
        self.powers = np.ones(2)

    def update(self, params, grads):
        lr, *betas = self.hyper
        betas = np.array(betas)
        keys = sorted(params)
        g = np.concatenate([np.ravel(grads[k]) for k in keys])
        self.powers = self.powers * betas
        self.mv = betas[:, None] * self.mv + (1 - betas)[:, None] * np.stack([g, g * g])
        m, v = self.mv / (1 - self.powers)[:, None]
        step = lr * m / np.sqrt(v + 1e-8)
        cuts = np.cumsum([np.size(params[k]) for k in keys])[:-1]
        for k, s in zip(keys, np.split(step, cuts)):
            params[k] = params[k] - s.reshape(np.shape(params[k]))
