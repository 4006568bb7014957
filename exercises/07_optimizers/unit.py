"""What the checks of the optimisers have in common."""

import numpy as np

from grader.authoring import expect

# Phrases for the keys of what the functions below return.
STEPS = {"step {n}": ("update {n}", "{n} 回目の更新")}
ROW_OF_ZEROS = {"row of zeros": ("the row of W whose gradients are 0", "勾配が 0 の W の行")}
KEYS = {"W{n}": ("key W{n}", "キー W{n}")}
TWINS = {"twins": ("W2, beside W1, which has the same values and gradients", "W2(値も勾配も同じ W1 との差)")}
NETWORK = {"W{n}": ("W{n}", "W{n}"), "b{n}": ("b{n}", "b{n}")}
BY_TURNS = {
    "first": ("the first optimizer", "1 つ目のオプティマイザ"),
    "second": ("the second optimizer", "2 つ目のオプティマイザ"),
}


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
    """How far each of `count` updates moves params, key by key."""
    found = {key: {} for key in params}
    for n in range(1, count + 1):
        before, params = params, stepped(lab, optimizer, params, gradients(draw, params))
        for key, move in moves(params, before).items():
            found[key][f"step {n}"] = move
    return found


def with_zero_gradients(lab, draw, optimizer):
    """What three steps make of entries whose gradients are 0, one row of W and all of b, while the others move."""
    before = params = weight_and_bias(draw)
    for _ in range(3):
        grads = clear_gradients(draw, params)
        grads["W"][0] = 0.0
        grads["b"][:] = 0.0
        params = stepped(lab, optimizer, params, grads)
    moved = moves(params, before)
    expect(np.all(moved["W"][1:] != 0), "entries whose gradient is not 0 stay.", "勾配が 0 でない要素が動きません。")
    return {"row of zeros": moved["W"][0], "b": moved["b"]}


def after(lab, optimizer, params, gradients):
    """What the updates with these gradients, one after the other, make of params."""
    for grads in gradients:
        params = stepped(lab, optimizer, params, grads)
    return params


def of_one_shape(lab, draw, optimizer, gradients):
    """What three steps make of W2, beside its twin W1, which has the same values and gradients; W3 stands between them."""
    shape = draw.sizes("K D M")
    params = {key: draw.normal(*shape) for key in ("W1", "W3", "W2")}
    steps = [gradients(draw, params) for _ in range(3)]
    for one in (params, *steps):
        one["W2"] = one["W1"].copy()
    done = after(lab, optimizer, params, steps)
    return lab.gap({"twins": done["W2"]}, {"twins": done["W1"]})


def by_turns(lab, draw, make_first, make_second, gradients, axes="D M"):
    """Three steps of two optimisers by turns, each with its own parameters, beside those of each alone."""
    shape = draw.sizes(axes)
    params = [{"W": draw.normal(*shape)}, {"W": draw.normal(*shape)}]
    grads = [[gradients(draw, one) for _ in range(3)] for one in params]
    optimizers = make_first(), make_second()
    mixed = list(params)
    for step in range(3):
        for i, optimizer in enumerate(optimizers):
            mixed[i] = stepped(lab, optimizer, mixed[i], grads[i][step])
    alone = [after(lab, make(), params[i], grads[i]) for i, make in enumerate((make_first, make_second))]
    return lab.gap(*({"first": one["W"], "second": other["W"]} for one, other in (mixed, alone)))


def in_other_order(lab, draw, make, gradients):
    """Two steps in which grads lists the keys in another order than params, beside those in which it does not."""
    d, m = draw.sizes("D M")
    params = {key: draw.normal(d, m) for key in ("W1", "W2", "W3")}
    grads = [gradients(draw, params) for _ in range(2)]
    reordered = [{key: one[key] for key in ("W3", "W1", "W2")} for one in grads]
    return lab.gap(after(lab, make(), params, reordered), after(lab, make(), params, grads))


def down_a_bowl(lab, optimizer):
    """The height on the way down x² / 20 + y², 40 steps from (-7, 2), for the report."""
    params = {"x": np.array([-7.0]), "y": np.array([2.0])}
    heights = []
    for _ in range(40):
        x, y = (float(np.asarray(params[key])[0]) for key in ("x", "y"))
        heights.append(x**2 / 20 + y**2)
        params = stepped(lab, optimizer, params, {"x": np.array([x / 10]), "y": np.array([2 * y])})
    return {"f": heights}
