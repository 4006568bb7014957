import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LSTM:
    """One step of an LSTM and its gradients. / LSTM の 1 ステップとその逆伝播

    Wx: (D, 4H); Wh: (H, 4H); b: (4H,); columns in blocks of H in the order f, g, i, o.
    """

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        s = np.concatenate([x, h_prev, np.ones((len(x), 1))], axis=1)
        theta = np.concatenate([Wx, Wh, b[None]])
        pre = (s @ theta).reshape(len(x), 4, -1)
        act = np.where(np.array([0, 1, 0, 0])[:, None], np.tanh(pre), sigmoid(pre))
        slope = np.where(np.array([0, 1, 0, 0])[:, None], 1 - act**2, act * (1 - act))
        f, g, i, o = act.swapaxes(0, 1)
        c = f * c_prev + g * i
        tc = np.tanh(c)

        def pull(dh, dc):
            dc = dc + dh * o * (1 - tc) * (1 + tc)
            d = np.stack([dc * c_prev, dc * i, dc * g, dh * tc], axis=1) * slope
            d = d.reshape(len(x), -1)
            return s.T @ d, d @ theta.T, dc * f

        self.cache = pull, x.shape[1], h_prev.shape[1]
        return o * tc, c

    def backward(self, dh_next, dc_next):
        pull, d, h = self.cache
        gt, gs, dc_prev = pull(dh_next, dc_next)
        self.grads = [gt[:d], gt[d : d + h], gt[d + h]]
        return gs[:, :d], gs[:, d : d + h], dc_prev
