"""Where a person works: a clone, or a folder made by `grade init`; and which exercises a word on the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

from grader.course.owner import in_ci, our_ids, somebody_elses
from grader.course.stub import pristine_stub
from grader.errors import SubmissionError, UsageError
from grader.language import MARKER, marker_setting
from grader.model import Course, Exercise, Language, Text, same
from grader.words import listed, text


def find_workspace(start: Path) -> Path | None:
    """The folder whose answers `grade` grades when told nothing: in a clone or kit its `exercises/`."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
        if (folder / "exercises" / "course.toml").is_file():
            return folder / "exercises"
    return None


def home_of(workspace: Path) -> Path:
    """Where what belongs to a workspace is kept: in it, but in a clone or kit beside its `exercises/`."""
    return workspace.parent if (workspace / "course.toml").is_file() else workspace


def is_her_own(work: Path) -> bool:
    """Whether who runs this is who works there: not in CI, where a repository may come from anybody, and not in a folder or
    workspace of somebody else."""
    home = home_of(work)
    return not in_ci() and somebody_elses((work, home, home / MARKER), our_ids()) is None


def choose(course: Course, words: tuple[str, ...], commands: tuple[str, ...] = ()) -> tuple[Exercise, ...]:
    """The exercises that `words` mean, in course order, each once; all of them for no words.

    A word is an id, a unit, a path to a file, or the beginning of one id or unit. Raises UsageError.
    """
    if not words:
        return course.exercises
    chosen = {exercise.id for word in words for exercise in _meant(course, word, commands)}
    return tuple(exercise for exercise in course.exercises if exercise.id in chosen)


def _meant(course: Course, word: str, commands: tuple[str, ...]) -> tuple[Exercise, ...]:
    name = Path(word).stem if word.endswith((".py", ".ipynb")) or "/" in word else word
    units = course.unit_ids
    if name not in units:
        begin = tuple(exercise for exercise in course.exercises if exercise.id.startswith(name))
        exact = tuple(exercise for exercise in begin if exercise.id == name)
        if len(exact or begin) == 1:
            return exact or begin
        if begin:
            ids = ", ".join(exercise.id for exercise in begin)
            raise UsageError(text("{word!r} could mean {ids}; write more of it.", word=word, ids=ids))
    meant = units_meant(units, name)
    if len(meant) == 1:
        return tuple(exercise for exercise in course.exercises if exercise.unit == meant[0])
    if meant:
        raise UsageError(text("{word!r} could mean {ids}; write more of it.", word=word, ids=", ".join(meant)))
    names = [
        *(exercise.id for exercise in course.exercises),
        *(exercise.unit for exercise in course.exercises),
        *commands,
    ]
    import difflib  # only a misspelt word needs it

    close = difflib.get_close_matches(name, names, 3, 0.6)
    if close:
        guess = ", ".join(close)
        raise UsageError(
            text("there is no exercise or command called {word!r}. Did you mean {guess}?", word=word, guess=guess)
        )
    raise UsageError(text("there is no exercise or command called {word!r}; `grade list` shows them all.", word=word))


def unused_name(path: Path) -> Path:
    """`affine.py.bak`, or the first of `affine.py.bak2`, … that is free. Graded is none of them."""
    names = (path.with_name(f"{path.name}.bak{number}" if number > 1 else f"{path.name}.bak") for number in count(1))
    return next(name for name in names if not name.exists())


def make_workspace(course: Course, folder: Path, lang: Language | None = None, units: Sequence[str] = ()) -> int:
    """Write every exercise's stub, statement and public checks below `folder`; returns how many. `lang` is what the
    workspace will speak, by default the locale's; `units`, if these are not all of the course. Raises UsageError if
    something stands there already.
    """
    _make_folder(folder)
    import shutil

    for unit in {exercise.folder.parent for exercise in course.exercises}:
        if (unit / "unit.py").is_file():
            (folder / unit.name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(unit / "unit.py", folder / unit.name / "unit.py")
    for exercise in course.exercises:
        target = folder / exercise.unit / exercise.id
        target.mkdir(parents=True)
        (target / exercise.stub.name).write_text(pristine_stub(exercise), encoding="utf-8")
        for path in (exercise.statement("en"), exercise.statement("ja"), exercise.folder / "checks.py"):
            if path.is_file():
                shutil.copyfile(path, target / path.name)
    _write_marker(course, folder, lang, units)
    return len(course.exercises)


def make_notebooks(
    course: Course, folder: Path, lang: Language | None, statements: Language, units: Sequence[str] = ()
) -> int:
    """The same with one notebook for each unit, in the language `statements`. The public checks stay out: what they ask
    stands in the tasks. Returns how many exercises. Raises UsageError."""
    _make_folder(folder)
    from grader.submission.notebook_writing import unit_notebook

    folder.mkdir(parents=True, exist_ok=True)
    for unit, exercises in groupby(course.exercises, lambda one: one.unit):
        notebook = unit_notebook(course, unit, tuple(exercises), statements)
        (folder / f"{unit}.ipynb").write_text(notebook, encoding="utf-8", newline="\n")
    _write_marker(course, folder, lang, units, notebooks=True)
    return len(course.exercises)


def _make_folder(folder: Path) -> None:
    outer = find_workspace(folder.resolve().parent)
    if outer is not None and (outer / MARKER).is_file():
        raise UsageError(
            text("{folder} lies in the workspace {outer}; make the new one somewhere else.", folder=folder, outer=outer)
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(text("{folder} exists and is not empty; give the name of a new folder.", folder=folder))


def _write_marker(
    course: Course, folder: Path, lang: Language | None, units: Sequence[str], notebooks: bool = False
) -> None:
    rows = ["# A workspace of gradkata: `grade` works anywhere below it.", f"course = {course.name!r}"]
    rows += ["notebooks = true"] * notebooks + [f"lang = {lang!r}"] * bool(lang)
    rows += [f"units = {' '.join(units)!r}"] * bool(units)
    (folder / MARKER).write_text("\n".join([*rows, ""]), encoding="utf-8")


def units_meant(units: Sequence[str], word: str) -> list[str]:
    """The units that a word means: `05_backprop`, `05_back`, `backprop`; a number is one, so `1` is 01 and not 11."""
    if word.isdecimal():
        return [
            unit for unit in units if unit.partition("_")[0].isdecimal() and int(unit.partition("_")[0]) == int(word)
        ]
    exact = [unit for unit in units if word in (unit, unit.partition("_")[2])]
    return exact or [unit for unit in units if unit.startswith(word) or unit.partition("_")[2].startswith(word)]


def only_units(course: Course, words: tuple[str, ...]) -> Course:
    """The course with the units alone that `words` name or begin; all for no words. Raises UsageError."""
    units = course.unit_ids
    chosen: set[str] = set()
    for word in words:
        meant = units_meant(units, word)
        if len(meant) != 1:
            raise UsageError(text("{word!r} is no unit; there are {units}.", word=word, units=listed(units)))
        chosen.update(meant)
    kept = tuple(exercise for exercise in course.exercises if not words or exercise.unit in chosen)
    return course._replace(exercises=kept)


class Place(NamedTuple):
    """Where an answer goes.

    Attributes:
        path: a file of its own, or its unit's notebook.
        cell: the number of its cell in the notebook, from 1; 0 if it has none, or the path is no notebook.
    """

    path: Path
    cell: int = 0

    @property
    def is_notebook(self) -> bool:
        return self.path.suffix == ".ipynb"

    @property
    def text(self) -> Text:
        if not self.cell:
            return same(str(self.path))
        return text("{path}, cell {cell}", path=self.path, cell=self.cell)


def place(exercise: Exercise, start: Path) -> Place:
    """Where the answer to an exercise goes in the workspace that `start` lies in; where there is none, in the course."""
    workspace = find_workspace(start) or exercise.folder.parent.parent
    path = workspace / f"{exercise.unit}.ipynb"
    if not path.is_file() and marker_setting(workspace, "notebooks") != "true":
        path = workspace / exercise.unit / exercise.id / f"{exercise.id}.py"
    shown = path.relative_to(start) if path.is_relative_to(start) else path
    return Place(shown, _cell_number(path, exercise))


def _cell_number(path: Path, exercise: Exercise) -> int:
    if not path.is_file() or path.suffix != ".ipynb":
        return 0
    from grader.submission.cells import parse
    from grader.submission.notebook import answer_cell

    try:
        found = answer_cell(parse(path.read_bytes(), path.name)["cells"], exercise)
    except (OSError, SubmissionError):
        return 0  # whoever grades it will say what is wrong with it
    return 0 if found is None else found + 1
