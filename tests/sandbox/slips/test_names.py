"""Names that are nearly right, in the wrong place, or nowhere; and beside each what looks like it and is right."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.parsing import Source
from grader.sandbox.inside.pieces import Wanted
from grader.sandbox.inside.slips import find_slips
from tests.sandbox.slips.here import (
    BACKWARD,
    FORWARD,
    HEAD,
    INIT,
    STUB,
    TRAIN,
    WANTED,
    found,
    function,
    layer,
    lines,
    slips,
)

WHOLE = INIT, FORWARD, BACKWARD
WRONG = {
    "name-near": [
        layer(INIT, FORWARD.replace("forward(self, x):", "foward(self, x):  #!"), BACKWARD),
        layer(INIT, FORWARD, BACKWARD.replace("backward(self, dout):", "back_ward(self, dout):  #!")),
        layer(*WHOLE).replace("def train(x, t, lr=0.1):", "def trian(x, t, lr=0.1):  #!"),
        layer(*WHOLE).replace("class Layer:", "class layer:  #!"),
        layer(INIT.replace("__init__(self, W, b):", "__int__(self, W, b):  #!"), FORWARD, BACKWARD),
        layer(INIT.replace("__init__(self, W, b):", "_init_(self, W, b):  #!"), FORWARD, BACKWARD),
    ],
    "method-outside": [
        f"{HEAD}class Layer:\n{INIT}{FORWARD}def backward(self, dout):  #!\n    self.dW = dout\n    return dout\n{TRAIN}",
        f"{HEAD}class Layer:\n{INIT}{BACKWARD}{TRAIN}def forward(x):  #!\n    return x\n",
        f"{HEAD}def forward(self, x):  #!\n    return x\nclass Layer:\n{INIT}{BACKWARD}{TRAIN}",
    ],
    "method-inside-method": [
        layer(INIT, FORWARD, "        def backward(self, dout):  #!\n            self.dW = dout\n            return dout\n"),
        layer(INIT, "        def forward(self, x):  #!\n            return x\n", BACKWARD.replace("self.x", "dout")),
        layer(INIT, "    def forward(self, x):\n        if x.ndim:\n            def backward(self, dout):  #!\n                return dout\n        return x\n"),
    ],
    "local-not-kept": [
        layer(INIT, FORWARD, "    def backward(self, dout):\n        dW = self.x.T @ dout  #!\n        return dout @ self.W.T\n"),
        layer(INIT, FORWARD, "    def backward(me, dout):\n        dx, dW = dout, dout  #!\n        return dx\n"),
        layer(INIT, FORWARD, "    def backward(self, dout):\n        for dW in dout:  #!\n            pass\n        return dout\n"),
    ],
    "attribute-near-asked": [
        layer(INIT, FORWARD, BACKWARD.replace("self.dW = self.x.T @ dout", "self.dw = self.x.T @ dout  #!")),
        layer(INIT, FORWARD, BACKWARD.replace("self.dW = self.x.T @ dout", "self.d_W = self.x.T @ dout  #!")),
        layer(INIT, FORWARD, BACKWARD.replace("self.dW = self.x.T @ dout", "self.dw, z = dout, 1  #!")),
    ],
    "attribute-near": [
        layer(INIT, "    def forward(self, x):\n        self.weights = self.W\n        return x @ self.wieghts  #!\n", BACKWARD.replace("self.x", "dout")),
        layer(INIT, FORWARD, BACKWARD.replace("return dout @ self.W.T", "return dout @ self.w.T  #!")),
        layer(INIT, FORWARD, BACKWARD.replace("return dout @", "return self.foward(dout) @").replace("W.T\n", "W.T  #!\n")),
    ],
    "assigned-without-self": [
        layer(INIT.replace("self.b = b", "b = b  #!"), FORWARD, BACKWARD),
        layer(INIT, FORWARD.replace("self.x = x", "mask = x > 0  #!"), BACKWARD.replace("self.x.T", "self.mask.T")),
        layer(INIT.replace("self.W = W", "W = np.asarray(W)  #!"), FORWARD, BACKWARD),
    ],
    "function-not-of-self": [
        layer(INIT, FORWARD.replace("return x", "return self.softmax(x)").replace("self.b\n", "self.b  #!\n"), BACKWARD) + "def softmax(x):\n    return x\n",
        layer(INIT, FORWARD.replace("return x", "return self.act(x)").replace("self.b\n", "self.b  #!\n"), BACKWARD) + "def act(x):\n    return x\n",
        layer(INIT, FORWARD, BACKWARD.replace("return dout", "return self.train(dout, 1)").replace("W.T\n", "W.T  #!\n")),
    ],
    "self-before-name": [
        layer(INIT, FORWARD.replace("return x @ self.W + self.b", "return x @ W + self.b  #!"), BACKWARD),
        layer(INIT, FORWARD, BACKWARD.replace("return dout @ self.W.T", "return dout @ W.T  #!")),
        layer(INIT, FORWARD, BACKWARD.replace("return dout @ self.W.T", "return forward(dout)  #!")),
    ],
    "helper-deleted": [
        function("    return softmax(x)  #!\n"),
        function("    def loss(z):\n        return softmax(z)  #!\n    return loss(x)\n"),
        layer(INIT, FORWARD.replace("return x @ self.W + self.b", "return softmax(x)  #!"), BACKWARD),
    ],
    "unbound-near": [
        function("    weights = x * t\n    return wieghts  #!\n"),
        function("    total = smu(x)  #!\n    return total\n", "def summe(x):\n    return x\n").replace("smu", "sume"),
        function("    gradient = x\n    return lr * gradeint  #!\n"),
        function("    return rnage(3)  #!\n"),
    ],
    "numpy-near": [
        function("    return np.summ(x)  #!\n"),
        function("    return np.dots(x, t)  #!\n"),
        function("    return np.random.rnad(3)  #!\n"),
        function("    return np.maximun(x, 0)  #!\n"),
        function("    return np.linalg.nrom(x)  #!\n"),
    ],
    "numpy-lacks": [
        function("    return np.sigmoid(x)  #!\n"),
        function("    return np.relu(x)  #!\n"),
        function("    return np.random.gaussian01(x)  #!\n"),
    ],
}  # fmt: skip
RAISED = {
    "array-lacks": [
        function("    return x.exp()  #!\n"),
        function("    return (x - 1).maximum(0)  #!\n"),
        function("    return x.abs()  #!\n"),
    ],
    "array-near": [
        function("    return x.summ()  #!\n"),
        function("    return x.reshap(-1)  #!\n"),
        function("    return x.T.cpoy()  #!\n"),
    ],
    "key-near": [
        function("    params = {'weights': x}\n    return params['wieghts']  #!\n"),
        function("    return x['w1']  #!\n"),
        function("    x['gradient'] = t\n    return x['gradeint']  #!\n"),
    ],
}
NO_NUMPY = [
    "def train(x, t, lr=0.1):\n    return np.sum(x)  #!\n",
    "def train(x, t, lr=0.1):\n    return numpy.sum(x)  #!\n",
    "from math import exp\ndef train(x, t, lr=0.1):\n    return exp(np.sum(x))  #!\n",
]


@pytest.mark.parametrize(("slug", "source"), [(slug, one) for slug, some in WRONG.items() for one in some])
def test_a_slip_is_found_in_its_line(slug: str, source: str) -> None:
    assert set(found(source)) == {(slug, line) for line in lines(source)}


@pytest.mark.parametrize(("slug", "source"), [(slug, one) for slug, some in RAISED.items() for one in some])
def test_a_slip_that_needs_an_exception_is_found_in_the_line_that_raised_it(slug: str, source: str) -> None:
    assert set(found(source, raises=True)) == {(slug, line) for line in lines(source)}


@pytest.mark.parametrize("source", NO_NUMPY)
def test_numpy_that_is_not_imported(source: str) -> None:
    assert ("numpy-not-imported", lines(source)[0]) in found(source)


def test_init_that_the_stub_does_not_have() -> None:
    stub = "class A:\n    def f(self):\n        raise NotImplementedError\n"
    for name in ("__int__", "_init_", "__init", "__inti__"):
        source = f"class A:\n    def {name}(self, x=1):\n        self.x = x\n    def f(self):\n        return 1\n"
        assert slips(source, (), stub, [Wanted("A", (), "class")]) == [("init-near", 2, name)]


RIGHT = {
    "whole": layer(*WHOLE),
    "another name for self": layer(*(one.replace("self", "me") for one in WHOLE)),
    "a class that inherits": f"{HEAD}class Base:\n{INIT}{FORWARD}class Layer(Base):\n{BACKWARD}{TRAIN}",
    "methods that are put in afterwards": f"{HEAD}def forward(self, x):\n    return x\nclass Layer:\n{INIT}{BACKWARD}Layer.forward = forward\n{TRAIN}",
    "attributes by their text": layer(INIT.replace("self.b = b", "setattr(self, 'b', b)"), FORWARD, BACKWARD),
    "everything by vars": layer("    def __init__(self, W, b):\n        vars(self).update(W=W, b=b)\n", FORWARD, BACKWARD),
    "a conversion": layer(*WHOLE, "    def __int__(self):\n        return int(self.b)\n"),
    "a helper called _init_, which is called": layer(*WHOLE, "    def _init_(self, x):\n        self.q = x\n    def again(self):\n        self._init_(1)\n"),
    "a local dW that is used": layer(INIT, FORWARD, "    def backward(self, dout):\n        dW = self.x.T @ dout\n        self.dW = dW\n        return dout\n"),
    "dW filled in place": layer(INIT.replace("None", "np.zeros_like(W)"), FORWARD, "    def backward(self, dout):\n        self.dW[...] = self.x.T @ dout\n        return dout\n"),
    "a class attribute": layer("    b = 0\n", INIT.replace("        self.b = b\n", ""), FORWARD, BACKWARD),
    "a property": layer(INIT.replace("self.b = b", "self.bias = b"), "    @property\n    def b(self):\n        return self.bias\n", FORWARD, BACKWARD),
    "set by a function of the file": layer(INIT.replace("self.b = b", "keep(self, b)"), FORWARD, BACKWARD) + "def keep(it, b):\n    it.b = b\n",
    "a star import": layer(INIT, FORWARD.replace("self.b", "b"), BACKWARD).replace(HEAD, HEAD + "from math import *\n"),
    "global variables": layer(INIT, FORWARD.replace("self.b", "bias"), BACKWARD) + "bias = 0\n",
    "a global that a function makes": layer(INIT, FORWARD.replace("self.b", "bias"), BACKWARD) + "def f():\n    global bias\n    bias = 0\nf()\n",
    "names of comprehensions, handlers and matches": function("    try:\n        y = [row for row in x]\n    except ValueError as error:\n        y = error\n    match y:\n        case [first, *rest]:\n            return first, rest\n        case {'a': a, **others}:\n            return a, others\n    return y\n"),
    "a helper written anew": function("    return softmax(x)\n", "def softmax(x):\n    return x\n"),
    "a helper as a lambda": function("    return softmax(x)\n", "softmax = lambda x: x\n"),
    "a helper inside": function("    def softmax(z):\n        return z\n    return softmax(x)\n"),
    "names of numpy that are new or old": function("    return np.trapezoid(x, t) if hasattr(np, 'trapezoid') else np.trapz(x, t)\n"),
    "numpy tried": function("    try:\n        return np.trapezzoid(x)\n    except AttributeError:\n        return x\n"),
    "np that is something else": function("    np = t\n    return np.summ(x)\n"),
    "what numpy had once is said elsewhere": function("    return np.float(x) + np.product(x) + np.in1d(x, t)\n"),
    "methods of other objects": function("    return x.exp().summ()\n"),
    "a class inside a method": layer(*WHOLE, "    def make(self):\n        a = 1\n        class Other:\n            a = 2\n            def get(self):\n                return self.a\n        return Other, a\n"),
    "an attribute kept under a name that is not there": layer(INIT, FORWARD.replace("self.x = x", "out = x; self.b = b").replace("+ self.b", "+ b"), BACKWARD.replace("self.x", "dout")),
    "keys": function("    params = {'W1': x}\n    return params['W1'] + params['b1']\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", RIGHT)
def test_what_looks_like_one_and_is_right_is_none(what: str) -> None:
    assert found(RIGHT[what]) == []


def test_what_is_handed_in_besides_may_set_anything() -> None:
    source = layer(INIT.replace("self.b = b", "b = b"), FORWARD, BACKWARD)
    other = Source(100, "def keep(it):\n    it.b = 1\n", "other.py")
    assert find_slips([Source(1, source)], WANTED, STUB) != []
    assert find_slips([Source(1, source), other], WANTED, STUB) == []
