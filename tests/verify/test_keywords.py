"""A keyword that the statement names is accepted by position and by name alike, in every exercise."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.model import Course
from grader.sandbox.host import Sandbox
from grader.sandbox.inside import interpreter
from grader.verify.keywords import by_name_only, by_position_only, keywords, renamed, rewritten
from tests.conftest import ROOT, exercise, grade_sources, reference_source
from tests.course_maker import make_course
from tests.verify.made import layer, said

IDS = [one.id for one in load_course(ROOT).exercises]


@pytest.mark.parametrize("id_", IDS)
def test_every_exercise_takes_every_way(course: Course, id_: str) -> None:
    assert said(keywords(Oracle(course, exercise(course, id_), 0))) == []


@pytest.mark.parametrize(
    ("id_", "changes"),
    [
        ("leaky_relu", {"alpha": "a"}),
        ("swish", {"beta": "b"}),
        ("adam", {"beta1": "b1", "beta2": "rho"}),
        ("two_layer_net", {"weight_init_std": "std"}),
        ("learning_rate_schedules", {"warmup": "w"}),
    ],
)
@pytest.mark.parametrize("change", [renamed, by_position_only, by_name_only])
def test_in_a_worker_too(
    course: Course, sandbox: Sandbox, id_: str, changes: dict[str, str], change: Callable[..., None]
) -> None:
    source = reference_source(course, id_)
    symbols = exercise(course, id_).symbols
    source = rewritten(source, symbols, change)
    assert change is not renamed or all(f"own_{name}" in source for name in changes)
    for before, after in changes.items():
        source = source.replace(f"own_{before}", after)

    assert grade_sources(course, sandbox, {id_: source}).exercises[0].status == "passed"


CHECK = (
    '@check(points=4, en="a", ja="あ")\ndef values(lab, draw):\n    layer = lab.Double({})\n'
    "    return layer.forward(draw.normal(3)) + layer.backward(dout=draw.normal(3))\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path)


@pytest.mark.parametrize("way", ["3.0", "scale=3.0", ""])
def test_a_made_up_course(root: Path, way: str) -> None:
    assert said(keywords(layer(root, CHECK.format(way)))) == []


@pytest.mark.parametrize(
    ("way", "wrong"),
    [("scale=3.0", ["renamed", "by position only"]), ("3.0", ["renamed", "by position only", "with a default by name only"])],
)  # fmt: skip
def test_it_would_be_noticed(root: Path, monkeypatch: pytest.MonkeyPatch, way: str, wrong: list[str]) -> None:
    monkeypatch.setattr(interpreter, "fitted", lambda function, args, kwargs, stub: (args, kwargs))

    assert said(keywords(layer(root, CHECK.format(way)))) == [
        f"exercises/checks.py: values rejects the reference with its parameters {how}; is it handed over by position and by "
        "name alike?"
        for how in wrong
    ]


SOURCE = """
def f(x, a=1):
    def inner(a):
        return a + x
    return inner(a) + (lambda x: x + a)(x) + sum(a for a in [x])

def g(x, a=1):
    return f(x, a=a)

class C:
    def __init__(self, x, a=1):
        self.a = a
    def forward(self, x, a=2):
        return self.a + x + a
    def _own(self, a):
        return a
"""


def test_the_rewritten_source_means_the_same() -> None:
    def run(source: str) -> list[object]:
        space: dict[str, Callable[..., object]] = {}
        exec(source, space)
        made = space["C"](1, 5)
        return [space["f"](3, 4), space["g"](3, 4), made.forward(2), made._own(6)]  # type: ignore[attr-defined]

    expected = run(SOURCE)
    for change in (renamed, by_position_only):
        changed = rewritten(SOURCE, ("f", "g", "C"), change)
        assert changed != ast.unparse(ast.parse(SOURCE)) and run(changed) == expected
    text = rewritten(SOURCE, ("f", "g", "C"), renamed)
    assert "def f(x, a=1)" in text  # it is called by name inside
    assert "def g(own_x, own_a=1)" in text and "def forward(self, own_x, own_a=2)" in text
    assert "def forward(self, x, *, a=2)" in rewritten(SOURCE, ("C",), by_name_only)
