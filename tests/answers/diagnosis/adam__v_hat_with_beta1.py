import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.t = 0
        self.v = {}
        self.s = {}

    def update(self, parameters, grads):
        v, s = self.v, self.s
        v_corrected, s_corrected = {}, {}
        self.t = self.t + 1
        for l in parameters:
            if self.t == 1:
                v[l] = np.zeros(parameters[l].shape)
                s[l] = np.zeros(parameters[l].shape)
            v[l] = self.beta1 * v[l] + (1 - self.beta1) * grads[l]
            v_corrected[l] = v[l] / (1 - np.power(self.beta1, self.t))
            s[l] = self.beta2 * s[l] + (1 - self.beta2) * np.power(grads[l], 2)
            s_corrected[l] = s[l] / (1 - np.power(self.beta1, self.t))
            parameters[l] = parameters[l] - self.lr * v_corrected[l] / np.sqrt(s_corrected[l] + 1e-8)
