"""What is said of a hand-in, and of whom it is said that something arrived: the run, its JSON, `grade why`, the report and the
pages to hand out agree."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.classes import RIGHT, WRONG, grade, grade_class
from tests.conftest import ROOT

HERE = ("--course", "course")


def handed_in(folder: Path, **files: bytes | None) -> None:
    for student, data in files.items():
        (folder / "in" / student).mkdir(parents=True, exist_ok=True)
        if data is not None:
            (folder / "in" / student / FILES[student]).write_bytes(data)


FILES = {"picture": "photo.png", "packed": "hw.rar", "idle": "notes.py", "right": "double.py", "hollow": "hw.zip"}


def zip_of(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        for name, code in files.items():
            zipped.writestr(name, code)
    return stream.getvalue()


@pytest.fixture
def odd(small: Path) -> Path:
    """A class in which hardly anybody handed in what was asked for."""
    for path in sorted((small / "in").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    handed_in(
        small, empty=None, picture=b"\x89PNG", packed=b"Rar!\x1a\x07\x01\x00" + bytes(40), idle=b"# to do\nx = 1\n",
        right=RIGHT.encode(), hollow=zip_of({}),
    )  # fmt: skip
    return small


def why(folder: Path, student: str, *more: str) -> str:
    return grade(folder, "why", student, *HERE, *more).stdout


def test_nobody_of_whom_something_arrived_handed_in_nothing(odd: Path) -> None:
    done = grade(odd, "class", "in", "--report", "report", *HERE, code=1)
    index = (odd / "report" / "index.html").read_text()
    document = grade_class(odd, "in", *HERE)
    idlers = {one["student"] for one in document["submissions"] if not one["submission"]}
    silent = {one["student"] for one in document["submissions"]} - document["notes"].keys()

    assert "6 students, 5 of them handed something in" in done.stdout
    assert "5 handed something in" in index
    assert index.count("handed in nothing.") == 1 and index.count("no answer to anything that counts.") == 1
    assert {student for student in ("empty", *FILES) if "handed in nothing" in why(odd, student)} == {"empty"}
    assert (idlers, silent) == ({"empty"}, {"empty", "right"})
    grade(odd, "report", "--db", "gradebook.sqlite3", "--handouts", "pages", *HERE)
    assert {path.stem for path in (odd / "pages").iterdir()} == set(FILES)


def test_what_was_not_used_is_said_everywhere_but_where_nobody_is_named(odd: Path) -> None:
    done = grade(odd, "class", "in", "--report", "report", *HERE, code=1)
    by_student = grade_class(odd, "in", *HERE)["notes"]
    pages = [path.read_text() for path in (odd / "report" / "students").iterdir()]
    grade(odd, "report", "--db", "gradebook.sqlite3", "--handouts", "pages", *HERE)
    grade(odd, "class", "in", "--report", "unnamed", "--anonymous", *HERE, code=1)

    for student, name in FILES.items():
        if student != "right":
            assert name in done.stdout
            assert any(name in note for note in by_student[student]), student
            assert name in why(odd, student)
            data = json.loads(why(odd, student, "--format", "json"))
            assert any(name in one for one in (data["problem"], *data["notes"]))
            assert sum(name in page for page in pages) == 1
            assert name in (odd / "pages" / f"{student}.html").read_text()
            assert not any(name in path.read_text() for path in (odd / "unnamed").rglob("*.html"))


def said(document: Any) -> list[str]:
    return [note for one in document["exercises"] for note in one["notes"]]


def test_which_file_was_taken_is_said_and_by_a_newer_run_again(small: Path) -> None:
    folder = small / "in" / "ann"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    (folder / "my_homework.py").write_text(RIGHT)
    (folder / "my_homework_old.py").write_text(WRONG)
    told = grade(small, "class", "in", *HERE, code=1).stdout

    assert "ann  answers found: double in my_homework.py." in told
    assert "ann  not used: my_homework_old.py: other files are graded for the same exercises." in told
    assert "answers found: double in my_homework.py." in why(small, "ann")
    assert "my_homework.py is graded; my_homework_old.py is not." in why(small, "ann")
    document = json.loads(why(small, "ann", "--format", "json"))
    assert document["notes"][0] == "answers found: double in my_homework.py."
    assert any(note.startswith("my_homework.py is graded") for note in said(document))
    assert "解答の見つかったファイル" in why(small, "ann", "--lang", "ja")


STUB = "def double(x):\n    raise NotImplementedError\n"
ALMOST = "def duoble(x):\n    return 2 * x\n"
NEARLY = {  # each way in which nothing is there but what is called almost as it should be
    "alone": {"a.py": ALMOST},
    "beneath_the_stub": {"double.py": STUB + ALMOST},
    "beside_the_stub": {"double.py": STUB, "a.py": ALMOST},
    "one_file": {"": ALMOST},
    "packed": {"hw.zip": ALMOST},
}


def nearly(folder: Path, student: str) -> None:
    for name, code in NEARLY[student].items():
        data = zip_of({"b.py": code}) if name.endswith(".zip") else code.encode()
        path = folder / "in" / (f"{student}/{name}" if name else f"{student}.py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_a_misspelt_name_is_said_wherever_a_class_is_looked_at(odd: Path) -> None:
    for student in NEARLY:
        nearly(odd, student)
    told = grade(odd, "class", "in", "--report", "report", *HERE, code=1).stdout
    by_student = grade_class(odd, "in", *HERE)["notes"]
    pages = {path.stem: path.read_text() for path in (odd / "report" / "students").iterdir()}
    grade(odd, "report", "--db", "gradebook.sqlite3", "--handouts", "pages", *HERE)

    for student in NEARLY:
        [note] = [one for one in by_student[student] if "defines duoble; double is asked for" in one]
        assert f"{student}  {note}" in " ".join(told.split("\n"))
        assert why(odd, student).count(note) == 1
        assert [note in page for page in pages.values() if student in page].count(True) == 1
        assert note in (odd / "pages" / f"{student}.html").read_text()
    assert "定義されているのは duoble" in why(odd, "alone", "--lang", "ja")


def test_a_misspelt_method_or_one_of_several_functions_is_said_too(tmp_path: Path) -> None:
    """Where something that is asked for is written: the class with `foward` counts as not started, one gate of three is begun."""
    relu = "import numpy as np\nclass Relu:\n    def foward(self, x):\n        return np.maximum(x, 0)\n    def backward(self, dout):\n        return dout\n"
    gates = "def AND(a, b):\n    return int(a + b > 1.5)\ndef NADN(a, b):\n    return int(a + b < 1.5)\n"
    for student, code in (("kim", relu), ("lee", gates)):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / "a.py").write_text(code)
    asked = ("in", "relu_layer", "logic_gates", "--course", ROOT)
    grade(tmp_path, "class", *asked, "--report", "report", code=1)
    by_student = grade_class(tmp_path, *asked)["notes"]
    pages = "".join(path.read_text() for path in (tmp_path / "report" / "students").iterdir())

    for student, said in (("kim", "line 3 defines foward; forward"), ("lee", "line 3 defines NADN; NAND")):
        [note] = [one for one in by_student[student] if said in one]
        assert note in pages
        assert grade(tmp_path, "why", student, "--course", ROOT).stdout.count(note) == 1
