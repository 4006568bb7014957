"""Hand-ins that are meant to cost the grader its time or memory, or to lead it out of them: files, archives, notebooks, rosters.

Work is counted, not timed: what was charged to the account, what was read, how often a step was taken. `guard` ends what would
go on for minutes.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import signal
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from grader.classroom import roster as rosters
from grader.classroom.intake import take_in
from grader.classroom.layouts import MAX_EVENTS
from grader.classroom.passages import read_source
from grader.classroom.roster import read_roster, roster_of
from grader.errors import SubmissionError
from grader.gradebook.records import Student
from grader.model import Course, Submission
from grader.submission import account, cells, files, opening, streams
from grader.submission.account import Account, TooMuch
from grader.submission.definitions import changes, is_code, seems_to_define
from grader.submission.files import MAX_NAME, Parcel, decode, plain_name
from grader.submission.load import load
from grader.submission.naming import meant
from grader.submission.notebook import read_notebook
from grader.submission.tars import DamagedTar, tar_entries
from tests.classroom.test_intake import Data, as_folder, as_zip, contents, people, read, said, zipped
from tests.conftest import exercise

Reader = Callable[[Path], Submission]
MIB = 1 << 20


@pytest.fixture
def reader(course: Course) -> Reader:
    chosen = tuple(exercise(course, id_) for id_ in ("sigmoid", "affine"))
    return lambda path: load(path, chosen)


@contextmanager
def guard(seconds: int = 60) -> Iterator[None]:
    """Ends what hangs. The bound is many times what is needed, on any machine."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def late(*_: object) -> None:
        raise AssertionError(f"still at it after {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def charged(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """What is charged to accounts meanwhile, in all."""
    total = {"entries": 0, "kept": 0, "packed": 0, "unpacked": 0}
    take = Account.take

    def counted(self: Account, **amounts: int) -> None:
        for kind, amount in amounts.items():
            total[kind] += amount
        take(self, **amounts)

    with monkeypatch.context() as patched:
        patched.setattr(Account, "take", counted)
        yield total


def tar(at: Path, *entries: tuple[str, bytes], name: str = "a.tar", **header: Any) -> Path:
    with tarfile.open(at / name, "w:gz" if name.endswith("gz") else "w") as archive:
        for called, data in entries:
            entry = tarfile.TarInfo(called)
            entry.size = len(data)
            for key, value in header.items():
                setattr(entry, key, value)
            archive.addfile(entry, io.BytesIO(data))
    return at / name


def header(kind: bytes, size: int, name: bytes = b"affine.py") -> bytes:
    """One block of a tar, as hostile as asked, with a sum that is right."""
    block = bytearray(512)
    block[: len(name[:100])] = name[:100]
    block[100:108], block[124:136], block[148:157] = b"0000644\0", b"%011o\0" % size, b" " * 8 + kind
    block[257:265] = b"ustar\00000"
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


# --- names --------------------------------------------------------------------------------------------------


def test_a_name_of_thirty_thousand_blanks(tmp_path: Path, reader: Reader) -> None:
    path = tar(tmp_path, ("affine" + " " * 30_000 + ".py", b"A = 1"), name="a.tar.gz")

    with guard(), pytest.raises(SubmissionError, match="more than 255 characters"):
        reader(path)


@pytest.mark.parametrize(
    "ending", [" " * 30_000, "(" * 30_000, "(1" * 15_000, "1" * 30_000, "_copy" * 6_000, "v" * 30_000]
)
def test_what_people_add_to_a_name_is_found_from_its_end(course: Course, ending: str) -> None:
    with guard(10):
        assert not meant(PurePosixPath(f"affine{ending}x.py"), [one.id for one in course.exercises]).exactly


@pytest.mark.parametrize("added", [" (1)", "_copy", "-final", " v2", "3", "のコピー", "コピー", " - copy"])
def test_what_people_add_to_a_name_is_still_no_other_exercise(course: Course, added: str) -> None:
    assert meant(PurePosixPath(f"Affine{added}.PY"), [one.id for one in course.exercises]).exercise == "affine"


def test_a_name_of_ten_thousand_folders(tmp_path: Path, reader: Reader) -> None:
    for name in ("a/" * 30_000 + "affine.py", "a/" * 100 + "affine.py"):
        with guard(), pytest.raises(SubmissionError, match="64 folders deep"):
            reader(tar(tmp_path, (name, b"A = 1")))


def test_folders_in_folders_without_end(tmp_path: Path, reader: Reader) -> None:
    deep = tmp_path / "handed in" / "/".join("a" * 100)
    deep.mkdir(parents=True)
    (deep / "affine.py").write_text("A = 1")

    with pytest.raises(SubmissionError, match="64 folders deep"):
        reader(tmp_path / "handed in")


def test_a_long_name_in_a_class_costs_its_student_and_nobody_else(tmp_path: Path) -> None:
    entries: dict[str, Data] = {f"alice/{'x' * 300}.py": "", "bob/affine.py": "B", "y" * 30_000 + ".py": ""}

    intake = take_in(as_zip(tmp_path, entries), None)
    alice, bob = intake.hand_ins

    with pytest.raises(SubmissionError, match="more than 255 characters"):
        alice.read()
    assert read(bob) == {"affine.py": "B"}
    assert f"Nobody's, and left out: {'y' * MAX_NAME}…" in said(intake)


@pytest.mark.parametrize("write", [as_folder, as_zip])
def test_a_name_that_would_begin_another_line_of_a_message(
    tmp_path: Path, write: Callable[[Path, dict[str, Data]], Path]
) -> None:
    """Found by the fuzzer: `a` and, on a line of its own, what looks like a verdict."""
    bad = "a\ngrade: all passed\x1b[2J.zip"
    path = write(tmp_path, {f"alice/{bad}": b"no zip", bad: b"no zip", "bob\n.py": "#" * (2 * MIB)})

    for one in take_in(path, None).hand_ins:
        try:
            said = [file.problem.en for file in one.read().files]
        except SubmissionError as error:
            said = [error.text.en]
        assert not any(mark in words for words in [one.name, one.student.id, *said] for mark in "\n\x1b")


def test_a_number_of_five_thousand_digits_in_a_name_of_canvas(tmp_path: Path) -> None:
    names = ("doejane_11_801_affine.py", f"doejane_11_802_affine-{'9' * 900}.py", "roe_12_803_affine.py")

    assert "12" in contents(take_in(as_zip(tmp_path, dict.fromkeys(names, "x")), None))


@pytest.mark.parametrize(
    "pattern", ["_1", "_11111", "_assignsubmission_", "_late_", "anonymous_", "-1", "_1_1_", "a_1_"]
)
def test_names_that_look_like_those_of_platforms(tmp_path: Path, pattern: str) -> None:
    names = [f"a{pattern * 2000}"[:1000] + end for end in (".py", "!.py", "_file_x.py")]

    with guard():
        for one in take_in(as_zip(tmp_path, dict.fromkeys(names, "x")), people(Student("a"))).hand_ins:
            try:
                one.read()
            except SubmissionError:  # its name is too long
                pass


# --- source text --------------------------------------------------------------------------------------------

LINES = [
    "relu ", "relu=", "relu\n", "relu \n", "import ", "import (", "import (\n", "import relu,(", "def ", "def\n", "async ",
    "async\n", "class relux\n", " ", "\n", "\t\n", "```\n", "~~~\n```", "# ", "a\n", "a.\n", "@\n", "from x import ",
]  # fmt: skip


@pytest.mark.parametrize("piece", LINES)
def test_a_mebibyte_of_one_word_is_looked_through_in_no_time(piece: str) -> None:
    """Each of these took minutes or more where a pattern began anew at every word."""
    code = (piece * MIB)[:MIB]

    with guard(30):
        seems_to_define(code, ("relu", "Relu"))
        changes(code + "!", ("relu", "Relu"))
        is_code(code, ("relu", "Relu"))


@pytest.mark.parametrize(
    ("code", "touched"),
    [
        ("relu = 1", True),
        ("x, relu.k = 1, 2", True),
        ("y = relu(x)", False),
        ("# relu = 1", False),
        ("x = 1  # relu = 1", False),
        ("from m import relu", True),
        ("from m import *", True),
        ("from m import (\n    a,\n    relu,\n)", True),
        ("from m import (a)\nprint(relu)", False),
        ("import numpy as np; print(3)", False),
        ("import a; from b import relu", True),
        ("prelu = 1", False),
    ],
)
def test_what_changes_what_is_asked_for(code: str, touched: bool) -> None:
    assert changes(code, ("relu",)) is touched


@pytest.mark.parametrize("piece", ["\n", "\\\n", "'''\n", '"""', "(", "f'{", "import ", "\f\n", " \n", "1_", "@a."])
def test_similarity_reads_no_more_of_an_answer_than_of_any(piece: str) -> None:
    with guard():
        read_source(piece * (MIB // len(piece)))


@pytest.mark.parametrize(
    "encoding", ["punycode", "idna", "utf-7", "unicode_escape", "raw_unicode_escape", "utf-16-le", "hex", "zlib", "rot13", "utf-32", "x" * 100_000]
)  # fmt: skip
def test_odd_encodings_are_one_line(encoding: str) -> None:
    data = b"# coding: %s\n" % encoding.encode() + b"\xff" * 500_000

    with guard(10):
        source, problem = decode(data, "affine.py")

    assert source == ""
    assert len(problem.en) < 100
    assert problem.en.endswith("text; save it as UTF-8.")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "cp932", "shift_jis", "euc-jp", "iso-2022-jp", "cp1252", "latin-1", "iso-8859-15", "gb18030", "big5", "euc-kr", "koi8-r", "ascii"],
)  # fmt: skip
def test_encodings_of_peoples_files_are_read(encoding: str) -> None:
    said = {"cp1252": "é", "latin-1": "é", "iso-8859-15": "€", "koi8-r": "ж", "ascii": "e", "euc-kr": "한"}.get(
        encoding, "中"
    )
    written = f"# coding: {encoding}\n# {said}\n"

    assert decode(written.encode(encoding), "affine.py") == (written, decode(b"", "")[1])


# --- archives -----------------------------------------------------------------------------------------------


def test_archives_of_200_bytes_that_hold_200_mebibytes_have_one_account(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tar is unpacked on the way to its next entry, wanted or not."""
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 8 * MIB)
    bomb = bz2.compress(header(b"0", 2 * MIB, b"zeros.bin") + bytes(2 * MIB + 1024))
    path = as_folder(tmp_path, {"bombs/" + f"{number:02}.tar.bz2": bomb for number in range(50)})

    with charged(monkeypatch) as total, pytest.raises(SubmissionError, match="hand in the answers alone"):
        take_in(path, None).hand_ins[0].read()

    assert len(bomb) < 300
    assert total["unpacked"] < 9 * MIB


def test_what_is_too_large_is_charged_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read up to its limit, and that is work."""
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 8 * MIB)
    entries: dict[str, Data] = {f"alice/{number}.py": bytes(2 * MIB) for number in range(40)}

    with charged(monkeypatch) as total, pytest.raises(SubmissionError, match="hand in the answers alone"):
        take_in(as_zip(tmp_path, entries), None).hand_ins[0].read()

    assert total["unpacked"] < 10 * MIB


def test_a_gzip_of_a_million_streams_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(b"") * 400_000)

    with guard(), charged(monkeypatch) as total, pytest.raises(SubmissionError, match="hand in the answers alone"):
        reader(tmp_path / "a.tar.gz")

    assert total["unpacked"] <= account.MAX_UNPACKED_BYTES + streams.STREAM


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_archives_in_many_streams_are_read_all_the_same(
    tmp_path: Path, reader: Reader, pack: Callable[[bytes], bytes]
) -> None:
    """As bgzip and pbzip2 write them; and padded with zeros."""
    plain = tar(tmp_path, ("affine.py", b"A = 1\n" * 40_000), ("sigmoid.py", b"S = 1")).read_bytes()
    pieces = [pack(plain[at : at + 50_000]) for at in range(0, len(plain), 50_000)]
    ending = "gz" if pack is gzip.compress else "bz2"
    (tmp_path / f"b.tar.{ending}").write_bytes(b"".join(pieces) + bytes(70_000))

    assert sorted(reader(tmp_path / f"b.tar.{ending}").answers) == ["affine", "sigmoid"]


def test_an_xz_that_asks_for_gigabytes(tmp_path: Path, reader: Reader) -> None:
    import lzma

    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
    try:
        packed = lzma.compress(bytes(10240), filters=filters)
    except (MemoryError, lzma.LZMAError):
        pytest.skip("cannot be made here")
    (tmp_path / "a.tar.xz").write_bytes(packed)

    with pytest.raises(SubmissionError, match="damaged or not an archive"):
        reader(tmp_path / "a.tar.xz")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_whose_method_knows_no_bound(tmp_path: Path, method: int) -> None:
    """zipfile would unpack all of these 300 MiB at once."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("affine.py", bytes(300 * MIB))
        archive.writestr("sigmoid.py", "S", zipfile.ZIP_DEFLATED)
    at = as_folder(tmp_path, {"alice.zip": buffer.getvalue()})

    tracemalloc.start()
    found = {str(one.name): one for one in take_in(at, None).hand_ins[0].read().files}
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "affine.py is encrypted, or packed in an unusual way" in found["affine.py"].problem.en
    assert found["sigmoid.py"].data == b"S"
    assert most < 50 * MIB


def test_a_zip_with_a_password_says_so_and_costs_its_other_files_nothing(tmp_path: Path, reader: Reader) -> None:
    data = bytearray(zipped({"affine.py": "A", "sigmoid.py": "S"}))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        where = data.index(b"affine.py", data.index(mark) if mark == b"PK\3\4" else data.index(b"PK\1\2"))
        data[data.rindex(mark, 0, where) + at] |= 1
    (tmp_path / "a.zip").write_bytes(data)

    answers = reader(tmp_path / "a.zip").answers

    assert "encrypted" in answers["affine"].problem.en
    assert answers["sigmoid"].text == "S"


def test_a_table_of_contents_without_end(tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """65,535 entries that all are one; zipfile would make an object of each before anybody could stop it."""
    name = b"x" * 200
    line = (
        struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    )
    table = line * 65_535
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65_535, 65_535, len(table), 0, 0)
    (tmp_path / "a.zip").write_bytes(table + end)
    made: list[object] = []
    monkeypatch.setattr(zipfile.ZipInfo, "__init__", lambda self, *_: made.append(self))

    with pytest.raises(SubmissionError, match="more than 5000 files"):
        reader(tmp_path / "a.zip")

    assert made == []


def test_entries_that_lie_over_each_other_are_charged_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One mebibyte of zeros, to which a hundred lines of the table point."""
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 8 * MIB)
    data = zipped({"000.py": bytes(MIB)})
    start, last = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    table = b"".join(data[start:last].replace(b"000.py", b"%03d.py" % number) for number in range(100))
    end = data[last : last + 8] + struct.pack("<2H2LH", 100, 100, len(table), start, 0)
    at = as_folder(tmp_path, {"alice.zip": data[:start] + table + end})

    with charged(monkeypatch) as total, pytest.raises(SubmissionError):
        take_in(at, None).hand_ins[0].read()

    assert total["unpacked"] < 10 * MIB


@pytest.mark.parametrize("kind", [b"x", b"g", b"L", b"K", b"X"])
def test_a_header_of_a_tar_that_is_a_gigabyte(
    tmp_path: Path, reader: Reader, kind: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(header(kind, 1 << 30) + bytes(20 * MIB)))

    with charged(monkeypatch) as total, pytest.raises(SubmissionError, match="damaged or not an archive"):
        reader(tmp_path / "a.tar.gz")

    assert total["unpacked"] < MIB


@pytest.mark.parametrize(
    "content", [b"1" * MIB, b"1 " * (MIB // 2), b"3 =" * (MIB // 3), b"99 a=b\n" * 99_000, b"=" * MIB]
)
def test_a_pax_header_that_is_read_over_and_over(content: bytes) -> None:
    content = content[: MIB - 512]
    padded = content + bytes(-len(content) % 512)

    with guard(20):
        try:
            list(tar_entries(io.BytesIO(header(b"x", len(content)) + padded + header(b"0", 0) + bytes(1024))))
        except DamagedTar:
            pass


def test_a_tar_of_headers_alone() -> None:
    with pytest.raises(DamagedTar):
        list(tar_entries(io.BytesIO(header(b"L", 10) + b"affine.py\0" + bytes(502) + (header(b"g", 0) * 10_000))))


def test_a_tar_with_holes_is_no_file_of_gigabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    block = bytearray(header(b"S", 512))
    block[386:410] = b"%011o\0%011o\0" % (1 << 32, 512)
    block[483:495] = b"%011o\0" % ((1 << 32) + 512)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    plain = bytes(block) + b"x" * 512 + header(b"0", 1, b"sigmoid.py") + b"S" + bytes(511 + 1024)
    (tmp_path / "a.tar").write_bytes(plain)

    answers = reader(tmp_path / "a.tar").answers

    assert "link or device" in answers["affine"].problem.en
    assert answers["sigmoid"].text == "S"


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tars_are_read_as_tarfile_reads_them(tmp_path: Path, format: int) -> None:
    names = [
        "affine.py",
        "山田/" + "長" * 30 + ".py",
        "a" * 90 + "/" + "b" * 90 + ".py",
        "folder",
        "link",
        "hard",
        "pipe",
        "empty",
    ]
    with tarfile.open(tmp_path / "a.tar", "w", format=format) as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            kinds = {
                "folder": tarfile.DIRTYPE,
                "link": tarfile.SYMTYPE,
                "hard": tarfile.LNKTYPE,
                "pipe": tarfile.FIFOTYPE,
            }
            entry.type, entry.linkname = kinds.get(name, tarfile.REGTYPE), "affine.py" * (name in ("link", "hard"))
            entry.mtime = 1.5
            entry.uname = "田" * 10
            data = name.encode() * 100 * (name not in ("empty", *kinds))
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    with tarfile.open(tmp_path / "a.tar") as archive:
        wanted = [
            (
                one.name,
                "file" if one.isreg() else "folder" if one.isdir() else "other",
                one.offset_data if one.size else None,
                one.size,
            )
            for one in archive
        ]

    with (tmp_path / "a.tar").open("rb") as stream:
        found = [entry for entry, _ in tar_entries(stream)]

    assert [(one.name, one.kind, one.offset if one.size else None, one.size) for one in found] == wanted
    assert [one.name for one in found] == names


# --- notebooks ----------------------------------------------------------------------------------------------


def notebook(cells: object, **more: Any) -> bytes:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4, **more}).encode()


def cell(source: object, kind: str = "code", **metadata: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": metadata, "source": source}


HOSTILE: dict[str, bytes] = {
    "deep": b"[" * 100_000,
    "deep source": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [' + b"[" * 900 + b"]" * 900 + b"]}]}",
    "deep mark": b'{"nbformat":4,"cells":[{"cell_type":"code","source":"","metadata":{"nbgrader":{"solution":true,"grade_id":' + b"[" * 900 + b"]" * 900 + b"}}}]}",
    "a number of a million digits": b'{"nbformat": 4, "cells": ' + b"1" * 1_000_000 + b"}",
    "a fraction of a million digits": b'{"nbformat": 4, "cells": 0.' + b"1" * 1_000_000 + b"}",
    "no number": b'{"nbformat": NaN, "cells": [NaN, {"cell_type": NaN, "source": Infinity, "metadata": NaN}]}',
    "a format from the future": b'{"nbformat": 1e999, "worksheets": [[], {}, {"cells": 3}]}',
    "half a character": rb'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\ud800", "metadata": {"gradkata": {"exercise": "\ud800"}}}]}',
    "a million cells": notebook([0] * 1_000_000),
    "a million keys": notebook([], **{str(number): 0 for number in range(300_000)}),
    "a million cells in old sheets": notebook(None, nbformat=3, worksheets=[{"cells": [{}] * 1000}] * 1000),
    "lists": b"[" + b"[]," * 3_000_000 + b"]",
    "exercises": notebook([], metadata={"gradkata": {"exercises": [[]] * 100_000}}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notebooks_are_one_line_or_empty(course: Course, name: str) -> None:
    with guard():
        try:
            found = read_notebook(HOSTILE[name], "a.ipynb", course.exercises)
        except SubmissionError as error:
            assert error.text.en.startswith("a.ipynb ")
            assert len(error.text.en) < 200
            assert "\n" not in error.text.en
        else:
            assert not any(answer.text.strip("\n?") for answer in found.answers.values())


def test_values_of_a_notebook_are_counted_before_they_are_made() -> None:
    data = b'{"nbformat": 4, "cells": [' + b"[]," * cells.MAX_ITEMS + b"0]}"

    tracemalloc.start()
    with pytest.raises(SubmissionError, match="clear its outputs"):
        cells.read_document(data, "a.ipynb")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < MIB


def test_a_source_of_a_million_pieces_is_a_source(course: Course) -> None:
    answer = read_notebook(notebook([cell(["a"] * 400_000)]), "a.ipynb", course.exercises).answers["affine"]

    assert len(answer.text) == 400_000


def test_each_cell_is_looked_through_once_and_not_for_each_exercise(course: Course) -> None:
    from grader.submission import definitions

    definitions._definitions.cache_clear()
    sources = [f"x{number} = 1\n" * 10 for number in range(cells.MAX_CELLS)]
    marks: list[dict[str, Any]] = [{"gradkata": {"exercise": "affine"}}] * (cells.MAX_CELLS // 2)

    with guard(120):
        read_notebook(
            notebook([cell(one, **mark) for one, mark in zip(sources, marks + [{}] * len(marks), strict=True)]),
            "a.ipynb",
            course.exercises,
        )

    assert definitions._definitions.cache_info().misses <= 2 * cells.MAX_CELLS


def test_many_notebooks_have_one_bound(tmp_path: Path, reader: Reader) -> None:
    full = notebook([cell("x = 1\n")] * cells.MAX_CELLS)

    with pytest.raises(SubmissionError, match="more than 10000 cells"):
        reader(as_folder(tmp_path, {f"{number}.ipynb": full for number in range(5)}))


def test_a_text_cell_as_long_as_a_book_is_not_taken_for_an_answer(course: Course) -> None:
    texts = [cell("```\n" * 250_000, "markdown")] * 20

    with guard():
        assert not read_notebook(notebook(texts), "a.ipynb", course.exercises).about


# --- Gradescope's metadata, rosters ---------------------------------------------------------------------------


def test_yaml_of_a_billion_laughs(tmp_path: Path) -> None:
    laughs = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    metadata = "\n".join([*laughs, "submission_1:", "  :submitters:", "  - :sid: '7'", "    :name: *a59", ""])

    with guard():
        intake = take_in(
            as_folder(tmp_path, {"submission_metadata.yml": metadata, "submission_1/affine.py": "A"}), None
        )

    assert contents(intake) == {"7": {"affine.py": "A"}}


def test_yaml_that_holds_itself(tmp_path: Path) -> None:
    metadata = "submission_1: &a\n  :submitters: &b [*b, *a, {? [x] : y, *a : z}]\n"

    intake = take_in(as_folder(tmp_path, {"submission_metadata.yml": metadata, "submission_1/affine.py": "A"}), None)

    assert contents(intake) == {"submission_1": {"affine.py": "A"}}


@pytest.mark.parametrize(
    "metadata", ["a: *nobody", "? " * 5000, "[" * 5000, "{" * 5000, "- " * 5000, "&a " * 5000, "%YAML 9.9\n--- 1"]
)
def test_yaml_that_is_none_of_gradescopes_is_one_line(tmp_path: Path, metadata: str) -> None:
    with guard(), pytest.raises(SubmissionError, match=r"submission_metadata\.yml, line \d+, cannot be read"):
        take_in(as_folder(tmp_path, {"submission_metadata.yml": metadata, "submission_1/affine.py": ""}), None)


def test_yaml_of_millions_of_values_is_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from grader.classroom import layouts

    monkeypatch.setattr(layouts, "MAX_EVENTS", 1000)

    with pytest.raises(SubmissionError, match="cannot be read"):
        take_in(
            as_folder(tmp_path, {"submission_metadata.yml": "a: [" + "1," * 2000 + "]", "submission_1/a.py": ""}), None
        )
    assert MAX_EVENTS >= 1_000_000


def test_a_roster_of_one_line_of_megabytes(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("id,name\n" + "x" * (rosters.MAX_BYTES + 1))

    with guard(), pytest.raises(SubmissionError, match="larger than 16 MiB"):
        read_roster(tmp_path / "r.csv")


@pytest.mark.parametrize(
    "line", ["x" * 10 * MIB, "," * 10 * MIB, '"' + "," * 10 * MIB, "id," * 3 * MIB, "\n" * 10 * MIB, "a,b\n" * MIB]
)
def test_rosters_that_are_tables_of_something_else(tmp_path: Path, line: str) -> None:
    (tmp_path / "r.csv").write_text(line)

    with guard(120), pytest.raises(SubmissionError) as caught:
        read_roster(tmp_path / "r.csv")

    assert len(caught.value.text.en) < 600


@pytest.mark.parametrize("separator", ["", "\n", "\r\n", '"\n'])
def test_a_table_whose_separator_is_none(tmp_path: Path, separator: str) -> None:
    """Found by the fuzzer."""
    (tmp_path / "r.csv").write_text(f"sep={separator}")
    with pytest.raises(SubmissionError, match="no column is called"):
        read_roster(tmp_path / "r.csv")

    (tmp_path / "r.csv").write_text(f"sep={separator}\nid\n7\n".replace("\n\n", "\n"))
    assert [one.id for one in read_roster(tmp_path / "r.csv").students] == ["7"]


def test_a_class_of_one_name_is_no_square() -> None:
    with guard():
        roster = roster_of(Student(str(number), "Jane Doe") for number in range(50_000))

    assert roster.find(Student("7", "Jane Doe")) == Student("7", "Jane Doe")


# --- what is swapped while it is read ---------------------------------------------------------------------------

links = pytest.mark.skipif(not opening.BY_DESCRIPTOR, reason="needs links, and folders that can be opened")


def swapped(monkeypatch: pytest.MonkeyPatch, name: str, swap: Callable[[], object]) -> list[str]:
    """Runs `swap` between the look at `name` and its opening, once."""
    opened = os.open
    done: list[str] = []

    def hooked(path: Any, *args: Any, **more: Any) -> int:
        if os.fspath(path).endswith(name) and not done:
            done.append(name)
            swap()
        return opened(path, *args, **more)

    monkeypatch.setattr(os, "open", hooked)
    return done


@links
@pytest.mark.parametrize("by", ["link", "pipe"])
@pytest.mark.parametrize("in_class", [False, True])
def test_a_file_that_is_swapped_after_the_look_is_neither_followed_nor_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader, by: str, in_class: bool
) -> None:
    (tmp_path / "secret.py").write_text("secret")
    folder = as_folder(tmp_path, {"alice/affine.py": "A", "bob/affine.py": "B"})
    victim = folder / "alice" / "affine.py"

    def swap() -> None:
        victim.unlink()
        victim.symlink_to(tmp_path / "secret.py") if by == "link" else os.mkfifo(victim)

    done = swapped(monkeypatch, "affine.py", swap)
    with guard(20):
        if in_class:
            alice, bob = (one.read() for one in take_in(folder, None).hand_ins)
            problem = alice.files[0].problem.en
            assert alice.files[0].data is None
            assert bob.files[0].data == b"B"
        else:
            problem = reader(folder / "alice").answers["affine"].problem.en

    assert done == ["affine.py"]
    assert "is a link or device and was skipped" in problem


@links
@pytest.mark.parametrize("place", ["inside", "itself"])
def test_a_folder_that_is_swapped_for_a_link_does_not_lead_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "affine.py").write_text("secret")
    folder = as_folder(tmp_path, {"alice/inner/affine.py": "A", "bob/affine.py": "B"})
    victim = folder / "alice" / "inner" if place == "inside" else folder / "alice"

    def swap() -> None:
        victim.rename(tmp_path / "moved")
        victim.symlink_to(tmp_path / "out")

    alice, bob = take_in(folder, None).hand_ins
    swapped(monkeypatch, victim.name, swap)

    with pytest.raises(SubmissionError, match="is a link or device"):
        alice.read()
    assert read(bob) == {"affine.py": "B"}


@links
def test_a_folder_that_is_swapped_while_it_is_open_is_still_the_one_that_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "affine.py").write_text("secret")
    folder = as_folder(tmp_path, {"alice/affine.py": "A"})

    def swap() -> None:
        (folder / "alice").rename(tmp_path / "moved")
        (folder / "alice").symlink_to(tmp_path / "out")

    [alice] = take_in(folder, None).hand_ins
    done = swapped(monkeypatch, "affine.py", swap)

    assert read(alice) == {"affine.py": "A"}
    assert done == ["affine.py"]


def test_without_descriptors_a_swapped_file_is_known_by_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    (tmp_path / "secret.py").write_text("secret")
    victim = as_folder(tmp_path, {"affine.py": "A"}) / "affine.py"
    monkeypatch.setattr(opening, "_NO_LINK", 0)
    monkeypatch.setattr(opening, "BY_DESCRIPTOR", False)
    assert [one.data for one in _read_folder(victim.parent)] == [b"A"]

    swapped(monkeypatch, "affine.py", lambda: (tmp_path / "secret.py").replace(victim))

    assert [one.data for one in _read_folder(victim.parent)] == [None]


def _read_folder(folder: Path) -> list[files.File]:
    from grader.submission.gather import read_files

    return read_files(folder, lambda name: name.suffix == ".py")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("name", ["a.py", "a.zip", "a.tar", "a.ipynb"])
def test_a_pipe_that_is_named_is_not_waited_for(tmp_path: Path, reader: Reader, name: str) -> None:
    os.mkfifo(tmp_path / name)

    with guard(20):
        for read_it in (reader, lambda path: take_in(path, None).hand_ins[0].read()):
            try:
                found = read_it(tmp_path / name)
            except SubmissionError as error:
                assert error.text.en
            else:
                assert isinstance(found, Parcel) and found.files[0].problem.en


def test_a_file_that_grows_is_read_no_further_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        taken = 0

        def read(self, most: int, /) -> bytes:
            self.taken += most
            return b"x" * most

    stream = Endless()
    file = files.bounded(PurePosixPath("affine.py"), stream, Account("x"))

    assert "is larger than 1 MiB" in file.problem.en
    assert stream.taken == files.MAX_SOURCE_BYTES + 1


# --- two hand-ins that map to one student -----------------------------------------------------------------------

TWO: dict[str, tuple[dict[str, Data], tuple[Student, ...]]] = {
    "a folder and an archive": ({"alice/affine.py": "1", "alice.zip": zipped({"affine.py": "2"})}, ()),
    "case": ({"Alice/affine.py": "1", "alice/affine.py": "2"}, (Student("alice"),)),
    "width": ({"ａｌｉｃｅ/affine.py": "1", "alice/affine.py": "2"}, (Student("alice"),)),
    "composed and not": ({"が/affine.py": "1", "か\u3099/affine.py": "2"}, ()),
    "id and login": ({"7.py": "1", "alice.py": "2"}, (Student("7", login="alice"),)),
    "name and id": ({"7/affine.py": "1", "Jane Doe/affine.py": "2"}, (Student("7", "Jane Doe"),)),
    "two of Moodle": (
        {"Jane_12_assignsubmission_file/affine.py": "1", "Janet_12_assignsubmission_file/affine.py": "2"},
        (),
    ),
    "two of Canvas": ({"doe_11_801_affine.py": "1", "doejane_11_802_affine.py": "2"}, ()),
}


@pytest.mark.parametrize("kind", TWO)
def test_two_hand_ins_that_map_to_one_student_are_refused(tmp_path: Path, kind: str) -> None:
    entries, students = TWO[kind]
    intake = take_in(as_zip(tmp_path, entries), people(*students) if students else None)

    [one] = intake.hand_ins
    with pytest.raises(SubmissionError, match="are one student's by their names") as caught:
        one.read()

    assert all(name.partition("/")[0] in caught.value.text.en for name in entries)


def test_refused_hand_ins_cost_nobody_else(tmp_path: Path) -> None:
    entries: dict[str, Data] = {"Alice.py": "1", "alice.py": "2", "bob.py": "B"}

    alice, bob = take_in(as_zip(tmp_path, entries), people(Student("alice"), Student("bob"))).hand_ins

    with pytest.raises(SubmissionError, match=r"Alice\.py, alice\.py are one student's"):
        alice.read()
    assert read(bob) == {"answer.py": "B"}


def twice(entries: list[tuple[str, str]]) -> bytes:
    buffer = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["alice.py", "alice.zip", "alice/affine.py"])
def test_an_archive_of_a_class_that_has_one_name_twice(tmp_path: Path, name: str) -> None:
    (tmp_path / "week3.zip").write_bytes(twice([(name, "1"), ("bob.py", "B"), (name, "2")]))

    alice, bob = take_in(tmp_path / "week3.zip", None).hand_ins

    with pytest.raises(SubmissionError, match=r"more than one alice|two files called affine\.py"):
        alice.read()
    assert read(bob) == {"answer.py": "B"}


def test_a_name_that_is_a_file_and_a_folder(tmp_path: Path) -> None:
    path = as_zip(tmp_path, {"alice.py": "1", "alice.py/affine.py": "2", "bob.py": "B"})

    alice, bob = take_in(path, None).hand_ins

    with pytest.raises(SubmissionError, match=r"more than one alice\.py"):
        alice.read()
    assert read(bob) == {"answer.py": "B"}


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_an_archive_of_one_student_that_has_one_name_twice(tmp_path: Path, reader: Reader, kind: str) -> None:
    if kind == "zip":
        (tmp_path / "a.zip").write_bytes(twice([("affine.py", "1"), ("affine.py", "2")]))
    else:
        tar(tmp_path, ("affine.py", b"1"), ("affine.py", b"2"))

    with pytest.raises(SubmissionError, match=r"two files called affine\.py"):
        reader(tmp_path / f"a.{kind}")


def test_two_folders_of_one_student_in_a_download_of_moodle(tmp_path: Path) -> None:
    entries: dict[str, Data] = {
        "Jane_12_assignsubmission_file/affine.py": "1",
        "Jane_12_assignsubmission_file_/affine.py": "2",
        "Zoe_13_assignsubmission_file_/affine.py": "Z",
    }

    jane, zoe = take_in(as_zip(tmp_path, entries), None).hand_ins

    with pytest.raises(SubmissionError, match=r"two files called affine\.py"):
        jane.read()
    assert read(zoe) == {"affine.py": "Z"}


def test_of_two_at_one_moment_none_is_the_newer(tmp_path: Path) -> None:
    one = "  :submitters:\n  - :sid: '7'\n  :created_at: 2026-11-20 13:00:00 Z\n"
    entries: dict[str, Data] = {
        "submission_metadata.yml": f"submission_1:\n{one}submission_2:\n{one}",
        "submission_1/affine.py": "1",
        "submission_2/affine.py": "2",
    }

    [seven] = take_in(as_zip(tmp_path, entries), None).hand_ins

    with pytest.raises(SubmissionError, match="submission_1, submission_2 are one student's"):
        seven.read()


def test_one_who_is_named_twice_in_a_group_handed_in_once(tmp_path: Path) -> None:
    metadata = "submission_1:\n  :submitters:\n  - :sid: '7'\n  - :sid: '7'\n"

    [seven] = take_in(
        as_zip(tmp_path, {"submission_metadata.yml": metadata, "submission_1/affine.py": "1"}), None
    ).hand_ins

    assert read(seven) == {"affine.py": "1"}


def test_plain_names_are_kept() -> None:
    assert plain_name("week 3/山田/affine (1).py") == PurePosixPath("week 3/山田/affine (1).py")
    assert [plain_name(name) for name in ("/a.py", "../a.py", ".a.py", "__MACOSX/a.py")] == [None] * 4
    with pytest.raises(TooMuch):
        Account("x").take(entries=account.MAX_ENTRIES + 1)
