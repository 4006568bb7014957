"""What never runs, runs once, or gives nothing; and beside each what looks like it and is right."""

from __future__ import annotations

import pytest

from tests.sandbox.slips.here import BACKWARD, FORWARD, INIT, found, function, layer, lines

WHOLE = INIT, FORWARD, BACKWARD
WRONG = {
    "stub-left-above": [
        function("    raise NotImplementedError  #!\n    return x\n"),
        function('    """Return the weights."""\n    raise NotImplementedError("todo")  #!\n    y = x\n    return y\n'),
        function("    y = x\n    raise NotImplementedError()  #!\n    return y\n"),
    ],
    "stub-left-below": [
        function("    y = x\n    raise NotImplementedError  #!\n"),
        function("    y = x * t\n    print(y)\n    raise NotImplementedError()  #!\n"),
        function("    if lr:\n        y = x\n        return y\n    raise NotImplementedError  #!\n"),
    ],
    "return-in-loop": [
        function("    for i in range(3):\n        x = x * t\n        return x  #!\n"),
        function("    y = []\n    for row, label in zip(x, t):\n        y.append(row)\n        return y  #!\n"),
        function("    for i in range(len(x)):\n        for j in range(3):\n            t = t + x\n        return t  #!\n"),
        function("    for i in range(3):\n        return x  #!\n"),
    ],
    "below-return": [
        function("    return x\n    x = t  #!\n"),
        function("    if lr:\n        return x\n        x = t  #!\n    return t\n"),
        layer(INIT, FORWARD, "    def backward(self, dout):\n        self.dW = dout\n        return dout\n        self.b = dout  #!\n"),
    ],
    "no-return": [
        function("    y = x\n").replace("lr=0.1):", "lr=0.1):  #!"),
        function("    y = x\n    y\n    return\n").replace("lr=0.1):", "lr=0.1):  #!"),
        layer(INIT, "    def forward(self, x):  #!\n        self.x = x\n        def inner():\n            return x\n", BACKWARD),
    ],
    "print-for-return": [
        function("    print(x * t)  #!\n"),
        function("    y = x\n    print('y', y)  #!\n"),
        layer(INIT, FORWARD, "    def backward(self, dout):\n        self.dW = dout\n        print(dout)  #!\n"),
    ],
    "returns-lazy": [
        function("    return (v for v in x)  #!\n"),
        function("    return map(abs, x)  #!\n"),
        function("    return zip(x, t)  #!\n"),
    ],
    "used-up": [
        function("    g = (v for v in x)\n    s = sum(g)\n    return [v / s for v in g]  #!\n"),
        function("    g = map(abs, x)\n    return sum(g) / max(g)  #!\n"),
        function("    g = zip(x, t)\n    for a, b in g:\n        lr += a\n    for a, b in g:  #!\n        lr += b\n    return lr\n"),
    ],
    "comparison-alone": [
        function("    x == t  #!\n    return x\n"),
        function("    x[0] == 0  #!\n    return x\n"),
        layer(INIT, FORWARD.replace("self.x = x", "self.x = x; self.b == 0  #!"), BACKWARD),
    ],
    "not-assigned": [
        function("    x - lr * t  #!\n    return x\n"),
        function("    for i in x:\n        t[i] + 1  #!\n    return x\n"),
        layer(INIT, FORWARD, BACKWARD.replace("self.dW =", "self.b * 2; self.dW =").replace("@ dout\n", "@ dout  #!\n")),
    ],
    "thrown-away": [
        function("    x.astype(float)  #!\n    return x\n"),
        function("    x.reshape(-1)  #!\n    return x\n"),
        function("    np.maximum(x, 0)  #!\n    return x\n"),
    ],
    "none-kept": [
        function("    y = [x]\n    y = y.append(t)  #!\n    return y\n"),
        function("    x = np.random.shuffle(x)  #!\n    return x\n"),
        function("    y = list(x)\n    return y.sort()  #!\n"),
    ],
    "power-as-xor": [
        function("    return x ^ 2  #!\n"),
        function("    return 2.718 ^ x  #!\n"),
        function("    return t ^ -x  #!\n"),
    ],
    "not-called": [
        function("    return x * np.random.rand  #!\n"),
        function("    return -np.exp * x  #!\n"),
        layer(INIT, FORWARD.replace("return x @ self.W", "return self.backward @ self.W").replace("b\n", "b  #!\n"), BACKWARD),
        function("    return f * x  #!\n", "def f(v):\n    return v\n"),
        function("    return np.maximum  #!\n"),
    ],
    "attribute-over-method": [
        layer(INIT, FORWARD.replace("self.x = x", "self.x = x; self.forward = x + 1  #!"), BACKWARD),
        layer(*WHOLE, "    def loss(self, x):\n        self.loss = 1 * x  #!\n        return self.loss\n"),
        layer(*WHOLE, "    def grad(self):\n        return 1\n    def step(self):\n        self.grad = np.zeros(3)  #!\n        return 1\n"),
    ],
    "calls-itself": [
        function("    return train(x, t, lr)  #!\n"),
        layer(INIT, FORWARD.replace("return x @ self.W + self.b", "return self.forward(x)  #!"), BACKWARD),
        function("    y = train(x, t)  #!\n    return y\n"),
    ],
    "shadowed": [
        function("    sum = x * t\n    return sum(sum)  #!\n"),
        function("    max = np.max(x)\n    return max(t)  #!\n"),
        function("    f = x\n    return f(t)  #!\n", "def f(v):\n    return v\n"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("slug", "source"), [(slug, one) for slug, some in WRONG.items() for one in some])
def test_a_slip_is_found_in_its_line(slug: str, source: str) -> None:
    assert set(found(source)) == {(slug, line) for line in lines(source)}


def test_a_method_of_arrays_that_is_not_called_is_known_by_its_exception() -> None:
    for part in ("x.max", "x[0].sum", "(x * t).copy"):
        source = function(f"    return x - {part}  #!\n")
        assert (found(source), found(source, raises=True)) == ([], [("not-called", lines(source)[0])])


RIGHT = {
    "into an array that is there, by position": function("    np.maximum(x, 0, x)\n    np.exp(x, x)\n    np.clip(x, 0, 1, x)\n    x.clip(0, 1, x)\n    x.round(2, x)\n    np.dot(x, t, x)\n    return x\n"),
    "a copy of files": function("    shutil.copy(x, t)\n    return x\n", "import shutil\n"),
    "a value that is tried": function("    try:\n        x + 1\n    except TypeError:\n        return t\n    return x\n"),
    "limits of numbers": function("    info = np.finfo(float)\n    return x * info.max - np.finfo(x.dtype).min + np.iinfo(int).max\n"),
    "fields of a record": function("    stats = SimpleNamespace(mean=x, var=t)\n    return (x - stats.mean) / stats.var\n", "from types import SimpleNamespace\n"),
    "a case at the end": function("    if lr:\n        return x\n    elif lr is None:\n        return t\n    else:\n        return x\n    raise NotImplementedError\n"),
    "annotations, which nobody reads": function("    y: ndarray = x\n    def f(v: Arary) -> Arary:\n        return v\n    return f(y)\n"),
    "names of the module": function("    return x, __file__, __name__\n"),
    "a case that is left out": function("    if lr < 0:\n        raise NotImplementedError('no')\n    return x\n"),
    "the stub's line below a return": function("    return x\n    raise NotImplementedError\n"),
    "the stub's line below branches that return": function("    if lr:\n        return x\n    else:\n        return t\n    raise NotImplementedError\n"),
    "a loop that may return": function("    for i in range(3):\n        if i > t:\n            return x\n        x = x + 1\n    return x\n"),
    "a loop that goes on": function("    for i in range(3):\n        if i < t:\n            continue\n        return x\n"),
    "the first of something": function("    for row in x:\n        return row\n"),
    "a loop without end": function("    while True:\n        x = x + 1\n        return x\n"),
    "a generator's loop": function("    for i in range(3):\n        yield x\n        return\n"),
    "prints and returns": function("    print(x)\n    return x\n"),
    "raises": function("    raise ValueError(x)\n"),
    "yields": function("    yield x\n"),
    "a list of a map": function("    return list(map(abs, x))\n"),
    "a map of one's own": function("    return map(abs, x)\n", "def map(f, x):\n    return x\n"),
    "a map gone through once": function("    g = map(abs, x)\n    return sum(g)\n"),
    "a map in two branches": function("    g = map(abs, x)\n    if lr:\n        return sum(g)\n    return max(g)\n"),
    "one after the other": function("    g = map(abs, x)\n    s = sum(g)\n    g = map(abs, t)\n    return s + sum(g)\n"),
    "parts of it": function("    g = iter(x)\n    a = next(g)\n    return a + sum(g)\n"),
    "zeros and ones": function("    return (x > 0) ^ (t > 0)\n"),
    "exclusive or": function("    return x ^ 1\n"),
    "comparisons that are used": function("    y = x == t\n    assert x == t\n    return y\n"),
    "into an array that is there": function("    np.maximum(x, 0, out=x)\n    np.add.at(x, 0, t)\n    x.sort()\n    return x\n"),
    "a method of one's own": layer(*WHOLE, "    def copy(self):\n        self.b = 1\n    def again(self):\n        self.copy()\n        return 1\n"),
    "an append that returns": function("    y = np.append(x, t)\n    z = t.append(x)\n    return y + z\n"),
    "functions as values": function("    act = np.exp\n    pick = max if lr else min\n    return pick(act(x))\n"),
    "attributes that are called like methods": layer(INIT, FORWARD.replace("self.x = x", "self.x = x; self.sum = x.sum()"), BACKWARD.replace("return dout", "return self.sum - dout")),
    "constants of numpy": function("    return x * np.pi + np.e - np.inf * x.T + x.size\n"),
    "a method that is replaced by another": layer(*WHOLE, "    def fast(self, x):\n        self.forward = self.backward\n        return x\n"),
    "a function that a parameter brings": function("    return t(x) + lr\n"),
    "a property": layer(*WHOLE, "    @property\n    def size(self):\n        return 1\n    def double(self):\n        return self.size * 2\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", RIGHT)
def test_what_looks_like_one_and_is_right_is_none(what: str) -> None:
    assert found(RIGHT[what]) == []
