"""What the checks of the layers have in common."""

import numpy as np

from grader.authoring import expect

# Of what `own_memory` and `of_two_floats` give.
LABELS = {
    "vector": ("a vector", "1 次元の配列"),
    "square matrix": ("a square matrix", "正方行列"),
    "three axes": ("an array with three axes", "3 次元の配列"),
    "y": ("what forward returns", "forward の結果"),
    "gradients": ("what backward returns", "backward の結果"),
    "sum": ("the sum", "和"),
    "product": ("the product", "積"),
}


def gradient_of_one_input(layer, x):
    """A gradient check at x: backward after forward(x) returns dx. layer: the name of the class."""

    def forward(lab, x):
        return getattr(lab, layer)().forward(x)

    def gradients(lab, dout, x):
        made = getattr(lab, layer)()
        made.forward(x)
        return {"x": made.backward(dout)}

    return {"x": x}, forward, gradients


def gradients_of_two_inputs(layer, x, y):
    """A gradient check at x and y: backward after forward(x, y) returns dx and dy. layer: the name of the class."""

    def forward(lab, x, y):
        return getattr(lab, layer)().forward(x, y)

    def gradients(lab, dout, x, y):
        made = getattr(lab, layer)()
        made.forward(x, y)
        return two(made.backward(dout), x)

    return {"x": x, "y": y}, forward, gradients


def two(returned, x):
    """The two gradients that backward returned, as a tuple, a list or one array of both."""
    if isinstance(returned, np.ndarray):
        right = returned.shape == (2, *x.shape)
    else:
        right = isinstance(returned, (tuple, list)) and len(returned) == 2
    expect(
        right, "backward did not return the two values dx and dy", "backward が dx と dy の 2 つの値を返していません"
    )
    return {"x": returned[0], "y": returned[1]}


def of_two_floats(draw, layer, name):
    """Forward and backward of two floats; name: what forward's result is."""
    x, y, dout = (float(value) for value in draw.normal(3))
    result = layer.forward(x, y)
    return {name: result, "gradients": layer.backward(dout)}


def own_memory(lab, draw, layer, inputs=1):
    """What a layer gives that has been used before, and beside which another is used, held against what a new one gives for the
    same entries in one row: a wrong formula has cost its points already. layer: the name of the class; inputs: how many forward
    takes."""
    seen = {}
    n, t, d = draw.sizes("N T D")
    # Where a matrix is square, a matrix product or a transpose would fit too.
    for name, shape in ("vector", (n,)), ("square matrix", (n, n)), ("three axes", (n, t, d)):
        made, other, alone = (getattr(lab, layer)() for _ in range(3))
        first, second, others = ([unlike(draw, *shape) for _ in range(inputs)] for _ in range(3))
        dout = unlike(draw, *shape)
        made.forward(*first)
        made.backward(unlike(draw, *shape))
        y = made.forward(*second)
        other.forward(*others)
        other.backward(unlike(draw, *shape))
        made.backward(unlike(draw, *shape))
        gradients = gathered(made.backward(dout), inputs)
        own_y = alone.forward(*(x.ravel() for x in second))
        own = gathered(alone.backward(dout.ravel()), inputs)
        own_y, own = in_shape(own_y, shape), in_shape(own, shape)
        seen[name] = lab.gap({"y": y, "gradients": gradients}, {"y": own_y, "gradients": own})
    return seen


def gathered(returned, inputs):
    """Several gradients in one array: each by itself may be dout as it was handed in."""
    return returned if inputs == 1 else np.array(returned)


def in_shape(value, shape):
    """Rows of as many entries as `shape` has, each in that shape; whatever else there is, as it is."""
    if isinstance(value, np.ndarray) and value.shape[-1:] == (np.prod(shape),):
        return value.reshape(*value.shape[:-1], *shape)
    return value


def unlike(draw, *shape):
    """Numbers no two of which are equal."""
    return draw.uniform(-2.0, 2.0, *shape)
