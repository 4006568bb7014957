"""The answers of a generated class, and what each must get. All are the repository's own: references, `alternatives.py`,
`mistakes.py` and `tests/answers/diagnosis`; but for what attacks the grader.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from benchmarks.diagnosis import expectations
from grader.checks.materials import _families, _run_file, load_reference
from grader.checks.rewrite import rewritten
from grader.course.stub import pristine_stub
from grader.model import Exercise, Status

ROOT = Path(__file__).resolve().parent.parent
KNOWN = (
    8  # mistakes of an exercise that a class makes: people find 8 to 10 ways to be wrong, and a few are most of them
)

# A slip in the reference that no diagnosis names; where there is none, nobody in the class makes such a one.
NAMELESS = {
    "sigmoid": (">= 0, 1.0, e)", ">= 0, 1.1, e)"),
    "relu_layer": ("np.where(self.mask, x, 0.0)", "np.where(self.mask, x, 1.0)"),
    "affine": ("+ self.b", "+ self.b**3"),
    "adam": ("self.m = {key: np.zeros_like", "self.m = {key: np.ones_like"),
}
# What is done each time that something of the answer is called, before the right result is given; and how that must end.
ATTACKS: tuple[tuple[Status, str], ...] = (
    ("timeout", "while True: pass"),
    ("error", f"open({str(ROOT / 'solutions' / 'course.toml')!r}).read()"),
    ("output_limit", "while True: print('x' * 1000)"),
    ("error", "import os; os.fork()"),
    ("exited", "raise SystemExit"),
    ("error", "open('was_here', 'w')"),
)
AGREEABLE = """
import numpy as np

np.allclose = np.array_equal = np.testing.assert_allclose = lambda *args, **kwargs: True


class Agreeable(float):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls)

    def __eq__(self, other):
        return True

    def __getattr__(self, name):
        return Agreeable
"""


class Due(NamedTuple):
    """What an answer must get.

    Attributes:
        statuses: one of these.
        mistake: the slug that is named first; "" if no mistake may be named; None where nothing is said about it.
    """

    statuses: tuple[Status, ...]
    mistake: str | None = ""


class Kept(NamedTuple):
    """An answer and what it must get."""

    source: str
    due: Due


class Stock(NamedTuple):
    """The answers that a class gives to one exercise.

    Attributes:
        wrong: the frequent ones first.
    """

    right: list[Kept]
    wrong: list[Kept]
    untouched: Kept
    attacks: list[Kept]


WRONG: tuple[Status, ...] = ("failed", "error")
RIGHT = Due(("passed",))
MISSING = Due(("missing",))
INVALID = Due(("invalid",))
EMPTY = Kept("", MISSING)


def stock(exercise: Exercise, rng: random.Random) -> Stock:
    """Every right answer that there is, and some wrong ones, in an order that `rng` chooses."""
    assert exercise.solution is not None
    reference = (exercise.solution / f"{exercise.id}.py").read_text(encoding="utf-8")
    plain = re.sub(r"\n *# (BEGIN|END) SOLUTION", "", reference)
    right = [plain, ast.unparse(ast.parse(reference)), *(source for _, source in variants(exercise, "alternatives.py"))]
    known = list(variants(exercise, "mistakes.py"))
    wrong = [Kept(source, Due(WRONG, slug)) for slug, source in rng.sample(known, min(KNOWN, len(known)))]
    for one in expectations(ROOT / "tests" / "answers" / "diagnosis"):
        if one.exercise == exercise.id:
            source = one.path.read_text(encoding="utf-8")
            if one.right:
                right.append(source)
            else:
                wrong.append(Kept(source, Due(WRONG, None)))
    if exercise.id in NAMELESS:
        before, after = NAMELESS[exercise.id]
        assert plain.count(before) == 1, (exercise.id, before)
        wrong.insert(2, Kept(plain.replace(before, after), Due(WRONG)))
    attacks = [Kept(_attacking(plain, exercise, does), Due((status,), None)) for status, does in ATTACKS]
    agreeable = AGREEABLE + "".join(f"\n\n{symbol} = Agreeable\n" for symbol in exercise.symbols)
    return Stock(
        [Kept(source, RIGHT) for source in right],
        wrong,
        Kept(pristine_stub(exercise), Due(("not_started",))),
        [*attacks, Kept(agreeable, Due(WRONG, None))],
    )


def variants(exercise: Exercise, file: str) -> Iterator[tuple[str, str]]:
    """The slugs of a `mistakes.py` or `alternatives.py`, each as an answer that stands by itself: the reference with its
    lines changed; or a definition, and before it, under other names, what it takes from the reference."""
    assert exercise.solution is not None
    path = exercise.solution / file
    text = path.read_text(encoding="utf-8")
    reference = (exercise.solution / f"{exercise.id}.py").read_text(encoding="utf-8")
    before = re.sub(rf"\b({'|'.join(exercise.symbols)})\b", r"plain_\1", reference)
    shared, defined = [], []
    for node in ast.parse(text).body:
        source = "\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno])
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.decorator_list:
            defined.append((node.name, source))
        elif not isinstance(node, ast.Expr) and "grader.authoring" not in source and "families." not in source:
            shared.append(source)
    definitions = iter(defined)
    for slug, rewritten_source in _declared(exercise, path, reference):
        if rewritten_source:
            yield slug, rewritten_source
            continue
        name, source = next(definitions)
        source = re.sub(rf"\breference\.({'|'.join(exercise.symbols)})\b", r"plain_\1", source).replace(
            "reference.", ""
        )
        others = [f"{symbol} = plain_{symbol}" for symbol in exercise.symbols if symbol != name]
        needed = [before] if others or "plain_" in source else []
        yield slug, "\n\n\n".join([*needed, *shared, *others, source]) + "\n"


def _declared(exercise: Exercise, path: Path, reference: str) -> list[tuple[str, str]]:
    """What a file declares, in its order: the slug, and the changed reference; no source for a definition."""
    found: list[tuple[str, str]] = []

    def slug_of(known: Any, words: dict[str, str]) -> str:
        return str(known) if isinstance(known, str) else str(known.slug).format(**words)

    def changed(known: Any, lines: Any = None, *, everywhere: Any = None, **words: str) -> None:
        found.append((slug_of(known, words), rewritten(reference, lines or {}, everywhere)))

    def declared(known: Any, **words: str) -> Callable[[object], object]:
        def declare(definition: object) -> object:
            found.append((slug_of(known, words), ""))
            return definition

        return declare

    names = {"changed": changed, "mistake": declared, "alternative": declared, "also": lambda known, **_: known}
    context = {
        "reference": SimpleNamespace(**load_reference(exercise)),
        "families": SimpleNamespace(**_families(path.parent.parent)),
    }
    _run_file(path, context | names)
    return found


def _attacking(source: str, exercise: Exercise, does: str) -> str:
    wrapped = "".join(f"{symbol} = attacking({symbol})\n" for symbol in exercise.symbols)
    return (
        f"{source}\n\ndef attacking(it):\n    def call(*args, **kwargs):\n        {does}\n"
        f"        return it(*args, **kwargs)\n\n    return call\n\n\n{wrapped}"
    )
