import numpy as np


def rings(n, rng):
    """Given: n points of a disk (label 0) and of the ring around it (label 1); x (n, 2), t (n,). / 円と、それを囲む輪"""
    t = rng.permutation(np.arange(n) % 2)
    radius, angle = rng.uniform(0.0, 1.0, n) + 1.5 * t, rng.uniform(0.0, 2 * np.pi, n)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), t


def new_params(d, hidden, classes, rng):
    """Given: parameters of a network of d inputs, one hidden layer, and a score for each class. / パラメータの初期値"""
    return {
        "W1": rng.normal(size=(d, hidden)) * np.sqrt(2 / d),
        "b1": np.zeros(hidden),
        "W2": rng.normal(size=(hidden, classes)) * np.sqrt(1 / hidden),
        "b2": np.zeros(classes),
    }


def scores(params, x):
    """Given: the scores (N, M) of the classes. / 各クラスのスコア"""
    return np.maximum(x @ params["W1"] + params["b1"], 0.0) @ params["W2"] + params["b2"]


def accuracy(params, x, t):
    """Given: the share of samples whose largest score is that of the right class. / 正解率"""
    return float(np.mean(np.argmax(scores(params, x), axis=1) == t))


def loss_and_gradients(params, x, t):
    """Given: the cross entropy, averaged over the samples, and its gradients, a dict with the keys of params. / 損失と勾配"""
    u = x @ params["W1"] + params["b1"]
    z = np.maximum(u, 0.0)
    s = z @ params["W2"] + params["b2"]
    e = np.exp(s - s.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(x))
    loss = -np.mean(np.log(y[rows, t] + 1e-12))
    dy = y / len(x)
    dy[rows, t] -= 1 / len(x)
    du = dy @ params["W2"].T * (u > 0)
    return loss, {"W1": x.T @ du, "b1": du.sum(axis=0), "W2": z.T @ dy, "b2": dy.sum(axis=0)}


def mini_batches(x, t, batch_size, rng):
    """Given: the (x_batch, t_batch) of one epoch, shuffled; a generator, so it can be gone through once. / 1 エポック分のバッチ"""
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        chosen = order[start : start + batch_size]
        yield x[chosen], t[chosen]


def train(net_params, x, t, lr, epochs, batch_size, rng):
    """1 エポックぶんの勾配を求めてから、まとめて更新する"""
    params = {key: value.copy() for key, value in net_params.items()}
    losses = []
    for _ in range(epochs):
        batch_losses, batch_grads = [], []
        for xb, tb in mini_batches(x, t, batch_size, rng):
            loss, grads = loss_and_gradients(params, xb, tb)
            batch_losses.append(loss)
            batch_grads.append(grads)
        for grads in batch_grads:
            for key in params:
                params[key] = params[key] - lr * grads[key]
        losses.append(np.mean(batch_losses))
    return params, losses
