"""What the checks of the layers have in common."""

import numpy as np

from grader.authoring import expect


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


def own_memory(lab, draw, layer, inputs):
    """What a layer gives that has been used before, and beside which another is used, held against what a new one gives. layer:
    the name of the class; inputs: how many forward takes. A wrong formula has cost its points already."""
    seen = {}
    n, t, d = draw.sizes("N T D")
    for name, shape in ("vector", (n,)), ("three axes", (n, t, d)):
        made, other, alone = (getattr(lab, layer)() for _ in range(3))
        arguments = [unlike(draw, *shape) for _ in range(inputs)]
        dout = draw.normal(*shape)
        made.forward(*(draw.normal(*shape) for _ in range(inputs)))
        made.backward(draw.normal(*shape))
        result = made.forward(*arguments)
        other.forward(*(draw.normal(*shape) for _ in range(inputs)))
        made.backward(draw.normal(*shape))
        gradients = made.backward(dout)
        own_result = alone.forward(*arguments)
        own = alone.backward(dout)
        seen[name] = lab.gap({"y": result, "gradients": gradients}, {"y": own_result, "gradients": own})
    return seen


def unlike(draw, *shape):
    """Numbers that differ, between -2 and 2."""
    return draw.uniform(-2.0, 2.0, *shape)
