"""Runs an exercise's Python files: checks, reference, mistakes, other right answers.

Each file that imports `grader.authoring` gets a module of its own under that name, with what only it may see. No global
carries such a context, so courses can be loaded in turn, and in several threads at once.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from functools import lru_cache
from inspect import getattr_static
from pathlib import Path
from types import CodeType, FunctionType, MethodType, ModuleType, SimpleNamespace
from typing import Any

from grader.checks.declare import check, expect, gradient_check, picture, shipped
from grader.checks.variants import Variants, family
from grader.checks.whole_numbers import of_whole_numbers
from grader.course.stub import pristine_stub
from grader.errors import CourseError
from grader.lacking import reraise_lack
from grader.model import NOTHING, Alternative, Check, Exercise, Mistake, Sketch, Text
from grader.sandbox.inside import calling

AUTHORING = "grader.authoring"
FOR_ALL = {one.__name__: one for one in (check, expect, family, gradient_check, of_whole_numbers, picture, shipped)}
FAMILIES = "families.py"


class Misfits(CourseError):
    """The file at `path` no longer fits its reference; `said`: of each mistake, with its slug, what does not.

    Its own words quote nothing of the reference: a student whose answer cannot be graded reads them.
    """

    def __init__(self, path: Path, said: tuple[Text, ...]) -> None:
        super().__init__(f"{path}: it no longer fits the reference; `grade verify` says which lines")
        self.path, self.said = path, said


def load_checks(exercise: Exercise) -> tuple[Check, ...]:
    """Public checks, then hidden ones, in the order of their files. Raises CourseError."""
    context = _context_of_checks(exercise)
    shared = _run_file(exercise.folder / "checks.py", context)
    checks = [value for value in shared.values() if isinstance(value, Check)]
    if exercise.solution is not None and (exercise.solution / "checks.py").is_file():
        hidden = _run_file(exercise.solution / "checks.py", context | {"public": SimpleNamespace(**shared)})
        checks += [value._replace(hidden=True) for value in hidden.values() if isinstance(value, Check)]
    ids = [check.id for check in checks]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CourseError(f"{exercise.folder}: two checks are called {id_}")
    return tuple(checks)


def load_sketches(exercise: Exercise) -> tuple[Sketch, ...]:
    """What the public checks.py declares with `@picture`, in its order. Raises CourseError."""
    shared = _run_file(exercise.folder / "checks.py", _context_of_checks(exercise))
    return tuple(value for value in shared.values() if isinstance(value, Sketch))


def _context_of_checks(exercise: Exercise) -> dict[str, Any]:
    common = exercise.folder.parent / "unit.py"
    return {
        "given": SimpleNamespace(**_run(pristine_stub(exercise), exercise.stub, {})),
        "unit": SimpleNamespace(**(_run_file(common, {}) if common.is_file() else {})),
    }


def load_reference(exercise: Exercise) -> dict[str, Any]:
    """The reference's namespace. Raises CourseError if there is none."""
    return _run_file(_reference_path(exercise), {})


def load_in_its_place(exercise: Exercise, source: str) -> dict[str, Any]:
    """The namespace of a text that stands in the reference's place. Raises CourseError."""
    return _run(source, _reference_path(exercise), {})


def _reference_path(exercise: Exercise) -> Path:
    if exercise.solution is None:
        raise CourseError(f"{exercise.id}: this course has no solutions, so it cannot be graded here")
    return exercise.solution / f"{exercise.id}.py"


def load_mistakes(exercise: Exercise, reference: dict[str, Any]) -> tuple[Mistake, ...]:
    """Known mistakes in the order of their file, each complete: the reference with something else in it.

    Raises CourseError; where lines of the reference are not there any more, Misfits, which names them all.
    """
    declared = _variants(exercise, "mistakes.py", reference)
    _refuse_misfits(exercise, declared)
    return tuple(declared.mistakes)


def mistake_of(exercise: Exercise, reference: dict[str, Any], slug: str, lines: Mapping[str, str]) -> Mistake:
    """The mistake that `changed(slug, lines)` in the exercise's mistakes.py would be. Raises CourseError."""
    declared = _nothing_declared(exercise, reference)
    made = declared.changed(slug, lines)
    _refuse_misfits(exercise, declared)
    return made


def load_alternatives(
    exercise: Exercise, reference: dict[str, Any], rewrite: Callable[[str], str] = str
) -> tuple[Alternative, ...]:
    """Right implementations in other styles, complete in the same way; `rewrite` changes their source. Raises CourseError."""
    return tuple(_variants(exercise, "alternatives.py", reference, rewrite).alternatives)


def _refuse_misfits(exercise: Exercise, declared: Variants) -> None:
    if declared.misfits:
        raise Misfits(_reference_path(exercise).with_name("mistakes.py"), tuple(declared.misfits))


def _nothing_declared(exercise: Exercise, reference: dict[str, Any]) -> Variants:
    path = _reference_path(exercise)
    return Variants(
        reference, _read(path), lambda source: _run(source, path, {}), exercise.hints[0] if exercise.hints else NOTHING
    )


def _variants(
    exercise: Exercise, name: str, reference: dict[str, Any], rewrite: Callable[[str], str] = str
) -> Variants:
    path = _reference_path(exercise)
    declared = _nothing_declared(exercise, reference)
    file = path.with_name(name)
    if file.is_file():
        context = {
            "reference": SimpleNamespace(**reference),
            "families": SimpleNamespace(**_families(path.parent.parent)),
            "mistake": declared.mistake,
            "changed": declared.changed,
            "also": declared.also,
            "alternative": declared.alternative,
        }
        _run(rewrite(_read(file)), file, context)
    return declared


def _families(unit: Path) -> dict[str, Any]:
    """What is common to the mistakes of a course and of a unit; the unit's go before."""
    found: dict[str, Any] = {}
    for folder in (unit.parent, unit):
        if (folder / FAMILIES).is_file():
            found |= _run_file(folder / FAMILIES, {})
    return found


def _run_file(path: Path, context: Mapping[str, Any]) -> dict[str, Any]:
    return _run(_read(path), path, context)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reraise_lack(error)
        raise CourseError(f"{path}: {error}") from None


def _run(source: str, path: Path, context: Mapping[str, Any]) -> dict[str, Any]:
    """The namespace of a file that was run, with `context` added to what it can import from `grader.authoring`."""
    own = ModuleType(AUTHORING)
    vars(own).update(FOR_ALL, **context)
    namespace: dict[str, Any] = {
        "__name__": path.stem,
        "__file__": str(path),
        "__builtins__": vars(builtins) | {"__import__": _import_with(own)},
    }
    try:
        exec(_compiled(source, str(path)), namespace)
    except Exception as error:
        raise CourseError(f"{path}: {type(error).__name__}: {error}") from error
    return namespace


@lru_cache(4096)  # a mistake is run anew for each observation, some hundred times an exercise
def _compiled(source: str, path: str) -> CodeType:
    return compile(source, path, "exec")


def _import_with(own: ModuleType) -> Callable[..., ModuleType]:
    """An `import` for which `from grader.authoring import …` finds the module `own`."""

    def import_(name: str, globals_: Any = None, locals_: Any = None, wanted: Any = (), level: int = 0) -> ModuleType:
        if name == AUTHORING and wanted and not level:
            return own
        return __import__(name, globals_, locals_, wanted, level)

    return import_


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


def parameters_of(reference: dict[str, Any], exercise: Exercise) -> dict[str, tuple[str, ...]]:
    """The names of what each symbol takes, and each method of a class, in order: `f`, `Layer`, `Layer.forward`."""
    asked = {name: reference[name] for name in exercise.symbols if name in reference}
    for name, methods in classes_of(reference, exercise).items():
        for method in methods:
            found = getattr(reference[name], method)
            bare = type(found) is FunctionType and not isinstance(getattr_static(reference[name], method), staticmethod)
            asked[f"{name}.{method}"] = MethodType(found, reference[name]) if bare else found  # without its self
    taken = {name: calling.parameters_of(value) for name, value in asked.items()}
    return {name: one.all for name, one in taken.items() if one}
