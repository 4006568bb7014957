"""What a result depends on, as a key: the answer, the exercise's files, the seed, the grader and what it runs on.

Two runs with the same key give the same result, so the second need not be made. Imports no numpy: an answer that
did not change is answered from what is remembered, faster than numpy could be loaded.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from grader.model import Answer, Course, Exercise
from grader.sandbox.view import numpy_folder

_GRADER = Path(__file__).resolve().parent


def result_key(course: Course, exercise: Exercise, answer: Answer | None, seed: int) -> str:
    """The key of one answer to one exercise, or of there being none."""
    parts = [_environment(), course.secret, course.disclosure, str(seed), repr(answer)]
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    for path in _files(exercise):
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def exercise_stamp(exercise: Exercise) -> tuple[tuple[str, int, int], ...]:
    """Changes when a file that can decide about an answer does: each by name, size and time."""
    return tuple((str(path), *_stamp(str(path))) for path in _files(exercise))


def answer_key(answer: Answer) -> str:
    """What tells one attempt from the next: the code alone."""
    return hashlib.sha256(answer.text.encode("utf-8", "surrogatepass")).hexdigest()


def _files(exercise: Exercise) -> Iterator[Path]:
    """Everything of the course that can decide about an answer. Statements cannot."""
    yield from _of_kind(exercise.folder.parent, (".py",))
    for folder in (exercise.folder, exercise.solution):
        if folder is not None:
            yield from _of_kind(folder, (".py", ".toml"))


def _of_kind(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in suffixes)


@cache
def _environment() -> str:
    """This grader, Python and numpy. Our own files by time and size: reading them all would take longer than it is worth."""
    stamps = [sys.version, str(_stamp(os.path.join(numpy_folder(), "version.py")))]
    for folder, _, names in sorted(os.walk(_GRADER)):
        stamps += [f"{name} {_stamp(os.path.join(folder, name))}" for name in sorted(names) if name.endswith(".py")]
    return "\n".join(stamps)


def _stamp(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns
