"""Reads the cases. An answer in `cases/` says in its first lines what it is and what must become of it:

    # Equal to everything.
    # exercise: sigmoid         what it answers; `double` if nothing is said
    # expect: failed, error     the exercise's status is one of these
    # score: 0                  0, full or some (any); where nothing is said full for `passed`, some if that is one of several
    # says: wrong type          a pattern that the message must hold
    # apart: yes                graded in a second class, because it would spoil what is said of the first one
    # only: user-bare           what takes long is graded in the configurations with this in their name
    # due: why                  the grader does not hold against it yet, and the test says so when it does
    # due in: bare              … and only in the configurations with this in their name

`@COURSE@` becomes the folder of the course, `@ROOT@` that of the grader, `@SECOND_SEEDS@` what the workers are seeded with that run
the answer a second time (of a course whose secret is known): luck that is good at first and then bad. Attacks that are no answers stand in `hand_ins.py`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

CASES = Path(__file__).with_name("cases")
_LINE = re.compile(r"#\s*(exercise|expect|score|says|apart|only|due in|due)\s*:\s*(.*)")


class Case(NamedTuple):
    """
    Attributes:
        name: also the student's who hands it in.
        about: what it does, in a line.
        exercise: which it attacks; empty if the whole hand-in does.
        statuses: one of these is right.
        score: 0, full or some.
        source: the answer; empty where `make` makes what is handed in.
        make: writes the hand-in at a path, or beside it under another ending.
        due: why the grader does not hold yet, and in which configurations.
    """

    name: str
    about: str
    statuses: tuple[str, ...]
    score: str
    exercise: str = "double"
    source: str = ""
    make: Callable[[Path], None] | None = None
    says: str = ""
    apart: bool = False
    only: str = ""
    due: str = ""
    due_in: str = ""

    def is_due(self, configuration: str) -> bool:
        return bool(self.due) and self.due_in in configuration


_NAMED_ONLY = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def usual_score(statuses: tuple[str, ...]) -> str:
    return "full" if statuses == ("passed",) else "some" if "passed" in statuses else "0"


def read_case(path: Path) -> Case:
    source = path.read_text(encoding="utf-8")
    head = source.partition("\n\n")[0].splitlines()
    said = {match[1]: match[2].strip() for line in head if (match := _LINE.fullmatch(line))}
    statuses = tuple(re.split(r",\s*", said["expect"]))
    return Case(
        name=path.stem,
        about=head[0].removeprefix("#").strip(),
        statuses=statuses,
        score=said.get("score", usual_score(statuses)),
        exercise=said.get("exercise", "double"),
        source=source,
        says=said.get("says", ""),
        apart="apart" in said,
        only=said.get("only", ""),
        due=said.get("due", ""),
        due_in=said.get("due in", ""),
    )


@cache
def catalogue() -> tuple[Case, ...]:
    from tests.hostile.hand_ins import HAND_INS

    cases = (*(read_case(path) for path in sorted(CASES.rglob("*.py"))), *HAND_INS)
    names = [one.name for one in cases]
    assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)
    return cases


def answer(case: Case, course: Path) -> str:
    source = case.source.replace("@COURSE@", str(course)).replace("@ROOT@", str(ROOT))
    if "@SECOND_SEEDS@" in source:
        source = source.replace("@SECOND_SEEDS@", second_seeds(course, case.exercise))
    return run_whole(source)


def run_whole(source: str) -> str:
    """Source of which all runs, as if the answer needed each of its lines: those of an attack would be left out. The lines keep
    their numbers and their file. What Python cannot parse stays as it is."""
    try:
        acts = [one for one in ast.parse(source).body if not isinstance(one, _NAMED_ONLY)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    if not acts or "'''" in source or source.rstrip().endswith("\\"):
        return source
    return f"SOURCE = r'''{source}'''\nexec(compile(SOURCE, __file__, 'exec'))\n"


def second_seeds(course: Path, exercise: str) -> str:
    """As Python reads it."""
    from grader.checks.oracle import Oracle
    from grader.course.discover import load_course

    loaded = load_course(course)
    again = Oracle(loaded, next(one for one in loaded.exercises if one.id == exercise), 0).again
    return repr([again.workers_seed(check, level) for check in again.checks for level in range(check.levels)])
