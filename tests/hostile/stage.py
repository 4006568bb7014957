"""The course and the classes: every case is one student, who also gives right answers to other exercises; and among them stand
innocent students, whose results must be the same whoever else is in the class."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.classes import RIGHT, WRONG, without_seconds
from tests.conftest import ROOT
from tests.course_maker import make_course
from tests.hostile.catalogue import Case, answer
from tests.hostile.configurations import Configuration
from tests.hostile.watched import Watched, watched

CANARY = "canary7f3a91"  # planted in every hidden place of the course
COPIED = {  # of the repository's course: floats, layers with gradients, dicts changed in place, functions, generators
    "sigmoid": "02_activations", "affine": "05_backprop", "sgd": "07_optimizers",
    "numerical_diff": "04_numerical_gradient", "mini_batches": "06_networks",
}  # fmt: skip
HONEST = ("double", *COPIED)
LOOP = "loop"  # `double` once more, with a short limit: whatever loops or sleeps answers this one, and nobody else does
EXERCISES = (*HONEST, LOOP)
SECONDS = {LOOP: 0.25}
MORE_SECONDS = 2
INNOCENTS = 12


def write_course(folder: Path) -> Path:
    """`double` of two checks, `loop` of one, and copies of five exercises; a failed hidden check tells its category."""
    root = make_course(folder, CANARY, "category")
    head = root / "exercises" / "course.toml"
    for id_, unit in COPIED.items():
        for side in ("exercises", "solutions"):
            shutil.copytree(
                ROOT / side / unit / id_, root / side / unit / id_, ignore=shutil.ignore_patterns("__pycache__")
            )
            for shared in (ROOT / side / unit).glob("*.py"):
                shutil.copy(shared, root / side / unit)
            for shared in (ROOT / side).glob("*.py"):
                shutil.copy(shared, root / side)
        head.write_text(f'{head.read_text()}{unit} = {{ en = "{unit}", ja = "{unit}" }}\n', encoding="utf-8")
    _copy_double(root)
    for path in root.glob("exercises/*/*/exercise.toml"):
        words = re.sub(r"^requires = .*$", "requires = []", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        limit = SECONDS.get(path.parent.name, MORE_SECONDS)
        path.write_text(f"{words}\n[limits]\nseconds = {limit}\n", encoding="utf-8")
    return root


def _copy_double(root: Path) -> None:
    for side in ("exercises", "solutions"):
        for path in (root / side / "01_first" / "double").iterdir():
            copy = root / side / "01_first" / LOOP / path.name.replace("double.py", f"{LOOP}.py")
            copy.parent.mkdir(exist_ok=True)
            words = path.read_text(encoding="utf-8").replace("double(", f"{LOOP}(").replace('"double"', f'"{LOOP}"')
            copy.write_text(words, encoding="utf-8")
    # hidden checks alone: of a public one that fails the grader looks for more, and each look at a sleeper is another limit
    (root / "exercises" / "01_first" / LOOP / "checks.py").write_text("", encoding="utf-8")
    toml = root / "exercises" / "01_first" / LOOP / "exercise.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("points = 4", "points = 2"), encoding="utf-8")


def right_answer(exercise: str) -> str:
    if exercise == "double":
        return RIGHT
    return (ROOT / "solutions" / COPIED[exercise] / exercise / f"{exercise}.py").read_text(encoding="utf-8")


def another(case: Case) -> str:
    """Which exercise besides an attacker answers rightly: the same in every class."""
    rest = [id_ for id_ in HONEST if id_ != case.exercise]
    return rest[sum(case.name.encode()) % len(rest)]


def write_class(folder: Path, course: Path, cases: Iterable[Case], attack: bool = True) -> list[str]:
    """The hand-ins; the students. Without `attack` the attackers hand in the rest of what they hand in."""
    folder.mkdir()
    students = []
    for case in cases:
        if case.make and not attack:
            continue
        students.append(case.name)
        if case.make:
            case.make(folder / case.name)
            continue
        home = folder / case.name
        home.mkdir()
        id_ = another(case)
        # a remark of its own, or all students' right answers would be one answer, graded once
        (home / f"{id_}.py").write_text(f"# by {case.name}\n{right_answer(id_)}", encoding="utf-8")
        if attack:
            (home / f"{case.exercise}.py").write_text(answer(case, course), encoding="utf-8", errors="surrogateescape")
    for number in range(INNOCENTS):
        name = f"innocent_{number:02}"
        students.append(name)
        (folder / name).mkdir()
        for place, id_ in enumerate(HONEST):
            source = (RIGHT, WRONG)[number % 2] if id_ == "double" else right_answer(id_)
            if id_ != "double" and (number + place) % 6 == 0:
                source = "def nothing():\n    return 1\n"
            (folder / name / f"{id_}.py").write_text(f"# by {name}\n{source}", encoding="utf-8")
    return students


class Graded(NamedTuple):
    """One run of `grade class`.

    Attributes:
        folder: in which it ran: `in/` is the class, `course/` the course.
        document: its JSON.
        results: by student and exercise, as the JSON has them but for durations.
        strays: files that were not there before.
        seconds: how long each took.
    """

    configuration: Configuration
    folder: Path
    students: tuple[str, ...]
    watched: Watched
    results: dict[tuple[str, str], Any]
    strays: tuple[str, ...]
    seconds: dict[tuple[str, str], float]

    @property
    def slowest(self) -> str:
        most = sorted(self.seconds, key=lambda pair: -self.seconds[pair])[:5]
        return ", ".join(f"{student} {self.seconds[student, id_]:.1f} s" for student, id_ in most)


@contextmanager
def stage(configuration: Configuration) -> Iterator[Path]:
    """A folder of this user's, with the course in it. Not pytest's: that is closed to other users."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        folder.chmod(0o755)
        write_course(folder)
        configuration.give(folder)
        yield folder
    finally:
        shutil.rmtree(folder)


OURS = re.compile(r"gradebook\.sqlite3(-\w+)?|stdout|stderr")


def grade_class(configuration: Configuration, folder: Path, cases: Iterable[Case], attack: bool = True) -> Graded:
    """Grade a class in `folder`, which `stage` made."""
    students = write_class(folder / "in", folder / "course", cases, attack)
    for path in (folder / "in").rglob("*"):
        configuration.give(path)
    environment = configuration.environment(folder)
    before = strays(configuration, folder)
    command = configuration.command(
        "class", "in", *EXERCISES, "--course", "course", "--format", "json", "--workers", "2"
    )
    ran = watched(command, folder, environment)
    try:
        document = json.loads(ran.stdout)
    except ValueError:
        document = {"submissions": []}  # what it said instead is in `ran`, and the exit code tells
    results = {
        (one["student"], exercise["id"]): without_seconds(exercise)
        for one in document["submissions"]
        for exercise in one["exercises"]
    }
    seconds = {
        (one["student"], exercise["id"]): float(exercise["duration_s"])
        for one in document["submissions"]
        for exercise in one["exercises"]
    }
    left = {path for path in strays(configuration, folder) - before if not OURS.fullmatch(os.path.basename(path))}
    return Graded(configuration, folder, tuple(students), ran, results, tuple(sorted(left)), seconds)


MARK = "gradkata-hostile"  # in the name of whatever a case tries to leave behind


def strays(configuration: Configuration, folder: Path) -> set[str]:
    """Files in the run's folders; on the rest of the machine those that a case names, or that are this user's alone."""
    found = {str(path) for path in folder.rglob("*")}
    for place in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/"):
        if not os.path.isdir(place):
            continue
        with os.scandir(place) as entries:
            for entry in entries:
                theirs = (
                    configuration.uid not in (0, os.getuid())
                    and entry.stat(follow_symlinks=False).st_uid == configuration.uid
                )
                if MARK in entry.name or (theirs and entry.path != str(folder)):
                    found.add(entry.path)
    for table in ("/proc/net/unix", "/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg"):
        with open(table) as lines:
            found |= {f"{table}: {line.strip()}" for line in lines if _is_theirs(line, table, configuration)}
    return found


SYSV_KEY = 0x67726164  # which the cases use


def _is_theirs(line: str, table: str, configuration: Configuration) -> bool:
    if MARK in line:
        return True
    words = line.split()
    return "sysvipc" in table and words[0] == str(SYSV_KEY)
