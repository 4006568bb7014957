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


def moves(params, before):
    """How far each parameter went, in its own dtype: a float32 answer is held to float32 accuracy."""
    now = {key: np.asarray(value) for key, value in params.items()}
    return {key: value - np.asarray(before[key]).astype(value.dtype) for key, value in now.items()}


def weight_and_bias(draw):
    """Parameters of one layer: W (D, M) and b (M,)."""
    d, m = draw.sizes("D M")
    return {"W": draw.normal(d, m), "b": draw.normal(m)}


def stepped(lab, optimizer, params, grads):
    """What one update makes of params."""
    optimizer.update(params, grads)
    return lab.after(params)


def one_step(lab, draw, optimizer, params, gradients):
    """How far one update moves params."""
    return moves(stepped(lab, optimizer, params, gradients(draw, params)), params)


def each_step(lab, draw, optimizer, params, gradients, count):
    """How far each of `count` updates moves params."""
    found = []
    for _ in range(count):
        before, params = params, stepped(lab, optimizer, params, gradients(draw, params))
        found.append(moves(params, before))
    return found


def with_zero_gradients(lab, draw, optimizer):
    """Three steps in which the gradients of one row of W and of all of b are 0."""
    before = params = weight_and_bias(draw)
    for _ in range(3):
        grads = clear_gradients(draw, params)
        grads["W"][0] = 0.0
        grads["b"][:] = 0.0
        params = stepped(lab, optimizer, params, grads)
    return moves(params, before)


def of_one_shape(lab, draw, optimizer, gradients):
    """Three steps of keys that could be taken for one another by their shapes."""
    shape = draw.sizes("K D M")
    before = params = {key: draw.normal(*shape) for key in ("W1", "W2", "W3")}
    for _ in range(3):
        params = stepped(lab, optimizer, params, gradients(draw, params))
    return moves(params, before)


def by_turns(lab, draw, first, second, gradients):
    """Three steps of two optimisers by turns, each with its own parameters."""
    shape = draw.sizes("D M")
    one, other = {"W": draw.normal(*shape)}, {"W": draw.normal(*shape)}
    before = {"one": one["W"], "other": other["W"]}
    for _ in range(3):
        one = stepped(lab, first, one, gradients(draw, one))
        other = stepped(lab, second, other, gradients(draw, other))
    return moves({"one": one["W"], "other": other["W"]}, before)


def in_other_order(lab, draw, optimizer, gradients):
    """Two steps in which grads lists the keys in another order than params."""
    d, m = draw.sizes("D M")
    before = params = {key: draw.normal(d, m) for key in ("W1", "W2", "W3")}
    for _ in range(2):
        grads = gradients(draw, params)
        params = stepped(lab, optimizer, params, {key: grads[key] for key in ("W3", "W1", "W2")})
    return moves(params, before)


def down_a_bowl(lab, optimizer):
    """The height on the way down x² / 20 + y², 40 steps from (-7, 2), for the report."""
    params = {"x": np.array([-7.0]), "y": np.array([2.0])}
    heights = []
    for _ in range(40):
        x, y = (float(np.asarray(params[key])[0]) for key in ("x", "y"))
        heights.append(x**2 / 20 + y**2)
        params = stepped(lab, optimizer, params, {"x": np.array([x / 10]), "y": np.array([2 * y])})
    return {"f": heights}
