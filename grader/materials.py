"""Runs an exercise's Python files: checks, reference, mistakes, other right answers."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

from grader import authoring
from grader.model import Alternative, Check, CourseError, Exercise, Mistake, Sketch
from grader.stub import pristine_stub


def load_checks(exercise: Exercise) -> tuple[Check, ...]:
    """Public checks, then hidden ones, in the order of their files. Raises CourseError."""
    shared = _run_public_checks(exercise)
    checks = [value for value in shared.values() if isinstance(value, Check)]
    if exercise.solution is not None and (exercise.solution / "checks.py").is_file():
        authoring.public = SimpleNamespace(**shared)
        hidden = _run_file(exercise.solution / "checks.py").values()
        checks += [value._replace(hidden=True) for value in hidden if isinstance(value, Check)]
    ids = [check.id for check in checks]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CourseError(f"{exercise.folder}: two checks are called {id_}")
    return tuple(checks)


def load_sketches(exercise: Exercise) -> tuple[Sketch, ...]:
    """What the public checks.py declares with `@picture`, in its order. Raises CourseError."""
    return tuple(value for value in _run_public_checks(exercise).values() if isinstance(value, Sketch))


def _run_public_checks(exercise: Exercise) -> dict[str, Any]:
    authoring.given = SimpleNamespace(**_run(pristine_stub(exercise), exercise.stub))
    common = exercise.folder.parent / "unit.py"
    authoring.unit = SimpleNamespace(**(_run_file(common) if common.is_file() else {}))
    return _run_file(exercise.folder / "checks.py")


def load_reference(exercise: Exercise) -> dict[str, Any]:
    """The reference's namespace. Raises CourseError if there is none."""
    if exercise.solution is None:
        raise CourseError(f"{exercise.id}: this course has no solutions, so it cannot be graded here")
    return _run_file(exercise.solution / f"{exercise.id}.py")


def load_mistakes(exercise: Exercise, reference: dict[str, Any]) -> tuple[Mistake, ...]:
    """Known mistakes in the order of their file, each complete: the reference with its symbols replaced."""
    return _variants(exercise, "mistakes.py", reference, Mistake)


def load_alternatives(exercise: Exercise, reference: dict[str, Any]) -> tuple[Alternative, ...]:
    """Right implementations in other styles, complete in the same way."""
    return _variants(exercise, "alternatives.py", reference, Alternative)


_Variant = TypeVar("_Variant", Mistake, Alternative)


def _variants(exercise: Exercise, name: str, reference: dict[str, Any], kind: type[_Variant]) -> tuple[_Variant, ...]:
    if exercise.solution is None or not (exercise.solution / name).is_file():
        return ()
    authoring.reference = SimpleNamespace(**reference)
    found: list[Any] = []
    _run_file(exercise.solution / name, found)
    return tuple(one._replace(symbols={**reference, **one.symbols}) for one in found if isinstance(one, kind))


def _run_file(path: Path, declared: list[Any] | None = None) -> dict[str, Any]:
    authoring.declared = declared if declared is not None else []
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: {error}") from None
    return _run(source, path)


def _run(source: str, path: Path) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    try:
        exec(compile(source, str(path), "exec"), namespace)
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
