import math
import numpy as np

def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a."""
    return np.exp(-np.logaddexp(0.0, -a))

def nll(w, b, x, t):
    total = 0.0
    for xn, tn in zip(x, t):
        a = float(np.dot(w, xn)) + b
        s = a if tn == 0 else -a          # loss = log(1 + e^s)
        total += max(s, 0.0) + math.log1p(math.exp(-abs(s)))
    return total / len(t)

def nll_gradient(w, b, x, t):
    dw = np.zeros(len(w))
    db = 0.0
    for xn, tn in zip(x, t):
        y = sigmoid(np.dot(w, xn) + b)
        dw += (y - tn) * xn / len(t)
        db += (y - tn) / len(t)
    return dw, db

def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    while epochs > 0:
        dw, db = nll_gradient(w, b, x, t)
        w -= lr * dw
        b -= lr * db
        epochs -= 1
    return w, b
