"""A generated class: a folder of submissions as a term leaves them, and what each student must get for each exercise.

    python -m tests.class_maker DIR [--students N] [--seed S]

One child of the folder a student: a folder, a zip, a tar, a notebook, a folder with a notebook; the same bytes for the same
seed. The answers come from `class_answers.py`. Of a student in twenty the submission, or one file of it, is damaged, and three
students attack the grader.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import random
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from grader.course.discover import load_course
from grader.gradebook.records import Student
from tests.class_answers import EMPTY, INVALID, MISSING, ROOT, Due, Kept, Stock, stock

ATTACKERS = 3
UNREADABLE, SPOILED = 0.03, 0.02  # shares of the students: nothing of it can be read; one file cannot

# A name for the roster, and what is added to the name of the file.
PEOPLE = (
    ("山田 花子", ""), ("O'Brien, Pat", " O'Brien, Pat"), ('=HYPERLINK("http://example.org","me")', " =HYPERLINK('me')"),
    ("佐藤 太郎", " 佐藤太郎"), ('Ann "Ace" Tanaka', ""), ("+81 90", " +81"), ("Zoë <b>Müller</b>", ""), ("Lee Min", ""),
    ("鈴木、一郎", ""), ("李 小龍", " 李小龍"), ("@mention", ""), ("José de la Cruz", ""),
)  # fmt: skip

Files = dict[str, bytes]


class Expected(NamedTuple):
    """A class that was written, by student and exercise.

    Attributes:
        students: as a roster has them; an id is the name of the student's file or folder without its extension.
        due: of everybody and every exercise. Where nothing of a submission can be read: `invalid` for all.
        answers: what was written, where it can be read.
        damaged: ids of students of whose submission nothing can be read.
    """

    students: tuple[Student, ...]
    due: dict[tuple[str, str], Due]
    answers: dict[tuple[str, str], Kept]
    damaged: frozenset[str]


def make_class(
    folder: Path,
    students: int = 300,
    seed: int = 0,
    exercises: tuple[str, ...] = ("sigmoid", "relu_layer", "affine", "adam"),
) -> Expected:
    """Write a class into `folder`, which is made."""
    rng = random.Random(seed)
    stocks = {one.id: stock(one, rng) for one in load_course(ROOT).exercises if one.id in exercises}
    attackers = rng.sample(range(students), min(ATTACKERS, students))
    made = Expected(tuple(_student(rng, number) for number in range(students)), {}, {}, frozenset())
    damaged = set()
    folder.mkdir(parents=True)
    for number, student in enumerate(made.students):
        honest = number not in attackers
        given = _answers(rng, stocks) if honest else _attacks(stocks, attackers.index(number))
        due = {id_: given[id_].due if id_ in given else MISSING for id_ in stocks}
        chance = rng.random() if honest else 1.0
        if chance < UNREADABLE:
            _write_unreadable(rng, folder / student.id, given or {"sigmoid": EMPTY})
            due, given = dict.fromkeys(stocks, INVALID), {}
            damaged.add(student.id)
        elif chance < UNREADABLE + SPOILED and given:
            spoiled = rng.choice(sorted(given))
            due[spoiled] = INVALID
            del given[spoiled]
            _folder(folder / student.id, _files(given) | {f"{spoiled}.py": rng.choice(SPOILS)})
        else:
            _write(rng, folder / student.id, _files(given))
        made.due.update({(student.id, id_): one for id_, one in due.items()})
        made.answers.update({(student.id, id_): one for id_, one in given.items()})
    return made._replace(damaged=frozenset(damaged))


def _student(rng: random.Random, number: int) -> Student:
    name, suffix = rng.choice(PEOPLE)
    return Student(f"s{number:05d}{suffix}", name, f"s{number:05d}@example.org", rng.choice("AB"))


def _answers(rng: random.Random, stocks: dict[str, Stock]) -> dict[str, Kept]:
    """What one student has for each exercise, by ability; nothing where it was not done."""
    ability, given = rng.gauss(1.0, 1.2), {}
    for place, (id_, one) in enumerate(stocks.items()):
        if rng.random() < 1 / (1 + math.exp(0.4 * place - ability)):
            given[id_] = rng.choice(one.right)
        elif (chance := rng.random()) < 0.75:
            given[id_] = rng.choices(one.wrong, [1 / rank for rank in range(1, len(one.wrong) + 1)])[0]
        elif chance < 0.87:
            given[id_] = one.untouched
        elif chance < 0.9:
            given[id_] = EMPTY
    return given


def _attacks(stocks: dict[str, Stock], attacker: int) -> dict[str, Kept]:
    """Each attack once, one after the other over the attackers' exercises; what is left over is the last kind."""
    first = attacker * len(stocks)
    return {
        id_: one.attacks[min(first + place, len(one.attacks) - 1)] for place, (id_, one) in enumerate(stocks.items())
    }


# --- files --------------------------------------------------------------------------------------------------------

SPOILS = (b"import numpy as np\n\0\0\0\0 = 1\n", b"import numpy as np\n\xff\x80\xff\xfe\x80\xff\n")


def _files(given: dict[str, Kept]) -> Files:
    return {f"{id_}.py": kept.source.encode() for id_, kept in given.items()}


def _write(rng: random.Random, path: Path, files: Files) -> None:
    """In one of many shapes; plain files under the names and in the encodings that people's machines give them."""
    shape = rng.choices(("folder", "zip", "tar", "notebook", "folder with a notebook"), (5, 3, 2, 2, 1))[0]
    if shape == "notebook":
        _beside(path, ".ipynb").write_bytes(_notebook(files))
        return
    if shape == "folder with a notebook":
        _folder(path, {"homework.ipynb": _notebook(files)})
        return
    files = {_named(rng, file): _encoded(rng, data) for file, data in files.items()}
    if shape == "folder":
        _folder(path, files)
    elif shape == "zip":
        _beside(path, ".zip").write_bytes(_zip(files))
    else:
        _beside(path, ".tar.gz").write_bytes(_tar(files))


def _named(rng: random.Random, file: str) -> str:
    stem = file.removesuffix(".py")
    return rng.choices([file, f"homework/{file}", f"{stem} (1).py", f"{stem}_final.py"], (6, 2, 1, 1))[0]


def _encoded(rng: random.Random, data: bytes) -> bytes:
    """As some editors save it: with a byte order mark, with Windows' line ends, as UTF-16."""
    text = data.decode()
    ways = [data, text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode(), b"\xff\xfe" + text.encode("utf-16-le")]
    return rng.choices(ways, (20, 1, 2, 1))[0]


def _folder(path: Path, files: Files) -> None:
    path.mkdir()
    for name, data in files.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_bytes(data)


def _zip(files: Files) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # of 1980, whenever it is made
    return stream.getvalue()


def _tar(files: Files) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)  # of 1970
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(stream.getvalue(), mtime=0)


def _notebook(files: Files) -> bytes:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "execution_count": None, "outputs": [], "source": data.decode(),
         "metadata": {"gradkata": {"exercise": name.removesuffix(".py")}}}
        for name, data in files.items()
    ]  # fmt: skip
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}, ensure_ascii=False).encode()


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _write_unreadable(rng: random.Random, path: Path, given: dict[str, Kept]) -> None:
    files = _files(given)
    suffix, data = rng.choice(
        [
            (".zip", _zip(files)[:-30]),
            (".zip", b"<!DOCTYPE html><title>Sign in</title>"),
            (".zip", b""),
            (".tar.gz", _tar(files)[:-60]),
            (".ipynb", _notebook(files)[:-20]),
            (".ipynb", b"\0" * 100),
            (".ipynb", b""),
        ]
    )
    _beside(path, suffix).write_bytes(data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    made = make_class(asked.folder, asked.students, asked.seed)
    print(f"{len(made.students)} students in {asked.folder}, {len(made.damaged)} of them damaged")
