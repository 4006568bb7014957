"""Folders to `Course`. Runs no code of the course and loads no numpy: `grade list` is answered from here.

exercises/course.toml            name, title, titles of the units
exercises/<unit>/<id>/           exercise.toml, stub, statements, public checks
solutions/course.toml            secret, disclosure
solutions/<unit>/<id>/           reference, hidden checks, mistakes
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from grader.course.owner import our_ids, somebody_elses
from grader.errors import CourseError, ForeignCourse, UnknownOwner
from grader.lacking import reraise_lack
from grader.model import Course, Exercise, Text, same
from grader.words import text

DEFAULT_SECONDS = 4.0
HAND_IN_SECONDS = 600.0
_DRAWN = re.compile(r"[0-9a-f]{32,}")  # 128 bits
_BESIDE = Path(__file__).resolve().parents[2]
_BUNDLED = _BESIDE / "gradkata_course"
_CHECKOUT = _BESIDE


class Found(NamedTuple):
    """Where a course is.

    Attributes:
        installed: whether it came with this program.
        passed_over: the courses that lay nearer, but belong to the work that is graded.
    """

    root: Path
    installed: bool
    passed_over: tuple[Path, ...] = ()


def find_course(start: Path, explicit: Path | None = None, words: Sequence[str] = ()) -> Course:
    """The course that `find_root` finds; `words` as in `load_course`. Raises CourseError."""
    return load_course(find_root(start, explicit).root, words)


def find_root(start: Path, explicit: Path | None = None, work: Path | None = None) -> Found:
    """The course at `explicit`, else the clone or kit that `start` lies in, else the installed one.

    A course is code that runs in the grader. So one that was only come upon must belong to who runs this, and must not lie
    in or round `work`, what somebody else handed in. Raises CourseError, with what to do next.
    """
    if explicit is not None:
        if not (explicit / "exercises").is_dir():
            raise CourseError(f"{explicit}: no exercises/ in it; --course wants the folder that holds exercises/")
        return Found(explicit, installed=False)
    installed = [folder for folder in (_BUNDLED, _CHECKOUT) if _holds_course(folder)]
    passed_over: list[Path] = []
    for folder in filter(_holds_course, (start, *start.parents)):
        if any(folder.samefile(one) for one in installed):
            return Found(folder, installed=True, passed_over=tuple(passed_over))
        if work is None or not _overlap(folder, work):
            _check_owner(folder)
            return Found(folder, installed=False, passed_over=tuple(passed_over))
        passed_over.append(folder)
    if not installed:
        raise CourseError("no course found; give one with --course DIR")
    return Found(installed[0], installed=True, passed_over=tuple(passed_over))


def _holds_course(folder: Path) -> bool:
    return (folder / "exercises" / "course.toml").is_file()


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one.is_relative_to(other) or other.is_relative_to(one)


def _check_owner(root: Path) -> None:
    names = ("exercises", "exercises/course.toml", "solutions", "solutions/course.toml")
    foreign = somebody_elses([root, *(root / name for name in names)], our_ids())
    if foreign is not None:
        raise ForeignCourse(
            text(
                "{path} is somebody else's, and the checks of a course run with your rights; "
                "`--course {root}` uses it all the same.",
                path=foreign, root=root,
            )
        )  # fmt: skip

    if our_ids() is None and str(root.resolve()) not in _agreed():
        said = text(
            "nobody said yet that the course in {root} may run with your rights; `--course {root}` uses it.", root=root
        )
        raise UnknownOwner(said, root)


def agree_to(root: Path) -> None:
    """Remember that who runs this wants the course at `root` to be used."""
    path = _agreed_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"{root.resolve()}\n")


def _agreed() -> list[str]:
    try:
        return _agreed_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _agreed_file() -> Path:
    return Path(os.environ.get("APPDATA") or Path.home()) / "gradkata" / "courses.txt"


def load_course(root: Path, words: Sequence[str] = ()) -> Course:
    """Read the exercises below `root`. Runs no code of the course. Raises CourseError.

    `words`: if they are ids of exercises, all of them, only their units are read: a cold `grade affine` is a quarter of a
    second, and should not wait for eighty files that nobody asked for.
    """
    head = _toml(root / "exercises" / "course.toml")
    hidden = root / "solutions" / "course.toml"
    kept = _toml(hidden) if hidden.is_file() else {}
    disclosure = kept.get("disclosure", "full")
    if disclosure not in ("full", "category", "none"):
        raise CourseError(f"{hidden}: disclosure must be full, category or none, not {disclosure!r}")
    try:
        name = str(head["name"])
        title = _text(head["title"]) if "title" in head else same(name)
        units = {unit: _text(entry) for unit, entry in head.get("units", {}).items()}
        hand_in_seconds = float(head.get("limits", {}).get("hand_in_seconds", HAND_IN_SECONDS))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CourseError(f"{root / 'exercises' / 'course.toml'}: {error} is missing or of the wrong type") from None
    folders: dict[str, Path] = {}
    for folder in sorted(path.parent for path in root.glob("exercises/*/*/exercise.toml")):
        if folder.name in folders:
            raise CourseError(f"{folder}: {folder.name} exists already in {folders[folder.name]}")
        folders[folder.name] = folder
    unit_of = {id_: folder.parent.name for id_, folder in folders.items()}
    asked = {unit_of.get(word) for word in words}
    wanted = set(unit_of.values()) if not words or None in asked else asked
    exercises = [_read_exercise(root, folder) for id_, folder in folders.items() if unit_of[id_] in wanted]
    return Course(
        name=name,
        title=title,
        units=units,
        root=root,
        exercises=_in_order(exercises, unit_of),
        secret=_secret(root, kept) if (root / "solutions").is_dir() else "",
        disclosure=disclosure,
        hand_in_seconds=hand_in_seconds,
    )


def _secret(root: Path, kept: dict[str, Any]) -> str:
    """Whoever has the secret, or can try it out, can work out what hidden checks will ask. Raises CourseError."""
    secret = str(kept.get("secret", ""))
    if _DRAWN.fullmatch(secret):
        return secret
    import secrets

    raise CourseError(
        f"{root / 'solutions' / 'course.toml'}: its secret must be drawn, not chosen; this one was drawn for you: "
        f'secret = "{secrets.token_hex(16)}"'
    )


def _in_order(exercises: list[Exercise], units: dict[str, str]) -> tuple[Exercise, ...]:
    """Unit by unit; within one the easier first, which has fewer points, but nothing before what it requires.

    `units`: the unit of every exercise, read or not. Raises CourseError for a requirement that is nowhere, in a later
    unit, or goes round in a circle.
    """
    for exercise in exercises:
        for id_ in exercise.requires:
            if id_ not in units:
                raise CourseError(f"{exercise.folder}: it requires {id_}, which does not exist")
            if units[id_] > exercise.unit:
                raise CourseError(f"{exercise.folder}: it requires {id_}, which stands in a later unit")
    waiting = sorted(exercises, key=lambda one: (one.unit, one.points, one.id))
    placed: list[Exercise] = []
    while waiting:
        unit = waiting[0].unit
        blocked = {one.id for one in waiting}
        ready = (one for one in waiting if one.unit == unit and blocked.isdisjoint(one.requires))
        following = next(ready, None)
        if following is None:
            raise CourseError(f"{waiting[0].folder}: {_circle(waiting)}, which is a circle")
        placed.append(following)
        waiting.remove(following)
    return tuple(placed)


def _circle(waiting: list[Exercise]) -> str:
    """`a requires b requires a`: where each has a requirement that waits too, whoever follows them comes round."""
    requires = {one.id: one.requires for one in waiting}
    chain = [waiting[0].id]
    while chain[-1] not in chain[:-1]:
        chain.append(next(id_ for id_ in requires[chain[-1]] if id_ in requires))
    return " requires ".join(chain[chain.index(chain[-1]) :])


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        reraise_lack(error)
        raise CourseError(f"{path}: {error}") from None


def _read_exercise(root: Path, folder: Path) -> Exercise:
    path = folder / "exercise.toml"
    data = _toml(path)
    try:
        solution = root / "solutions" / folder.parent.name / folder.name
        limits = data.get("limits", {})
        seconds = float(limits.get("seconds", DEFAULT_SECONDS))
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
            seconds=seconds,
            wall_seconds=float(limits.get("wall_seconds", 3 * seconds + 2)),
            open_ended=bool(data.get("open_ended", False)),
            folder=folder,
            solution=solution if solution.is_dir() else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CourseError(f"{path}: {error} is missing or of the wrong type") from None


def _text(entry: Any) -> Text:
    return Text(str(entry["en"]), str(entry["ja"]))
