"""Folders to `Course`, and an exercise's Python files to checks, reference and mistakes.

exercises/course.toml            name
exercises/<unit>/<id>/           exercise.toml, stub, statements, public checks
solutions/course.toml            secret, disclosure
solutions/<unit>/<id>/           reference, hidden checks, mistakes
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from grader import authoring
from grader.model import Check, Course, CourseError, Exercise, Mistake, Text

DEFAULT_SECONDS = 4.0
_BUNDLED = Path(__file__).resolve().parent.parent / "gradkata_course"
_CHECKOUT = Path(__file__).resolve().parent.parent


def find_course(start: Path, explicit: Path | None = None) -> Course:
    """The course at `explicit`, else the clone or kit that `start` lies in, else the installed one.

    Raises CourseError, with what to do next, if there is none.
    """
    if explicit is not None:
        if not (explicit / "exercises").is_dir():
            raise CourseError(f"{explicit}: no exercises/ in it; --course wants the folder that holds exercises/")
        return load_course(explicit)
    for folder in (start, *start.parents):
        if (folder / "exercises" / "course.toml").is_file():
            return load_course(folder)
    for folder in (_BUNDLED, _CHECKOUT):
        if (folder / "exercises" / "course.toml").is_file():
            return load_course(folder)
    raise CourseError("no course found; give one with --course DIR")


def load_course(root: Path) -> Course:
    """Read every exercise.toml below `root`. Runs no code of the course. Raises CourseError."""
    head = _toml(root / "exercises" / "course.toml")
    hidden = root / "solutions" / "course.toml"
    secrets = _toml(hidden) if hidden.is_file() else {}
    disclosure = secrets.get("disclosure", "full")
    if disclosure not in ("full", "category", "none"):
        raise CourseError(f"{hidden}: disclosure must be full, category or none, not {disclosure!r}")
    folders = sorted(path.parent for path in root.glob("exercises/*/*/exercise.toml"))
    exercises = tuple(_read_exercise(root, folder) for folder in folders)
    seen: dict[str, Exercise] = {}
    for exercise in exercises:
        if exercise.id in seen:
            raise CourseError(f"{exercise.folder}: {exercise.id} exists already in {seen[exercise.id].folder}")
        seen[exercise.id] = exercise
    return Course(str(head["name"]), root, exercises, str(secrets.get("secret", "")), disclosure)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: {error}") from None


def _read_exercise(root: Path, folder: Path) -> Exercise:
    path = folder / "exercise.toml"
    data = _toml(path)
    try:
        solution = root / "solutions" / folder.parent.name / folder.name
        return Exercise(
            id=folder.name,
            unit=folder.parent.name,
            title=_text(data["title"]),
            points=float(data["points"]),
            symbols=tuple(data["symbols"]),
            aliases={name: tuple(others) for name, others in data.get("aliases", {}).items()},
            requires=tuple(data.get("requires", ())),
            hints=tuple(_text(hint) for hint in data["hints"]),
            sources=tuple(data["sources"]),
            seconds=float(data.get("limits", {}).get("seconds", DEFAULT_SECONDS)),
            folder=folder,
            solution=solution if solution.is_dir() else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CourseError(f"{path}: {error!r} is missing or of the wrong type") from None


def _text(entry: Any) -> Text:
    return Text(str(entry["en"]), str(entry["ja"]))


def load_checks(exercise: Exercise) -> tuple[Check, ...]:
    """Public checks, then hidden ones, in the order of their files. Raises CourseError."""
    checks = [value for value in _run_file(exercise.folder / "checks.py").values() if isinstance(value, Check)]
    if exercise.solution is not None and (exercise.solution / "checks.py").is_file():
        hidden = _run_file(exercise.solution / "checks.py").values()
        checks += [replace(value, hidden=True) for value in hidden if isinstance(value, Check)]
    ids = [check.id for check in checks]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CourseError(f"{exercise.folder}: two checks are called {id_}")
    return tuple(checks)


def load_reference(exercise: Exercise) -> dict[str, Any]:
    """The reference's namespace. Raises CourseError if there is none."""
    if exercise.solution is None:
        raise CourseError(f"{exercise.id}: this course has no solutions, so it cannot be graded here")
    return _run_file(exercise.solution / f"{exercise.id}.py")


def load_mistakes(exercise: Exercise, reference: dict[str, Any]) -> tuple[Mistake, ...]:
    """Known mistakes in the order of their file, each complete: the reference with its symbols replaced."""
    if exercise.solution is None or not (exercise.solution / "mistakes.py").is_file():
        return ()
    authoring.reference = SimpleNamespace(**reference)
    found: list[Mistake] = []
    _run_file(exercise.solution / "mistakes.py", found)
    return tuple(replace(mistake, symbols={**reference, **mistake.symbols}) for mistake in found)


def _run_file(path: Path, mistakes: list[Mistake] | None = None) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    authoring.declared = mistakes if mistakes is not None else []
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace)
    except Exception as error:
        raise CourseError(f"{path}: {type(error).__name__}: {error}") from error
    return namespace


def classes_of(reference: dict[str, Any], exercise: Exercise) -> dict[str, frozenset[str]]:
    """The classes among the exercise's symbols, with their public method names."""
    return {
        name: frozenset(
            attribute
            for attribute in dir(value)
            if not attribute.startswith("_") and callable(getattr(value, attribute))
        )
        for name, value in reference.items()
        if name in exercise.symbols and isinstance(value, type)
    }


_BLOCK = re.compile(r"^( *)# BEGIN SOLUTION\n.*?^\1# END SOLUTION\n", re.MULTILINE | re.DOTALL)


def make_stub(reference_source: str) -> str:
    """The reference without its solutions: a marked block becomes a line to replace, at top level nothing."""
    return _BLOCK.sub(
        lambda match: (
            f"{match[1]}raise NotImplementedError  # write your answer here / ここに書く\n" if match[1] else ""
        ),
        reference_source,
    )
