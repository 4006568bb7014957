import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LSTM:
  def __init__(self, Wx, Wh, b):
    self.params = [Wx, Wh, b]
    self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
    self.cache = None

  def forward(self, x, h_prev, c_prev):
    Wx, Wh, b = self.params
    N, H = h_prev.shape

    A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b
    f = A[:, :H]
    g = A[:, H:2*H]
    i = A[:, 2*H:3*H]
    o = A[:, 3*H:]

    f = sigmoid(f)
    g = np.tanh(g)
    i = sigmoid(f)
    o = sigmoid(o)

    c_next = f * c_prev + i * g
    h_next = o * np.tanh(c_next)

    self.cache = (x, h_prev, c_prev, i, f, g, o, c_next)
    return h_next, c_next

  def backward(self, dh_next, dc_next):
    Wx, Wh, b = self.params
    x, h_prev, c_prev, i, f, g, o, c_next = self.cache

    tanh_c_next = np.tanh(c_next)
    ds = dc_next + (dh_next * o) * (1 - tanh_c_next ** 2)
    dc_prev = ds * f

    di = ds * g * i * (1 - i)
    df = ds * c_prev * f * (1 - f)
    do = dh_next * tanh_c_next * o * (1 - o)
    dg = ds * i * (1 - g ** 2)

    dA = np.hstack((df, dg, di, do))

    self.grads[0][...] = np.dot(x.T, dA)
    self.grads[1][...] = np.dot(h_prev.T, dA)
    self.grads[2][...] = dA.sum(axis=0)

    dx = np.dot(dA, Wx.T)
    dh_prev = np.dot(dA, Wh.T)
    return dx, dh_prev, dc_prev
