import numpy as np


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 与えてあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 与えてあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.y = np.argmax(t, axis=1) if t.ndim == 2 else t
        self.probs = softmax(x)
        num_examples = x.shape[0]
        correct_logprobs = -np.log(self.probs[range(num_examples), self.y] + 1e-12)
        return np.sum(correct_logprobs) / num_examples

    def backward(self, dout=1):
        num_examples = self.probs.shape[0]
        dscores = self.probs
        dscores[range(num_examples), self.y] -= 1
        dscores /= num_examples
        return dscores * dout
