import numpy as np

from grader.authoring import alternative


@alternative("all nine partials written out")
def gradients(params, x, t):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    u1 = W1[0, 0] * x[0] + W1[0, 1] * x[1] + b1[0]
    u2 = W1[1, 0] * x[0] + W1[1, 1] * x[1] + b1[1]
    z1, z2 = max(0, u1), max(0, u2)
    y = W2[0] * z1 + W2[1] * z2 + b2
    theta1 = 1 if u1 > 0 else 0
    theta2 = 1 if u2 > 0 else 0
    d = 2 * (y - t)
    dW1 = np.array(
        [
            [d * W2[0] * theta1 * x[0], d * W2[0] * theta1 * x[1]],
            [d * W2[1] * theta2 * x[0], d * W2[1] * theta2 * x[1]],
        ]
    )
    db1 = np.array([d * W2[0] * theta1, d * W2[1] * theta2])
    return {"W1": dW1, "b1": db1, "W2": np.array([d * z1, d * z2]), "b2": d}


@alternative("layers with rows for samples, gate from z")
def gradients(params, x, t):
    x = x.reshape(1, 2)
    z = np.clip(x @ params["W1"].T + params["b1"], 0, None)
    y = z @ params["W2"].reshape(2, 1) + params["b2"]
    dy = 2 * (y - t)
    dz = dy @ params["W2"].reshape(1, 2)
    dz[z == 0] = 0
    dW1 = (x.T @ dz).T
    return {"W1": dW1, "b1": dz.sum(axis=0), "W2": (z.T @ dy).ravel(), "b2": np.array(dy.item()), "y": y, "dz": dz}


@alternative("einsum and heaviside")
def gradients(params, x, t):
    u = np.einsum("ij,j->i", params["W1"], x) + params["b1"]
    gate = np.heaviside(u, 0.0)
    z = gate * u
    dy = -2.0 * (t - (np.einsum("i,i->", params["W2"], z) + params["b2"]))
    return {
        "W1": np.einsum(",i,i,j->ij", dy, params["W2"], gate, x),
        "b1": np.einsum(",i,i->i", dy, params["W2"], gate),
        "W2": np.einsum(",i->i", dy, z),
        "b2": float(dy),
    }


@alternative("in float32")
def gradients(params, x, t):
    p = {key: np.asarray(value, dtype=np.float32) for key, value in params.items()}
    x = x.astype(np.float32)
    u = np.dot(p["W1"], x) + p["b1"]
    z = u * (u > 0)
    dy = np.float32(2) * (np.dot(p["W2"], z) + p["b2"] - np.float32(t))
    delta = np.where(u > 0, dy * p["W2"], np.float32(0))
    return {"b2": dy, "W2": dy * z, "b1": delta, "W1": delta[:, None] * x[None, :]}


@alternative("loops that fill arrays of zeros")
def gradients(params, x, t):
    u = [sum(w * value for w, value in zip(row, x, strict=True)) for row in params["W1"]]
    u = [one + b for one, b in zip(u, params["b1"], strict=True)]
    z = [one if one > 0 else 0.0 for one in u]
    y = sum(v * one for v, one in zip(params["W2"], z, strict=True)) + params["b2"]
    grads = {key: np.zeros(np.shape(value)) for key, value in params.items()}
    grads["b2"] += 2 * (y - t)
    for i in range(2):
        grads["W2"][i] = grads["b2"] * z[i]
        if u[i] > 0:
            grads["b1"][i] = grads["b2"] * params["W2"][i]
            for j in range(2):
                grads["W1"][i, j] = grads["b1"][i] * x[j]
    return grads
