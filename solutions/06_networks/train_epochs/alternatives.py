import copy

import numpy as np

from grader.authoring import alternative, reference


@alternative("own batches, changed in place on a deep copy, losses weighted by the sizes of the batches")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    params = copy.deepcopy(net_params)
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            now = order[start : start + batch_size]
            loss, grads = reference.loss_and_gradients(params, x[now], t[now])
            losses[epoch] += loss * len(now) / len(x)
            for key, grad in grads.items():
                params[key] -= lr * grad
    return params, losses


@alternative("batch by batch with while, indices shuffled again and again, a running mean")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    params = {key: np.array(net_params[key]) for key in ["W2", "b2", "W1", "b1"]}
    losses, indices = [], list(range(x.shape[0]))
    while len(losses) < epochs:
        rng.shuffle(indices)
        left, mean, count = indices, 0.0, 0
        while left:
            now, left = left[:batch_size], left[batch_size:]
            loss, g = reference.loss_and_gradients(params, np.array([x[i] for i in now]), t[now])
            params = {key: params[key] - lr * g[key] for key in params}
            count += 1
            mean += (loss - mean) / count
        losses.append(float(mean))
    return params, losses


@alternative("in float32")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    params = {key: value.astype(np.float32) for key, value in net_params.items()}
    x = x.astype(np.float32)
    losses = []
    for _ in range(epochs):
        seen = [0.0, 0]
        for x_batch, t_batch in reference.mini_batches(x, t, batch_size, rng):
            loss, grads = reference.loss_and_gradients(params, x_batch, t_batch)
            for key in params:
                params[key] = (params[key] - np.float32(lr) * grads[key]).astype(np.float32)
            seen[0] += loss
            seen[1] += 1
        losses.append(np.float32(seen[0] / seen[1]))
    return params, losses


@alternative("an optimiser class, all orders drawn beforehand, a list returned")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    class SGD:
        def update(self, params, grads):
            for key in params:
                params[key] -= lr * grads[key]

    params, optimizer = {key: value.copy() for key, value in net_params.items()}, SGD()
    orders = [rng.choice(len(x), len(x), replace=False) for _ in range(epochs)]
    losses = []
    for order in orders:
        parts = np.split(order, np.arange(batch_size, len(x), batch_size))
        results = []
        for part in parts:
            loss, grads = reference.loss_and_gradients(params, x[part], t[part])
            optimizer.update(params, grads)
            results.append(loss)
        losses += [sum(results) / len(parts)]
    return [params, losses]


@alternative("the network written anew, 1e-7 in the logarithm, one-hot rows, data shuffled as copies")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    W1, b1, W2, b2 = (np.array(net_params[key]) for key in ("W1", "b1", "W2", "b2"))
    one_hot = np.eye(len(b2))[t]
    losses = []
    for _ in range(epochs):
        order = np.argsort(rng.random(len(x)))
        xs, ts, total = x[order], one_hot[order], 0.0
        for i in range(int(np.ceil(len(x) / batch_size))):
            part = slice(i * batch_size, (i + 1) * batch_size)
            u = np.dot(xs[part], W1) + b1
            z = np.where(u > 0, u, 0)
            y = np.exp(np.dot(z, W2) + b2)
            y /= y.sum(axis=1, keepdims=True)
            total -= np.sum(ts[part] * np.log(y + 1e-7))
            d2 = (y - ts[part]) / len(y)
            d1 = np.dot(d2, W2.T) * (u > 0)
            for parameter, gradient in (
                (W1, np.dot(xs[part].T, d1)),
                (b1, d1.sum(0)),
                (W2, np.dot(z.T, d2)),
                (b2, d2.sum(0)),
            ):
                parameter -= lr * gradient
        losses.append(total / len(x))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, losses


@alternative("in the arrays of net_params themselves")
def train(net_params, x, t, lr, epochs, batch_size, rng):
    params, losses = dict(net_params), []
    for _ in range(epochs):
        batch_losses = []
        for x_batch, t_batch in reference.mini_batches(x, t, batch_size, rng):
            loss, grads = reference.loss_and_gradients(params, x_batch, t_batch)
            for key in params:
                params[key] -= lr * grads[key]
            batch_losses.append(loss)
        losses.append(np.mean(batch_losses))
    return params, losses
