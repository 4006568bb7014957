"""What of a course decides about an answer, as keys and as stamps.

A key is made of contents, so it is the same wherever the same course lies; a stamp of sizes and times, which costs less.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from grader.model import Course, Exercise


def exercise_key(course: Course, exercise: Exercise, seed: int) -> str:
    """The key of everything of the course that decides about an answer."""
    return digest(course.secret, course.disclosure, str(seed), *contents(_files(exercise)))


def digest(*parts: str) -> str:
    """One key for these texts in this order. Lone surrogates, which a file name may hold, are as good as any."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def contents(paths: Iterator[Path]) -> Iterator[str]:
    for path in paths:
        yield path.name
        yield hashlib.sha256(path.read_bytes()).hexdigest()


def exercise_stamp(exercise: Exercise) -> tuple[tuple[str, int, int], ...]:
    """Changes when a file that can decide about an answer does: each by name, size and time."""
    return tuple((str(path), *stamp(str(path))) for path in _files(exercise))


def _files(exercise: Exercise) -> Iterator[Path]:
    """Everything of the course that can decide about an answer. Statements cannot."""
    yield from _of_kind(exercise.folder.parent, (".py",))  # the unit's unit.py
    if exercise.solution is not None:  # the families.py of the course and of the unit
        yield from _of_kind(exercise.solution.parent.parent, (".py",))
        yield from _of_kind(exercise.solution.parent, (".py",))
    for folder in (exercise.folder, exercise.solution):
        if folder is not None:
            yield from _of_kind(folder, (".py", ".toml"))


def _of_kind(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in suffixes)


def stamp(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns
