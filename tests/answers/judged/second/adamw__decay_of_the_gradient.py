import numpy as np


class AdamW:
    """AdamW
    Parameters:
    -----------
    lr: float = 0.001
        The step length used when following the negative gradient.
    weight_decay: float = 0.01
        The factor of the decoupled decay.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = 1e-8
        self.weight_decay = weight_decay
        self.t = 0
        self.m = None  # decaying averages of past gradients
        self.v = None  # decaying averages of past squared gradients

    def update(self, params, grads):
        self.t += 1
        if self.m is None:
            self.m = {key: np.zeros(np.shape(value)) for key, value in params.items()}
            self.v = {key: np.zeros(np.shape(value)) for key, value in params.items()}

        for key in params:
            grad = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grad
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.power(grad, 2)

            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)

            w_update = self.lr * (m_hat / (np.sqrt(v_hat) + self.epsilon) + self.weight_decay * grad)
            params[key] = params[key] - w_update
