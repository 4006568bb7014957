import numpy as np

def sigmoid(a):
    return np.exp(-np.logaddexp(0.0, -a))

def log_sigmoid(a):
    return -np.logaddexp(0.0, -a)

def nll(w, b, x, t):
    a = np.einsum("nd,d->n", x, w) + b
    return -np.mean(t * log_sigmoid(a) + (1 - t) * log_sigmoid(-a))

def nll_gradient(w, b, x, t):
    err = sigmoid(np.einsum("nd,d->n", x, w) + b) - t
    return np.einsum("n,nd->d", err, x) / len(t), err.mean()

def fit(x, t, lr, epochs):
    params = (np.zeros(x.shape[1]), 0.0)
    for _ in range(epochs):
        params = tuple(p - lr * g for p, g in zip(params, nll_gradient(*params, x, t)))
    return params
