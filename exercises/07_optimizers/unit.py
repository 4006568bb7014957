"""What the checks of the optimisers have in common."""

import numpy as np


def gradients_like(draw, params):
    return {key: draw.normal(*value.shape) for key, value in params.items()}


def clear_gradients(draw, params):
    """Gradients that are not near 0, where ε would count: small whole numbers at the first level, then from 1 to 3, of
    either sign."""
    return {
        key: draw.normal(*value.shape)
        if draw.by_hand
        else draw.signs(*value.shape) * draw.uniform(1.0, 3.0, *value.shape)
        for key, value in params.items()
    }


def copies(params):
    return {key: np.array(value) for key, value in params.items()}


def moves(params, before):
    """How far each parameter went, in its own dtype: a float32 answer is held to float32 accuracy."""
    now = {key: np.asarray(value) for key, value in params.items()}
    return {key: value - before[key].astype(value.dtype) for key, value in now.items()}


def weight_and_bias(draw):
    """Parameters of one layer: W (D, M) and b (M,)."""
    d, m = draw.sizes("D M")
    return {"W": draw.normal(d, m), "b": draw.normal(m)}


def one_step(draw, optimizer, params, gradients):
    """How far one update moves params."""
    before = copies(params)
    optimizer.update(params, gradients(draw, params))
    return moves(params, before)


def each_step(draw, optimizer, params, gradients, count):
    """How far each of `count` updates moves params."""
    return [one_step(draw, optimizer, params, gradients) for _ in range(count)]


def with_zero_gradients(draw, optimizer):
    """Three steps in which the gradients of one row of W and of all of b are 0."""
    params = weight_and_bias(draw)
    before = copies(params)
    for _ in range(3):
        grads = clear_gradients(draw, params)
        grads["W"][0] = 0.0
        grads["b"][:] = 0.0
        optimizer.update(params, grads)
    return moves(params, before)


def of_one_shape(draw, optimizer, gradients):
    """Three steps of keys that could be taken for one another by their shapes."""
    shape = draw.sizes("K D M")
    params = {key: draw.normal(*shape) for key in ("W1", "W2", "W3")}
    before = copies(params)
    for _ in range(3):
        optimizer.update(params, gradients(draw, params))
    return moves(params, before)


def by_turns(draw, first, second, gradients):
    """Three steps of two optimisers by turns, each with its own parameters."""
    shape = draw.sizes("D M")
    one, other = {"W": draw.normal(*shape)}, {"W": draw.normal(*shape)}
    before = copies({"one": one["W"], "other": other["W"]})
    for _ in range(3):
        first.update(one, gradients(draw, one))
        second.update(other, gradients(draw, other))
    return moves({"one": one["W"], "other": other["W"]}, before)


def in_other_order(draw, optimizer, gradients):
    """Two steps in which grads lists the keys in another order than params."""
    d, m = draw.sizes("D M")
    params = {key: draw.normal(d, m) for key in ("W1", "W2", "W3")}
    before = copies(params)
    for _ in range(2):
        grads = gradients(draw, params)
        optimizer.update(params, {key: grads[key] for key in ("W3", "W1", "W2")})
    return moves(params, before)


def down_a_bowl(optimizer):
    """The height on the way down x² / 20 + y², 40 steps from (-7, 2), for the report."""
    params = {"x": np.array([-7.0]), "y": np.array([2.0])}
    heights = []
    for _ in range(40):
        x, y = (float(np.asarray(params[key])[0]) for key in ("x", "y"))
        heights.append(x**2 / 20 + y**2)
        optimizer.update(params, {"x": np.array([x / 10]), "y": np.array([2 * y])})
    return {"f": heights}
