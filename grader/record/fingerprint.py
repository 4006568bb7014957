"""What a result depends on, as keys: the answer, the exercise's files, the seed, the grader and what it runs on.

Two runs with the same keys give the same result, so the second need not be made. Imports no numpy: an answer that
did not change is answered from what is remembered, faster than numpy could be loaded.

A learner's workspace has one key for all of it (`result_key`); a gradebook keeps the parts (`answer_digest`, `exercise_key`,
`environment`), so that it can say which of them made a grade another one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from grader import __version__
from grader.course.stamps import contents, digest, exercise_key, stamp
from grader.model import Answer, Course, Exercise
from grader.sandbox.view import numpy_folder

_GRADER = Path(__file__).resolve().parent.parent

# What of our own code decides a result: folders and files of `grader/`. A test grades in a fresh process and demands that
# every module of ours that was loaded is listed here, or waived there with a reason: a forgotten one would keep stale grades.
DECIDING = (
    "__init__.py", "checks", "course", "diagnose", "errors.py", "judge", "lacking.py", "model.py", "pipeline.py", "sandbox",
    "status.py", "submission", "words.py",
)  # fmt: skip


def result_key(course: Course, exercise: Exercise, answer: Answer | None, seed: int) -> str:
    """The key of one answer to one exercise, or of there being none."""
    return digest(_stamps(), exercise_key(course, exercise, seed), _said(answer))


def answer_digest(answer: Answer) -> str:
    """The key of an answer, with everything about it that a result can tell: its name, its cells, what it imports, its notes."""
    return digest(_said(answer))


def _said(answer: Answer | None) -> str:
    """Where an answer stands in the hand-in tells something only if it imports what stands beside it."""
    if answer is None or any(cell.module for cell in answer.cells):
        return repr(answer)
    return repr(answer._replace(path=""))


class Environment(NamedTuple):
    """
    Attributes:
        key: changes when the grader's code, Python or numpy does, and is the same on every machine where they are the same.
        text: in words, for an audit.
    """

    key: str
    text: str


@cache
def environment() -> Environment:
    """What grades here."""
    grader = digest(*contents(_deciding_files()))
    python = ".".join(map(str, sys.version_info[:3]))
    text = f"gradkata {__version__} ({grader[:8]}), Python {python}, numpy {_numpy_version()}"
    return Environment(digest(grader, text), text)


def _deciding_files() -> Iterator[Path]:
    """In an order that is the same on every machine."""
    for name in DECIDING:
        path = _GRADER / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _numpy_version() -> str:
    """Without importing it."""
    from importlib.metadata import version

    return version("numpy")


def answer_key(answer: Answer) -> str:
    """What tells one attempt from the next: the code alone."""
    return digest(answer.text)


@cache
def _stamps() -> str:
    """This grader, Python and numpy. Our own files by time and size: reading them all would take longer than it is worth."""
    stamps = [sys.version, str(stamp(os.path.join(numpy_folder(), "version.py")))]
    stamps += [f"{path.name} {stamp(str(path))}" for path in _deciding_files()]
    return "\n".join(stamps)
