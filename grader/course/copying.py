"""`grade new UNIT/ID --like OTHER`: an exercise that verifies as its model does, for its author to turn into another one.

A function that is called like the exercise is called like the new one, in all files (`renaming.py`). What the model
takes from its unit must be in the other unit too, or the copy would not run: then nothing is written.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.course.renaming import names_in, renamed
from grader.course.scaffold import name_unit, no_title_yet
from grader.course.stub import make_stub
from grader.errors import TextError
from grader.model import Course, Exercise, Text, same
from grader.words import joined, listed, text

_SHARED = (("exercises", "unit.py", "unit"), ("solutions", "families.py", "families"))  # side, file, its name in checks


def copy_exercise(course: Course, other: Exercise, unit: str, id_: str) -> list[Path]:
    """Write a copy of `other` as `unit/id_`; returns what was written. Raises TextError, and then nothing was written."""
    if other.solution is None:
        raise TextError(text("this course has no solutions; `grade new` is for its authors."))
    root, sides = course.root, {"exercises": other.folder, "solutions": other.solution}
    target = {side: root / side / unit / id_ for side in sides}
    for folder in target.values():
        if folder.exists():
            raise TextError(text("{folder} exists already; remove it, or take another id.", folder=folder))
    files = {
        target[side] / path.relative_to(folder).with_name(_name(path, other, id_)): path
        for side, folder in sides.items()
        for path in _files(folder)
        if path != other.stub  # in a clone that is an answer
    }
    if other.id in other.symbols:
        _refuse_a_name_in_use(id_, [path for path in files.values() if path.suffix == ".py"])
    _refuse_later_requirements(course, other, unit)
    shared = list(_shared(root, other, unit))
    texts = {path: _text(path, source, other, id_) for path, source in files.items() if source.suffix in _OF_TEXT}
    texts[target["exercises"] / f"{id_}.py"] = make_stub(texts[target["solutions"] / f"{id_}.py"])
    for path in {**files, **texts}:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path in texts:
            path.write_text(texts[path], encoding="utf-8")
        else:
            shutil.copyfile(files[path], path)
    for source, path in shared:
        shutil.copyfile(source, path)
    return [*{**files, **texts}, *(path for _, path in shared), *name_unit(root, unit)]


_OF_TEXT = (".py", ".md", ".toml")


def _files(folder: Path) -> Iterator[Path]:
    """What belongs to an exercise; not what Python, an editor or `grade reset` left beside it."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part[0] in "._" or ".bak" in part for part in parts):
            yield path


def _name(path: Path, other: Exercise, id_: str) -> str:
    return f"{id_}.py" if path.name == f"{other.id}.py" else path.name


def _text(path: Path, source: Path, other: Exercise, id_: str) -> str:
    """What stands in a file of the copy."""
    words = source.read_text(encoding="utf-8")
    if other.id in other.symbols:
        words = renamed(words, other.id, id_, path.name)
    said = no_title_yet(id_)
    if path.name == "exercise.toml":
        title = f'title = {{ en = "{said.en}", ja = "{said.ja}" }}'
        words, times = re.subn(r"^title\s*=.*$", lambda _: title, words, count=1, flags=re.MULTILINE)
        if not times:
            raise TextError(text("{path}: write its title as `title = {{ en = …, ja = … }}` first.", path=source))
    elif path.suffix == ".md":
        heading = said.ja if path.name.endswith(".ja.md") else said.en
        words = re.sub(r"\A# .*$", lambda _: f"# {heading}", words, count=1, flags=re.MULTILINE)
    return words


def _refuse_a_name_in_use(id_: str, files: Sequence[Path]) -> None:
    """Two things of one name would be one thing."""
    for path in files:
        if id_ in names_in(_parsed(path)):
            raise TextError(text("{id} is a name in {path} already; take another id.", id=id_, path=path))


def _refuse_later_requirements(course: Course, other: Exercise, unit: str) -> None:
    required = [one for one in course.exercises if one.id in other.requires]
    last = max(required, key=lambda one: one.unit, default=None)
    if last is not None and last.unit > unit:
        raise TextError(
            text(
                "{other} requires {id}, which stands in a later unit than {unit}; begin in {later} or later.",
                other=other.id,
                id=last.id,
                unit=unit,
                later=last.unit,
            )
        )


def _shared(root: Path, other: Exercise, unit: str) -> Iterator[tuple[Path, Path]]:
    """What is common to the model's unit and goes over with it, from and to. Raises TextError for what another unit has
    otherwise: its own exercises need that as it is."""
    if unit == other.unit:
        return
    lacking: list[Text] = []
    for side, name, called in _SHARED:
        source, path = root / side / other.unit / name, root / side / unit / name
        used = _used(other, called)
        everywhere = _defined(root / side / name)  # the families of the whole course
        if not used - everywhere or not source.is_file():
            continue
        if not path.is_file():
            yield source, path
        elif missing := sorted(used - everywhere - _defined(path)):
            lacking.append(text("{path} has no {names}", path=path, names=listed(missing)))
    if lacking:
        raise TextError(
            text(
                "{other} uses what {unit} lacks: {what}. Write that there first, or begin in {home}.",
                other=other.id,
                unit=unit,
                what=joined(lacking, "; ", "、"),
                home=same(other.unit),
            )
        )


def _used(other: Exercise, called: str) -> set[str]:
    """The names that an exercise takes from `unit` or `families`."""
    assert other.solution is not None
    found: set[str] = set()
    for folder in (other.folder, other.solution):
        for path in folder.glob("*.py"):
            if path != other.stub:
                found |= {
                    node.attr
                    for node in ast.walk(_parsed(path))
                    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == called
                }
    return found


def _parsed(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise TextError(text("{path}, line {line}: {reason}", path=path, line=error.lineno, reason=error.msg)) from None


def _defined(path: Path) -> set[str]:
    """What a file defines at its top level."""
    if not path.is_file():
        return set()
    found: set[str] = set()
    for statement in _parsed(path).body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            found.add(statement.name)
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in statement.names}
        else:
            found |= {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    return found
