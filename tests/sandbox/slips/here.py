"""Slips of a source against a stub, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grader.sandbox.inside.parsing import Source
from grader.sandbox.inside.pieces import Wanted
from grader.sandbox.inside.slips import find_slips

STUB = '''import numpy as np


def softmax(x):
    """Given: softmax of each row of x, (N, M)."""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


class Layer:
    """y = x @ W + b; x: (N, D), W: (D, M), params with the key W1."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None

    def forward(self, x):
        """Return x @ W + b."""
        raise NotImplementedError

    def backward(self, dout):
        """Set self.dW, return dx."""
        raise NotImplementedError


def train(x, t, lr=0.1):
    """Return the weights."""
    raise NotImplementedError
'''
WANTED = (Wanted("Layer", (), "class"), Wanted("train", (), "function"))
INIT = "    def __init__(self, W, b):\n        self.W = W\n        self.b = b\n        self.dW = None\n"
FORWARD = "    def forward(self, x):\n        self.x = x\n        return x @ self.W + self.b\n"
BACKWARD = "    def backward(self, dout):\n        self.dW = self.x.T @ dout\n        return dout @ self.W.T\n"
TRAIN = "def train(x, t, lr=0.1):\n    return x * t * lr\n"
HEAD = "import numpy as np\n"
MARK = "  #!"


def layer(*methods: str) -> str:
    """An answer whose class has these methods."""
    return f"{HEAD}class Layer:\n{''.join(methods)}{TRAIN}"


def function(body: str, above: str = "") -> str:
    """An answer whose function `train` has this body."""
    return f"{HEAD}{above}class Layer:\n{INIT}{FORWARD}{BACKWARD}def train(x, t, lr=0.1):\n{body}"


def slips(source: str, raised: Sequence[int] = (), stub: str = STUB, wanted: Sequence[Wanted] = WANTED) -> list[Any]:
    return find_slips([Source(1, source)], wanted, stub, raised)


def lines(source: str) -> list[int]:
    """Those that are marked."""
    return [number for number, line in enumerate(source.split("\n"), 1) if line.endswith(MARK)]


def found(source: str, raises: bool = False) -> list[tuple[str, int]]:
    """Slugs and lines; `raises`: whether an exception was raised in each marked line."""
    return [(one[0], one[1]) for one in slips(source, lines(source) if raises else ())]
