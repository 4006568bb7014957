import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


class SoftmaxWithLoss:

    def forward(self, x, t):
        N = x.shape[0]
        if t.ndim == 2:
            t = np.argmax(t, axis=1)
        self.probs = softmax(x)
        self.t = t
        correct_logprobs = -np.log(self.probs[np.arange(N), t] + 1e-9)
        loss = np.sum(correct_logprobs) / N
        return loss

    def backward(self, dout=1):
        # compute the gradient on scores
        N = self.probs.shape[0]
        dscores = self.probs
        dscores[np.arange(N), self.t] -= 1
        dscores = dscores / N
        return dscores * dout
