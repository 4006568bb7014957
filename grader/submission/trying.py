"""What `grade try` makes of a result: its counterexample as a file or a cell, for her to run, change and debug. It is never graded."""

from __future__ import annotations

import re
from pathlib import PurePath

from grader.model import CheckResult, Exercise, ExerciseResult, Text, same
from grader.words import joined, text

MARK = "# grade try"  # what such a file begins with, in every language


def is_made(code: str) -> bool:
    """Whether `grade try` made it: then it is no answer, whatever it imports, and may be written anew."""
    return code.lstrip("\ufeff").startswith(MARK)


def to_try(result: ExerciseResult) -> CheckResult | None:
    """The first failed check of a result that has a program, those with points first."""
    failed = [check for check in result.checks if check.status != "passed" and check.program]
    return min(failed, key=lambda check: not check.max_score, default=None)


def why_not(result: ExerciseResult) -> Text:
    """Why there is nothing to try."""
    if result.status == "passed":
        return text("{exercise} passed: there is nothing to try.", exercise=result.id)
    failed = [check for check in result.checks if check.status == "failed"]
    if any(check.detail for check in failed):
        return text(
            "{exercise}: what failed needs arrays too large to be written down; `grade {exercise}` says what it is.",
            exercise=result.id,
        )
    if failed:
        return text("{exercise}: what failed is hidden, and this course does not show it.", exercise=result.id)
    return joined((same(f"{result.id}: "), result.message), "", "")


def cell(result: ExerciseResult, check: CheckResult) -> Text:
    """The program for a cell of a notebook."""
    return Text(
        *(
            "\n".join((head, *_imports(program), program))
            for head, program in zip(_head(result, check), check.program, strict=True)
        )
    )


def file(result: ExerciseResult, check: CheckResult, exercise: Exercise, answer: PurePath) -> Text:
    """The program for a file beside that of the answer, which it imports."""
    return Text(
        *(
            "\n".join(
                (head, "import numpy as np", "", *_import_of(answer, exercise, program), "", _printing(program), "")
            )
            for head, program in zip(_head(result, check), check.program, strict=True)
        )
    )


def _head(result: ExerciseResult, check: CheckResult) -> Text:
    said = text("change it and run it as you like: it is never graded.")
    return Text(*(f"{MARK} {result.id}: {_line(title)}\n# {one}" for title, one in zip(check.title, said, strict=True)))


def _line(title: str) -> str:
    return " ".join(title.split())


def _imports(program: str) -> tuple[str, ...]:
    return ("import numpy as np", "") if re.search(r"\bnp\.", program) else ()


def _import_of(answer: PurePath, exercise: Exercise, program: str) -> tuple[str, ...]:
    names = [one for one in exercise.spellings if re.search(rf"(?<![\w.]){re.escape(one)}\(", program)]
    if answer.stem.isidentifier():
        return (f"from {answer.stem} import {', '.join(names or ['*'])}",)
    return ("from runpy import run_path", "", f"globals().update(run_path({answer.name!r}))")


def _printing(program: str) -> str:
    """With the last line printed."""
    lines = program.split("\n")
    last = max(number for number, line in enumerate(lines) if not line.startswith("#"))
    lines[last] = f"print({lines[last]})"
    return "\n".join(lines)
