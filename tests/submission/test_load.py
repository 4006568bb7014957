"""What people hand in, as they hand it in: real files, folders, archives and notebooks on a real disk."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.errors import SubmissionError
from grader.model import Course, RunResult, Submission
from grader.pipeline import grade
from grader.submission import account
from grader.submission.load import load
from tests.conftest import exercise, grade_sources, reference_source

Writer = Callable[[Path, dict[str, str]], Path]


@pytest.fixture
def reader(course: Course) -> Callable[[Path], Submission]:
    chosen = tuple(exercise(course, id_) for id_ in ("sigmoid", "affine"))
    return lambda path: load(path, chosen)


def text_of(submission: Submission, id_: str) -> str:
    found = submission.answer(id_)
    assert found is not None
    return found.text


def as_folder(at: Path, entries: dict[str, str]) -> Path:
    for name, text in entries.items():
        path = at / "handed in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return at / "handed in"


def as_zip(at: Path, entries: dict[str, str]) -> Path:
    with zipfile.ZipFile(at / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return at / "a.zip"


def as_tar(at: Path, entries: dict[str, str]) -> Path:
    with tarfile.open(at / "a.tar.gz", "w:gz") as archive:
        for name, text in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return at / "a.tar.gz"


def notebook(*cells: str | tuple[str, str]) -> str:
    """A notebook as Jupyter writes it; a cell is its source, or (exercise, source)."""
    made: Any = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    for cell in cells:
        id_, source = cell if isinstance(cell, tuple) else ("", cell)
        metadata = {"gradkata": {"exercise": id_}} if id_ else {}
        made.cells.append(nbformat.v4.new_code_cell(source, metadata=metadata))  # type: ignore[no-untyped-call]
    return str(nbformat.writes(made))  # type: ignore[no-untyped-call]


# --- finding ----------------------------------------------------------------------------------------------


def test_a_file_named_after_its_exercise(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    (tmp_path / "affine.py").write_text("class Affine: pass")

    handed_in = reader(tmp_path / "affine.py")

    assert text_of(handed_in, "affine") == "class Affine: pass"
    assert handed_in.answer("sigmoid") is None


def test_a_file_of_another_name_is_the_answer_to_what_is_asked(tmp_path: Path, course: Course) -> None:
    (tmp_path / "homework3.py").write_text("def sigmoid(x): pass")

    handed_in = load(tmp_path / "homework3.py", (exercise(course, "sigmoid"),))

    assert text_of(handed_in, "sigmoid") == "def sigmoid(x): pass"


@pytest.mark.parametrize("write", [as_folder, as_zip, as_tar])
def test_answers_are_found_at_any_depth(tmp_path: Path, reader: Callable[[Path], Submission], write: Writer) -> None:
    path = write(tmp_path, {"week 3/山田/affine.py": "A = 1", "sigmoid (2).py": "S = 1", "notes.py": "N = 1"})

    handed_in = reader(path)

    assert (text_of(handed_in, "affine"), text_of(handed_in, "sigmoid")) == ("A = 1", "S = 1")
    assert [note.en for note in handed_in.notes] == ["not used: notes.py: nothing that is asked for is defined there."]


@pytest.mark.parametrize("write", [as_folder, as_zip, as_tar])
def test_of_two_the_shallow_one_is_taken_and_said(
    tmp_path: Path, reader: Callable[[Path], Submission], write: Writer
) -> None:
    affine = "class Affine:\n    def forward(self, x):\n        return x"
    path = write(tmp_path, {"old/affine.py": affine, "affine.py": affine, "__MACOSX/affine.py": "", ".x/affine.py": ""})

    handed_in = reader(path)

    assert handed_in.answers["affine"].path == "affine.py"
    assert [note.en for note in handed_in.answers["affine"].notes] == [
        "affine.py is graded; old/affine.py is not. To have another one graded, hand in that one alone."
    ]


def test_a_notebook_in_a_folder_is_taken_for_what_it_defines(
    tmp_path: Path, reader: Callable[[Path], Submission]
) -> None:
    entries = {"a.ipynb": notebook("class Affine:\n    x = 1"), "b.ipynb": notebook("def sigmoid(x):\n    return x")}

    handed_in = reader(as_folder(tmp_path, entries))

    assert "class Affine" in text_of(handed_in, "affine")
    assert "def sigmoid" in text_of(handed_in, "sigmoid")


def test_an_untouched_stub_does_not_hide_the_answer_in_a_notebook(tmp_path: Path, course: Course) -> None:
    affine = exercise(course, "affine")
    entries = {"affine.py": affine.stub.read_text(encoding="utf-8"), "a.ipynb": notebook("class Affine:\n    x = 1")}

    handed_in = load(as_folder(tmp_path, entries), (affine,))

    assert text_of(handed_in, "affine") == "class Affine:\n    x = 1"


def test_metadata_outweighs_the_names(tmp_path: Path, course: Course, sandbox: Any) -> None:
    right = reference_source(course, "sigmoid")
    wrong = "def sigmoid(x):\n    return x"
    (tmp_path / "a.ipynb").write_text(notebook(("sigmoid", right), wrong))
    sigmoid = exercise(course, "sigmoid")

    result = grade(course, (sigmoid,), load(tmp_path / "a.ipynb", (sigmoid,)), sandbox)

    assert result.exercises[0].status == "passed"


def test_the_magics_of_a_notebook_are_left_out(tmp_path: Path, course: Course, sandbox: Any) -> None:
    cells = [
        "%matplotlib inline\nimport numpy as np\n!pip install x\nnp?",
        "%%bash\nls | wc",
        "%%time\nj = 1",
        "k = 7 \\\n % 3",
    ]
    (tmp_path / "a.ipynb").write_text(notebook(*cells, "def sigmoid(x):\n    return k / (1 + np.exp(-x))"))
    sigmoid = exercise(course, "sigmoid")

    result = grade(course, (sigmoid,), load(tmp_path / "a.ipynb", (sigmoid,)), sandbox)

    assert result.exercises[0].status == "passed"
    assert not any("left out" in note.en for note in result.exercises[0].notes)


@pytest.mark.parametrize("version", [2, 3])
def test_notebooks_of_older_formats(tmp_path: Path, reader: Callable[[Path], Submission], version: int) -> None:
    end = "\n" if version == 3 else ""
    cell = {"cell_type": "code", "input": [f"class Affine:{end}", "    x = 1"], "outputs": [], "language": "python"}
    old = {"nbformat": version, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [cell]}]}
    (tmp_path / "a.ipynb").write_text(json.dumps(old))

    assert text_of(reader(tmp_path / "a.ipynb"), "affine") == "class Affine:\n    x = 1"


# --- reading ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        "# シグモイド\r\ny = 'é'\r".encode(),
        "\ufeff# シグモイド\ny = 'é'\n".encode(),
        "# シグモイド\ny = 'é'\n".encode("utf-16"),
    ],
)
def test_encodings_and_line_ends(tmp_path: Path, reader: Callable[[Path], Submission], data: bytes) -> None:
    (tmp_path / "affine.py").write_bytes(data)

    assert text_of(reader(tmp_path / "affine.py"), "affine") == "# シグモイド\ny = 'é'\n"


def test_a_declared_encoding_is_obeyed(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    (tmp_path / "affine.py").write_bytes("# coding: cp932\n# シグモイド\n".encode("cp932"))

    assert "シグモイド" in text_of(reader(tmp_path / "affine.py"), "affine")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\x80\xff\xfe\x80\xff", "affine.py is not utf-8 text; save it as UTF-8."),
        (b"# coding: zlib\n\xff\x80\xff\xfe\x80\xff", "affine.py is not zlib text; save it as UTF-8."),
        (b"# coding: idna\n\xff\x80\xff\xfe\x80\xff.", "affine.py is not idna text; save it as UTF-8."),
        (b"x = 1\0 + 1", "affine.py holds NUL bytes; save it as plain text."),
        (b"#" * (1 << 20) + b"\n", "affine.py is larger than 1 MiB; hand in the source alone."),
    ],
)
def test_what_is_no_source_costs_only_its_own_exercise(
    tmp_path: Path, course: Course, sandbox: Any, data: bytes, problem: str
) -> None:
    folder = as_folder(tmp_path, {"sigmoid.py": reference_source(course, "sigmoid")})
    (folder / "affine.py").write_bytes(data)
    chosen = tuple(exercise(course, id_) for id_ in ("sigmoid", "affine"))

    result = {one.id: one for one in grade(course, chosen, load(folder, chosen), sandbox).exercises}

    assert result["sigmoid"].status == "passed"
    assert (result["affine"].status, result["affine"].score) == ("invalid", 0)
    assert problem in result["affine"].message.en


def test_a_damaged_notebook_costs_the_other_files_nothing(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    handed_in = reader(as_folder(tmp_path, {"affine.py": "A = 1", "a.ipynb": '{"cells": ['}))

    assert text_of(handed_in, "affine") == "A = 1"
    assert "a.ipynb is cut off: its end is missing" in handed_in.notes[0].en


@pytest.mark.parametrize("source", ["[]", '{"nbformat": 4}', "null", "\udcff", "[" * 100_000, '{"cells": 3}'])
def test_a_notebook_that_is_none_is_refused_in_one_line(
    tmp_path: Path, reader: Callable[[Path], Submission], source: str
) -> None:
    (tmp_path / "a.ipynb").write_bytes(source.encode(errors="surrogateescape"))

    with pytest.raises(SubmissionError, match=r"^a\.ipynb is not a notebook.*$"):
        reader(tmp_path / "a.ipynb")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
def test_links_and_pipes_are_neither_followed_nor_opened(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    folder = as_folder(tmp_path, {"other.py": "secret"})
    (folder / "affine.py").symlink_to(folder / "other.py")
    os.mkfifo(folder / "sigmoid.py")

    handed_in = reader(folder)

    for id_ in ("affine", "sigmoid"):
        found = handed_in.answer(id_)
        assert found is not None
        assert (found.cells, "link or device" in found.problem.en) == ((), True)


def test_a_link_that_is_named_is_followed(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    (tmp_path / "real.py").write_text("A = 1")
    (tmp_path / "affine.py").symlink_to(tmp_path / "real.py")

    assert text_of(reader(tmp_path / "affine.py"), "affine") == "A = 1"


# --- archives that mean no good ------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [as_zip, as_tar])
def test_names_that_lead_out_of_the_archive_are_no_names(
    tmp_path: Path, reader: Callable[[Path], Submission], write: Writer
) -> None:
    handed_in = reader(write(tmp_path, {"../affine.py": "A = 1", "/affine.py": "A = 2", "a\\affine.py": "A = 3"}))

    assert text_of(handed_in, "affine") == "A = 3"


@pytest.mark.parametrize("write", [as_zip, as_tar])
def test_a_bomb_is_one_line(tmp_path: Path, reader: Callable[[Path], Submission], write: Writer) -> None:
    with pytest.raises(SubmissionError, match="more than 5000 files"):
        reader(write(tmp_path, {f"{number}/affine.py": "" for number in range(account.MAX_ENTRIES + 1)}))
    with pytest.raises(SubmissionError, match="64 MiB"):
        reader(write(tmp_path, {f"{number}/affine.py": "#" * (1 << 20) for number in range(65)}))
    handed_in = reader(write(tmp_path, {"affine.py": "#" * (1 << 21), "sigmoid.py": "S = 1"}))
    affine = handed_in.answer("affine")
    assert affine is not None
    assert "larger than 1 MiB" in affine.problem.en
    assert text_of(handed_in, "sigmoid") == "S = 1"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"])
@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x03\x04" + b"\0" * 60, b"\x1f\x8b" + b"\0" * 60])
def test_a_damaged_archive_is_one_line(
    tmp_path: Path, reader: Callable[[Path], Submission], name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(SubmissionError, match=r"damaged or not an archive|is cut off|has no bytes"):
        reader(tmp_path / name)


def test_an_archive_cut_short(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    whole = as_tar(tmp_path, {"affine.py": "".join(map(str, range(20_000)))}).read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(SubmissionError, match=r"damaged or not an archive|is cut off|has no bytes"):
        reader(tmp_path / "cut.tar.gz")


def test_a_link_in_a_tar_is_not_followed(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        entry = tarfile.TarInfo("affine.py")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(entry)

    affine = reader(tmp_path / "a.tar").answer("affine")

    assert affine is not None
    assert (affine.cells, "link or device" in affine.problem.en) == ((), True)


def test_nothing_there_and_nothing_known(tmp_path: Path, reader: Callable[[Path], Submission]) -> None:
    with pytest.raises(SubmissionError, match=r"No such file or directory\. Check the path"):
        reader(tmp_path / "nowhere")
    (tmp_path / "a.docx").write_text("")
    with pytest.raises(SubmissionError, match=r"hand in a \.py file"):
        reader(tmp_path / "a.docx")


@pytest.mark.parametrize("write", [as_folder, as_zip, as_tar])
def test_an_answer_is_graded_alike_whichever_way_it_came(
    tmp_path: Path, course: Course, sandbox: Any, write: Writer
) -> None:
    source = reference_source(course, "affine").replace("x @ self.W", "x @ self.W * 2")
    affine = (exercise(course, "affine"),)

    def said(result: RunResult) -> list[tuple[str, str]]:
        return [(check.status, check.message.en) for check in result.exercises[0].checks]

    came = grade(course, affine, load(write(tmp_path, {"affine.py": source}), affine), sandbox)

    assert said(came) == said(grade_sources(course, sandbox, {"affine": source}))
