"""Hand-ins of many files that import each other, made to cost time or memory, or to go round in circles: each run ends within its
limits, in a status that is documented, and says nothing that is untrue.

`guard` ends what would go on for minutes; no time decides otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.model import Course
from grader.sandbox.host import Sandbox
from grader.sandbox.inside.answer import MAX_MODULES
from grader.submission.account import MAX_ENTRIES
from grader.submission.files import MAX_SOURCE_BYTES
from grader.submission.load import load
from tests.conftest import exercise
from tests.hostile.test_files import guard
from tests.submission.handed_in import Files, Grader, grader, write

BIGGEST = "import numpy as np\n\n\ndef biggest(x):\n    return np.maximum(x, 0)\n"
ANSWER = "\n\ndef relu(x):\n    return biggest(x)\n"
FROM, STAR = "from m{} import biggest\n", "from m{} import *\n"


@pytest.fixture
def hand_in(course: Course, sandbox: Sandbox, tmp_path: Path) -> Grader:
    return grader(course, sandbox, tmp_path)


def modules(count: int, source: Callable[[int], str], imports: str = FROM.format(0)) -> Files:
    return {"relu.py": imports + ANSWER, **{f"m{number}.py": source(number) for number in range(count)}}


def chain(count: int, imports: str = FROM) -> Files:
    return modules(count, lambda number: imports.format(number + 1) if number < count - 1 else BIGGEST)


def circle(count: int, imports: str, more: str = "") -> Files:
    return modules(count, lambda number: imports.format((number + 1) % count) + more)


# --- many -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [300, 3000])
def test_many_files_beside_a_right_answer(hand_in: Grader, count: int) -> None:
    with guard():
        graded = hand_in(modules(count, lambda number: BIGGEST), "relu")

    assert graded.statuses == ["passed"]
    assert len(graded.said) < 1000  # not all of very many names


def test_more_files_than_are_read(hand_in: Grader, course: Course, tmp_path: Path) -> None:
    folder = write(tmp_path / "many", {f"d{n}/m.py": "x = 1\n" for n in range(MAX_ENTRIES + 1)})

    with guard(), pytest.raises(Exception, match=f"more than {MAX_ENTRIES} files"):
        load(folder, (exercise(course, "relu"),))


@pytest.mark.parametrize("imports", [FROM, STAR])
def test_an_answer_that_imports_as_many_files_as_may_be(hand_in: Grader, imports: str) -> None:
    all_of_them = "".join(map(imports.format, range(MAX_MODULES)))
    with guard():
        graded = hand_in(modules(MAX_MODULES, lambda number: BIGGEST, all_of_them), "relu")

    assert graded.statuses == ["passed"]


@pytest.mark.parametrize("count", [MAX_MODULES + 1, 3000])
def test_an_answer_that_imports_more_is_told_so(hand_in: Grader, count: int) -> None:
    """It is not told that a file is missing that is there."""
    all_of_them = "".join(map(FROM.format, range(count)))
    with guard():
        graded = hand_in(modules(count, lambda number: BIGGEST, all_of_them), "relu")

    result = graded.results["relu"]
    said = graded.said + result.message.en + "".join(one.message.en for one in result.diagnoses)
    assert result.status in ("error", "invalid", "passed")
    assert "was not handed in" not in said
    assert "No module named" not in said


def test_files_of_a_mebibyte_each(hand_in: Grader) -> None:
    filler = "x = 1\n" * ((MAX_SOURCE_BYTES - 100) // 6)
    imports = "".join(f"import m{number}\n" for number in range(8))
    with guard(120):
        graded = hand_in(modules(8, lambda number: BIGGEST + filler, f"{imports}{FROM.format(0)}"), "relu", seconds=0.3)

    assert graded.statuses[0] in ("passed", "timeout", "memory")


@pytest.mark.parametrize("count", [20, 60])
def test_more_bytes_than_a_worker_takes_are_no_disturbance(hand_in: Grader, count: int) -> None:
    remark = "#" * (MAX_SOURCE_BYTES - 100) + "\n"
    imports = "".join(f"import m{number}\n" for number in range(count))
    with guard(120):
        graded = hand_in(modules(count, lambda number: remark + BIGGEST, f"{imports}{FROM.format(0)}"), "relu")

    assert graded.statuses[0] in ("passed", "timeout", "memory", "invalid")


def test_files_of_a_mebibyte_that_nothing_imports(hand_in: Grader) -> None:
    filler = "x = 1\n" * ((MAX_SOURCE_BYTES - 100) // 6)
    with guard(120):
        graded = hand_in({**modules(1, lambda _: BIGGEST), **{f"n{n}.py": filler for n in range(20)}}, "relu")

    assert graded.statuses == ["passed"]


@pytest.mark.parametrize("imports", ["import m{}\n", STAR])
def test_files_that_all_import_each_other(hand_in: Grader, imports: str) -> None:
    everything = "".join(map(imports.format, range(30)))
    with guard():
        graded = hand_in(modules(30, lambda number: everything + BIGGEST), "relu")

    assert graded.statuses == ["passed"]


def test_many_files_of_one_name(hand_in: Grader) -> None:
    files = {f"d{number:03}/m.py": f"from . import m\nimport m\n{BIGGEST}" for number in range(290)}
    with guard():
        graded = hand_in({"relu.py": "from m import biggest\n" + ANSWER, **files}, "relu")

    assert graded.statuses == ["passed"]


# --- deep, and in circles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("imports", [FROM, STAR])
def test_a_chain_of_a_hundred(hand_in: Grader, imports: str) -> None:
    with guard():
        assert hand_in(chain(100, imports), "relu").statuses == ["passed"]


@pytest.mark.parametrize("imports", [FROM, STAR])
def test_a_chain_as_long_as_may_be(hand_in: Grader, imports: str) -> None:
    """Python by itself may find it too deep."""
    with guard():
        [result] = hand_in(chain(MAX_MODULES, imports), "relu").results.values()

    assert result.status in ("passed", "error")
    assert result.status == "passed" or "RecursionError" in result.message.en


def test_a_circle_of_modules(hand_in: Grader) -> None:
    with guard():
        assert hand_in(circle(MAX_MODULES, "import m{}\n", BIGGEST), "relu").statuses == ["passed"]


@pytest.mark.parametrize("imports", [FROM, STAR])
@pytest.mark.parametrize("count", [1, 2, 3, 50, MAX_MODULES])
def test_a_circle_that_never_comes_to_a_definition(hand_in: Grader, count: int, imports: str) -> None:
    with guard():
        [result] = hand_in(circle(count, imports), "relu").results.values()

    assert (result.status, result.score) == ("error", 0)


# --- odd imports ----------------------------------------------------------------------------------------------

LINES = {
    "one module again and again": "import " + ", ".join(["m0"] * 250_000),
    "many names": "from m0 import " + ", ".join(f"x{number}" for number in range(100_000)),
    "a module of half a million parts": "import " + ".".join(["m"] * 500_000),
    "a name of a million letters": "import " + "m" * 1_000_000,
    "a million dots": "from " + "." * 1_000_000 + " import a",
    "another name, a million letters": "import m0 as " + "m" * 1_000_000,
    "brackets": "from m0 import (" + "biggest,\n" * 110_000 + ")",
    "lines": "import m0\n" * 100_000,
    "lines of names": "\n".join(f"from m{number % 50} import x{number}" for number in range(30_000)),
    "stars": STAR.format(0) * 40_000,
}


@pytest.mark.parametrize("which", LINES)
@pytest.mark.parametrize("place", ["relu.py", "m1.py"])
def test_imports_of_a_mebibyte(hand_in: Grader, which: str, place: str) -> None:
    line = LINES[which] + "\n"
    assert len(line) + 200 < MAX_SOURCE_BYTES
    files = {"relu.py": FROM.format(0) + ANSWER, "m0.py": f"import m1\n{BIGGEST}", "m1.py": BIGGEST}
    files[place] = line + files[place]
    with guard(120):
        [result] = hand_in(files, "relu", seconds=0.3).results.values()

    assert result.status in ("passed", "error", "timeout", "memory")
    assert len(result.message.en) < 1000
    assert all(len(note.en) < 1000 for note in result.notes)


@pytest.mark.parametrize(
    "path",
    ["__main__.py", "__init__.py", "handed_in.py", "handed_in/__init__.py", "sys.py", "builtins.py", "marshal.py", "answer.py",
     "grader/__init__.py", "importlib/__init__.py", "a/b/c/d/e/__init__.py", "relu/__init__.py", "__pycache__.py"],
)  # fmt: skip
def test_files_of_names_that_mean_something_to_us(hand_in: Grader, path: str) -> None:
    files = {"relu.py": f"from m0 import biggest\nimport importlib, sys\n{ANSWER}", "m0.py": BIGGEST, path: "raise SystemExit\n"}  # fmt: skip
    with guard():
        assert hand_in(files, "relu").statuses == ["passed"]


MEDDLING = {
    "clears the finders": "import sys\nsys.meta_path.clear()\nsys.modules.clear()\n",
    "replaces a module": "import sys\nsys.modules['numpy'] = sys.modules['m0'] = None\n",
    "replaces itself": "import sys\nsys.modules[__name__] = 3\n",
    "looks for itself": "import m0\nimport importlib\nimportlib.reload(m0)\n",
    "has a finder": "import sys\nclass F:\n    def find_spec(self, *a):\n        raise SystemExit\nsys.meta_path.insert(0, F())\n",
    "ends": "raise SystemExit\n",
    "raises something odd": "class E(BaseException):\n    __str__ = None\nraise E\n",
    "has an odd file": "__file__ = 3\n__name__ = None\n__spec__ = None\n__path__ = 7\n",
    "NUL": "x = '\0'\n",
    "no Python": "def (:\n",
    "nested too deep": "x = " + "(" * 100_000 + "\n",
}  # fmt: skip


@pytest.mark.parametrize("how", MEDDLING)
def test_a_module_that_meddles_touches_only_its_own_answer(hand_in: Grader, how: str) -> None:
    files = {"relu.py": FROM.format(0) + ANSWER, "m0.py": MEDDLING[how] + BIGGEST}
    with guard():
        [meddled] = hand_in(files, "relu").results.values()
        [after] = hand_in({"relu.py": FROM.format(0) + ANSWER, "m0.py": BIGGEST}, "relu").results.values()

    assert meddled.status in ("passed", "error", "exited", "crashed", "protocol", "invalid", "forbidden")
    assert after.status == "passed"
