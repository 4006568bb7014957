import math

import numpy as np

from grader.authoring import alternative, reference


@alternative("the book's, with np.dot and names for every step")
def forward(network, x):
    W1, W2, W3 = network["W1"], network["W2"], network["W3"]
    b1, b2, b3 = network["b1"], network["b2"], network["b3"]
    a1 = np.dot(x, W1) + b1
    z1 = reference.sigmoid(a1)
    a2 = np.dot(z1, W2) + b2
    z2 = reference.sigmoid(a2)
    a3 = np.dot(z2, W3) + b3
    return reference.identity_function(a3)


@alternative("number by number, with lists and math")
def forward(network, x):
    def of_sample(values):
        for layer in (1, 2, 3):
            W, b = network[f"W{layer}"].tolist(), network[f"b{layer}"].tolist()
            sums = [b[j] + sum(v * row[j] for v, row in zip(values, W, strict=True)) for j in range(len(b))]
            values = sums if layer == 3 else [1 / (1 + math.exp(-s)) for s in sums]
        return values

    return np.array(of_sample(x.tolist()) if x.ndim == 1 else [of_sample(row) for row in x.tolist()])


@alternative("einsum in float32, sigmoid by tanh")
def forward(network, x):
    z = x.astype(np.float32)
    for layer in "123":
        W, b = network["W" + layer].astype(np.float32), network["b" + layer].astype(np.float32)
        z = np.einsum("...i,ij->...j", z, W) + b
        if layer != "3":
            z = np.float32(0.5) * (1 + np.tanh(z / 2))
    return z


@alternative("the bias as a row of the weights, always as a batch")
def forward(network, x):
    z = np.atleast_2d(x)
    for layer in (1, 2, 3):
        ones = np.ones((len(z), 1))
        z = np.hstack([z, ones]) @ np.vstack([network[f"W{layer}"], network[f"b{layer}"]])
        if layer < 3:
            z = reference.sigmoid(z)
    return z if x.ndim == 2 else z[0]


@alternative("columns, with W.T @ x, and in place")
def forward(network, x):
    z = x.T
    for layer, activation in ((1, reference.sigmoid), (2, reference.sigmoid), (3, reference.identity_function)):
        a = (network[f"W{layer}"].T @ z).T
        a += network[f"b{layer}"]
        z = activation(a).T
    return z.T


@alternative("weights by arithmetic, with more keys and in another order")
def init_network():
    row = np.arange(1, 7) / 10
    return {
        "b3": row[:2],
        "b2": row[:2].copy(),
        "b1": row[:3],
        "W3": row[:4].reshape(2, 2).T,
        "W2": row.reshape(2, 3).T,
        "W1": row.reshape(3, 2).T,
        "layers": 3,
    }


@alternative("weights in float32, from a literal")
def init_network():
    network = {
        "W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],
        "W2": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],
        "W3": [[0.1, 0.3], [0.2, 0.4]],
        "b1": [0.1, 0.2, 0.3],
        "b2": [0.1, 0.2],
        "b3": [0.1, 0.2],
    }
    return {key: np.array(value, dtype=np.float32) for key, value in network.items()}
