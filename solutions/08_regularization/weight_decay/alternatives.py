import numpy as np

from grader.authoring import alternative


@alternative("the book's: half of lam times a sum for each layer")
def weight_decay_loss(params, lam):
    weight_decay = 0
    for key in params:
        if key[0] == "W":
            W = params[key]
            weight_decay += 0.5 * lam * np.sum(W**2)
    return weight_decay


@alternative("dot product of one long vector")
def weight_decay_loss(params, lam):
    w = np.concatenate([value.ravel() for key, value in params.items() if key[:1] == "W"])
    return lam / 2 * (w @ w)


@alternative("squared norms, in float32")
def weight_decay_loss(params, lam):
    norms = [np.linalg.norm(value.astype(np.float32).ravel()) for key, value in params.items() if key.startswith("W")]
    return np.float32(0.5 * lam) * np.sum(np.square(norms))


@alternative("entry by entry, a Python float")
def weight_decay_loss(params, lam):
    total = 0
    for key in params:
        if key.find("W") == 0:
            for w in params[key].ravel().tolist():
                total = total + w * w
    return lam * total / 2.0


@alternative("gradients changed in place")
def add_weight_decay(params, grads, lam):
    for key in grads:
        if key.startswith("W"):
            grads[key] += lam * params[key]
    return grads


@alternative("the given dict with new arrays")
def add_weight_decay(params, grads, lam):
    for key, W in params.items():
        if key[0] == "W":
            grads[key] = grads[key] + lam * W
    return grads


@alternative("a factor of lam or 0 for each key")
def add_weight_decay(params, grads, lam):
    return {key: grads[key] + (lam if key.startswith("W") else 0) * params[key] for key in params}


@alternative("deep copies, entry by entry")
def add_weight_decay(params, grads, lam):
    result = {}
    for key in sorted(grads):
        result[key] = grads[key].copy()
        if key.startswith("W"):
            for index in np.ndindex(result[key].shape):
                result[key][index] += lam * params[key][index]
    return result


@alternative("gradients in float32")
def add_weight_decay(params, grads, lam):
    result = {key: g.astype(np.float32) for key, g in grads.items()}
    for key in result:
        if key.startswith("W"):
            result[key] += np.float32(lam) * params[key].astype(np.float32)
    return result
