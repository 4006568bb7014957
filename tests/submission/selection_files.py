"""Whole files that run in plain Python with numpy, and hold more than an answer: some of it changes what the answer uses.

`selection/ways.txt` has ways in which a value comes about that an answer uses; each is put round one of `ANSWERS`.
`selection/noise.txt` has what changes nothing. `selection/wholes.txt` has files as they are. More are drawn with a seed.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

PIECES = Path(__file__).with_name("selection")
DRAWN = 160

# The answer's value stands for VALUE. These need not be right answers: they show what VALUE has become.
ANSWERS = (
    ("sigmoid", "def sigmoid(x):\n    return VALUE / (1 + np.exp(-x))\n"),
    ("relu_layer", """
class Relu:
    def __init__(self):
        self.scale = VALUE

    def forward(self, x):
        self.mask = x > 0
        return self.scale * x * self.mask

    def backward(self, dout):
        return VALUE * dout * self.mask
"""),
    ("logic_gates", """
def gate(weights, x1, x2):
    return (np.dot(weights, [x1, x2]) > 0.7) * VALUE


def AND(x1, x2):
    return gate([0.5, 0.5], x1, x2)


def NAND(x1, x2):
    return VALUE - AND(x1, x2)


OR = lambda x1, x2: NAND(NAND(x1, x1), NAND(x2, x2))
"""),
    ("sigmoid", "def _inner(x):\n    return VALUE + np.exp(-x)\n\n\ndef sigmoid(x):\n    return 1 / _inner(x)\n"),
    ("adam", """
class Optimizer:
    def each(self, params, grads):
        for key in params:
            params[key] = params[key] - self.lr * VALUE * self.direction(key, grads[key])


class Adam(Optimizer):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2, self.t, self.seen = lr, beta1, beta2, 0, {}

    def direction(self, key, g):
        m, v = self.seen.get(key, (0, 0))
        m, v = self.beta1 * m + (1 - self.beta1) * g, self.beta2 * v + (1 - self.beta2) * g * g
        self.seen[key] = m, v
        return m / (1 - self.beta1**self.t) / (np.sqrt(v / (1 - self.beta2**self.t)) + 1e-8)

    def update(self, params, grads):
        self.t += 1
        self.each(params, grads)
"""),
)  # fmt: skip
# What only a value that is there before the answer can be put into.
AT_DEFINITION = (
    ("sigmoid", "def sigmoid(x, factor=VALUE):\n    return factor / (1 + np.exp(-x))\n"),
    ("relu_layer", """
class Relu:
    scale = VALUE

    def forward(self, x):
        self.mask = x > 0
        return self.scale * x * self.mask

    def backward(self, dout):
        return self.scale * dout * self.mask
"""),
)  # fmt: skip

# What is asked of an answer to see what it does. One after the other, in the answer's own module.
_ARRAY = "np.array([[-800.0, -1.0, 0.0], [0.5, 2.0, 800.0]])"
CALLS = {
    "sigmoid": (f"sigmoid({_ARRAY})", "sigmoid(0.5)", "sigmoid(np.array([]))", "sigmoid(np.float64(-2.0))"),
    "relu_layer": (
        f"(lambda layer: (layer.forward({_ARRAY}), layer.backward(np.ones((2, 3)))))(Relu())",
        "(lambda layer: (layer.forward(np.array([0.2, 1.0])), layer.backward(np.ones(2)), layer.__dict__))(Relu())",
    ),
    "logic_gates": tuple(
        f"[{gate}(a, b) for a, b in ((0, 0), (0, 1), (1, 0), (1, 1))]" for gate in ("AND", "NAND", "OR")
    ),
    "adam": (
        "(lambda one, params: ([one.update(params, {'W': np.array([3.0, -0.5])}) for _ in range(3)], params))"
        "(Adam(lr=0.1), {'W': np.array([1.0, -2.0])})",
        "(lambda one, params: (one.update(params, {'b': np.ones((2, 2))}), params))(Adam(), {'b': np.ones((2, 2))})",
    ),
}


class Whole(NamedTuple):
    """A file that runs whole; what it defines is asked for by `exercise`."""

    name: str
    exercise: str
    source: str

    @property
    def calls(self) -> tuple[str, ...]:
        return CALLS[self.exercise]


class _Way(NamedTuple):
    name: str
    value: str
    before: str
    after: str


def files(seed: int = 0) -> list[Whole]:
    """At least 200, each under a name of its own; the same for the same seed."""
    ways = [_way(*block) for block in _blocks("ways.txt")]
    plain = [_of(way, ANSWERS[place % len(ANSWERS)], way.name) for place, way in enumerate(ways)]
    early = [_of(way, AT_DEFINITION[place % 2], f"{way.name}, at definition") for place, way in enumerate(ways)]
    wholes = [Whole(name, exercise, _with_numpy(code)) for name, exercise, code in _blocks("wholes.txt")]
    rng = random.Random(seed)
    return [*plain, *early, *wholes, *(_drawn(rng, ways, number) for number in range(DRAWN))]


def _blocks(file: str) -> list[tuple[str, str, str]]:
    """(name, what stands after the bar, text) of each block."""
    parts = re.split(r"^== (.*)\n", (PIECES / file).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = []
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        name, _, said = heading.partition(" | ")
        found.append((name, said.strip(), body))
    return found


def _way(name: str, value: str, body: str) -> _Way:
    before, _, after = body.partition("@@\n")
    return _Way(name, value, before, after)


def _of(way: _Way, answer: tuple[str, str], name: str) -> Whole:
    exercise, source = answer
    code = f"{way.before}\n\n{source.replace('VALUE', way.value)}\n\n{way.after}"
    return Whole(name, exercise, _with_numpy(code))


def _drawn(rng: random.Random, ways: list[_Way], number: int) -> Whole:
    """Two ways in one file, the second under another name, and noise in between."""
    first, second = rng.sample(ways, 2)
    second = _Way(*(re.sub(r"\bk\b", "q", part) for part in second))
    value = f"({first.value} + 10 * {second.value})"
    noise = [text for _, _, text in rng.sample(_blocks("noise.txt"), 4)]
    exercise, source = rng.choice((*ANSWERS, *AT_DEFINITION))
    parts = [noise[0], first.before, noise[1], second.before, source.replace("VALUE", value), noise[2]]
    parts += [first.after, second.after, noise[3]]
    name = f"drawn {number}: {first.name}; {second.name}"
    return Whole(name, exercise, _with_numpy("\n\n".join(parts)))


def _with_numpy(code: str) -> str:
    return code if re.search(r"^(import|from) numpy\b", code, re.MULTILINE) else f"import numpy as np\n\n{code}"
