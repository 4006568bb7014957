"""Where a person works: a clone, or a folder made by `grade init`; and which exercises a word on the command line means."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from grader.model import Course, Exercise, Text
from grader.stub import pristine_stub
from grader.words import text

MARKER = "gradkata.toml"


class UsageError(Exception):
    """The command was asked for something that is not there; `text` says what, and what to do next."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


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
    for matches in (
        tuple(exercise for exercise in course.exercises if name in (exercise.id, exercise.unit)),
        tuple(exercise for exercise in course.exercises if exercise.id.startswith(name)),
        tuple(exercise for exercise in course.exercises if exercise.unit.startswith(name)),
    ):
        if len({exercise.unit for exercise in matches}) == 1 and (
            len(matches) == 1 or matches[0].unit.startswith(name)
        ):
            return matches
        if len(matches) > 1:
            ids = ", ".join(exercise.id for exercise in matches)
            raise UsageError(text("{word!r} could mean {ids}; write more of it.", word=word, ids=ids))
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


def make_workspace(course: Course, folder: Path) -> int:
    """Write every exercise's stub, statement and public checks below `folder`; returns how many.

    Raises UsageError if something stands there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(text("{folder} exists and is not empty; give the name of a new folder.", folder=folder))
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
    (folder / MARKER).write_text(
        f"# A workspace of gradkata: `grade` works anywhere below it.\ncourse = {course.name!r}\n"
    )
    return len(course.exercises)
