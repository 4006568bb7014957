"""What a function takes and what stays behind of a call; and beside each what looks like it and is right."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.pieces import Wanted
from tests.sandbox.slips.here import BACKWARD, FORWARD, HEAD, INIT, TRAIN, found, function, layer, lines, slips

WHOLE = INIT, FORWARD, BACKWARD
WRONG = {
    "self-not-there": [
        layer(INIT, FORWARD.replace("forward(self, x):", "forward(x):  #!").replace("self.", ""), BACKWARD),
        layer(INIT, FORWARD, BACKWARD.replace("backward(self, dout):", "backward(dout):  #!")),
        layer(*WHOLE, "    def helper(x):  #!\n        return x * self.W\n"),
    ],
    "parameter-order": [
        layer(INIT.replace("(self, W, b):", "(self, b, W):  #!"), FORWARD, BACKWARD),
        layer(*WHOLE).replace("train(x, t, lr=0.1):", "train(t, x, lr=0.1):  #!"),
        layer(*WHOLE).replace("train(x, t, lr=0.1):", "train(x, lr, t):  #!"),
    ],
    "argument-overwritten": [
        function("    x = np.array([1.0, 2.0])  #!\n    return x * t\n"),
        layer(INIT, FORWARD.replace("self.x = x", "x = 0  #!"), BACKWARD.replace("self.x", "dout")),
        function("    y = t\n    x = t = y  #!\n    return x\n"),
    ],
    "global-for-argument": [
        function("    return X * t  #!\n", "X = np.ones(3)\n"),
        function("    return x_train * t  #!\n", "x_train = np.ones(3)\n"),
        function("    def inner():\n        return x1  #!\n    return inner() * t\n", "x1, x2 = np.ones((2, 3))\n"),
    ],
    "global-for-own": [
        layer(INIT, FORWARD.replace("self.W", "W").replace("b\n", "b  #!\n"), BACKWARD.replace("W.T", "x")) + "W = np.ones(3)\n",
        layer(INIT, FORWARD, BACKWARD.replace("self.W.T", "W.T  #!")) + "for W in np.ones((3, 3)):\n    pass\n",
        layer(INIT, FORWARD.replace("self.b", "b  #!"), BACKWARD) + "b = np.zeros(2)\n",
    ],
    "shared-default": [
        function("    cache[0] = x\n    return cache\n").replace("lr=0.1):", "lr=0.1, cache={}):  #!"),
        function("    seen.append(x)\n    return seen\n").replace("lr=0.1):", "lr=0.1, seen=[]):  #!"),
        layer(INIT.replace("W, b):", "W, b, kept=dict()):  #!") + "        kept.update(W=W)\n", FORWARD, BACKWARD),
    ],
    "shared-attribute": [
        layer("    cache = {}  #!\n", INIT, FORWARD.replace("self.x = x", "self.x = x; self.cache['x'] = x"), BACKWARD),
        layer("    seen = []  #!\n", INIT, FORWARD.replace("self.x = x", "self.x = x; self.seen.append(x)"), BACKWARD),
        layer("    h = dict()  #!\n", INIT, FORWARD, BACKWARD.replace("self.dW =", "self.h.update(a=1); self.dW =")),
    ],
    "fixed-size": [
        layer(INIT, FORWARD.replace("self.x = x", "self.x = np.zeros((2, 3))  #!"), BACKWARD),
        layer(INIT, FORWARD, BACKWARD.replace("self.dW = self.x.T @ dout", "self.dW = np.ones((3, 4)) * dout  #!")),
        layer(INIT, FORWARD, BACKWARD.replace("self.dW = self.x.T @ dout", "self.dW = np.empty((10, 5), dtype=float)  #!")),
    ],
    "defined-twice": [
        layer(INIT, "    def forward(self, x):  #!\n        return x\n", FORWARD, BACKWARD),
        layer(*WHOLE).replace("class Layer", "def train(x, t, lr=0.1):  #!\n    return x\nclass Layer"),
        layer(*WHOLE).replace("class Layer", "class Layer:  #!\n    def forward(self, x):\n        return x\nclass Layer"),
    ],
    "stub-below": [
        layer(*WHOLE, "    def forward(self, x):  #!\n        raise NotImplementedError\n"),
        layer(*WHOLE, '    def backward(self, dout):  #!\n        """Set self.dW, return dx."""\n        raise NotImplementedError("here")\n'),
        layer(*WHOLE, "    def forward(self, x):  #!\n        pass\n"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("slug", "source"), [(slug, one) for slug, some in WRONG.items() for one in some])
def test_a_slip_is_found_in_its_line(slug: str, source: str) -> None:
    assert set(found(source)) == {(slug, line) for line in lines(source)}


def test_a_parameter_of_another_name() -> None:
    for name in ("dout_", "dy", "gradient"):
        source = layer(INIT, FORWARD, BACKWARD.replace("dout", name).replace("):", "):  #!"))
        assert found(source) == [("parameter-name", line) for line in lines(source)]


RIGHT = {
    "more parameters": layer(INIT, FORWARD.replace("(self, x)", "(self, x, train_flg=True)"), BACKWARD),
    "any parameters": layer(INIT, "    def forward(*args):\n        self, x = args\n        return x\n", BACKWARD.replace("self.x", "dout")),
    "a static method": layer(INIT, "    @staticmethod\n    def forward(x):\n        return x\n", BACKWARD.replace("self.x", "dout")),
    "made static afterwards": layer(INIT, "    def forward(x):\n        return x\n    forward = staticmethod(forward)\n", BACKWARD.replace("self.x", "dout")),
    "a helper that is called by the class": layer(*WHOLE, "    def scaled(x):\n        return 2 * x\n"),
    "an argument that is changed": function("    x = np.asarray(x)\n    t = t - x\n    return x * t\n"),
    "an argument that is looked at first": function("    if x is None:\n        x = 1\n    for t in x:\n        pass\n    return x\n"),
    "a default that is overwritten": function("    lr = 0.01\n    return x * t * lr\n"),
    "a loop that uses the name again": function("    for x in range(3):\n        t = t + x\n    return t\n"),
    "an argument nobody needs": function("    return t\n"),
    "a constant of the file": function("    return x_max * t\n", "x_max = 10\n"),
    "a function of the file": function("    return x_scaled(t)\n", "def x_scaled(v):\n    return v\n"),
    "a global of another kind": function("    return x * t * RATES\n", "RATES = np.ones(3)\n"),
    "a global of that name that is a local": function("    X = x\n    return X * t\n", "X = np.ones(3)\n"),
    "a default that nobody changes": function("    return x * shape[0]\n").replace("lr=0.1):", "lr=0.1, shape=[1]):"),
    "a default that is replaced": function("    cache = dict(cache)\n    cache[0] = x\n    return cache\n").replace("lr=0.1):", "lr=0.1, cache={}):"),
    "a count of the class": layer("    calls = 0\n", INIT, FORWARD.replace("self.x = x", "self.x = x; self.calls += 1"), BACKWARD),
    "a table of the class": layer("    names = ['W', 'b']\n", INIT, FORWARD, BACKWARD),
    "an attribute of the class that each object replaces": layer("    cache = {}\n", INIT, FORWARD.replace("self.x = x", "self.x = x; self.cache = {}; self.cache['x'] = x"), BACKWARD),
    "sizes that are known": layer(INIT, FORWARD.replace("self.x = x", "self.x = np.zeros((1, 2)); self.x = np.zeros((len(x), 2))"), BACKWARD),
    "a property and its setter": layer(INIT, FORWARD, BACKWARD, "    @property\n    def q(self):\n        return 1\n    @q.setter\n    def q(self, v):\n        pass\n"),
    "the same twice": layer(INIT, FORWARD, FORWARD, BACKWARD) + TRAIN,
    "the stub above": f"{HEAD}class Layer:\n    def forward(self, x):\n        raise NotImplementedError\n" + layer(*WHOLE),
    "one of two, in branches": function("    return x\n").replace("def train", "try:\n    from fast import train\nexcept ImportError:\n    pass\ndef train"),
}  # fmt: skip


@pytest.mark.parametrize("what", RIGHT)
def test_what_looks_like_one_and_is_right_is_none(what: str) -> None:
    assert found(RIGHT[what]) == []


def test_a_global_that_stands_in_for_a_misspelt_argument() -> None:
    source = "import numpy as np\ngrads = [np.ones(3)]\ndef clip(grds, limit):\n    for grad in grads:\n        grad *= limit\n"
    right = source.replace("for grad in grads", "for grad in grds")
    stub = "def clip(grads, limit):\n    raise NotImplementedError\n"

    assert ("global-for-misspelt", 4, "grads", "2") in slips(source, stub=stub, wanted=[Wanted("clip", (), "function")])
    assert {one[0] for one in slips(right, stub=stub, wanted=[Wanted("clip", (), "function")])} == {"parameter-name"}
