"""Whatever bytes come, the loaders read them or say in one line why not, and do no more work than they may.

python -m tests.hostile.fuzz_loaders --messages 100000          seeded mutations; the same seed gives the same bytes
python -m tests.hostile.fuzz_loaders --guided --seconds 300     led by coverage; needs `pip install gradkata[fuzz]`
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import random
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path, PurePosixPath

from grader.classroom.intake import take_in
from grader.classroom.passages import read_source
from grader.classroom.roster import read_roster
from grader.course.discover import load_course
from grader.errors import SubmissionError
from grader.model import Exercise
from grader.submission import account
from grader.submission.definitions import changes, is_code, seems_to_define
from grader.submission.files import MAX_DEPTH, MAX_NAME, File, decode, parcel
from grader.submission.gather import gather, unpacked
from grader.submission.load import submission_of
from grader.submission.naming import may_be_source
from grader.submission.notebook import read_notebook
from tests.hostile.fuzzing import LONGEST, command, led

ROOT = Path(__file__).resolve().parents[2]
LONGEST_WORDS = 2000  # characters of what is said of one

NAMES = ("relu", "Relu", "affine")


@cache
def _exercises() -> tuple[Exercise, ...]:
    return tuple(one for one in load_course(ROOT).exercises if one.id in ("sigmoid", "affine", "adam"))


# --- what is read, and what must hold of it ------------------------------------------------------------------------


def read_archive(ending: str, data: bytes) -> None:
    name = f"a{ending}"
    files = gather(partial(unpacked, File(PurePosixPath(name), data)), may_be_source, name, nested=True)
    for file in files:
        assert (file.data is None) == bool(file.problem.en), file
        # an archive in the archive has a name and names in it
        assert len(file.name.parts) <= 2 * MAX_DEPTH and all(len(part) <= MAX_NAME for part in file.name.parts), (
            file.name
        )
        _one_line(file.problem.en)
    for note in submission_of(parcel(name, files), _exercises()).notes:
        _one_line(note.en)


def read_json(data: bytes) -> None:
    found = read_notebook(data, "a.ipynb", _exercises())
    for answer in found.answers.values():
        answer.text.encode()
        for note in answer.notes:
            _one_line(note.en)


def read_text(data: bytes) -> None:
    source, problem = decode(data, "affine.py")
    _one_line(problem.en)
    assert not (source and problem.en)
    seems_to_define(source, NAMES)
    changes(source, NAMES)
    is_code(source, NAMES)
    read_source(source)


def read_class(name: str, data: bytes) -> None:
    """A download of a whole class."""
    with tempfile.TemporaryDirectory() as at:
        (Path(at) / name).write_bytes(data)
        _read_all(Path(at) / name)  # a function: Windows removes no file that is open


def _read_all(path: Path) -> None:
    taken = take_in(path, None)
    ids = [one.student.id for one in taken.hand_ins]
    assert len(ids) == len(set(ids))
    for one in taken.hand_ins:
        try:
            one.read()
        except SubmissionError as error:
            _one_line(error.text.en)


def read_metadata(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as at:
        (Path(at) / "submission_metadata.yml").write_bytes(data)
        (Path(at) / "submission_1").mkdir()
        (Path(at) / "submission_1" / "affine.py").write_text("A = 1")
        take_in(Path(at), None)


def read_table(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as at:
        (Path(at) / "r.csv").write_bytes(data)
        read_roster(Path(at) / "r.csv")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "zip": partial(read_archive, ".zip"),
    "tar": partial(read_archive, ".tar"),
    "notebook": read_json,
    "source": read_text,
    "class zip": partial(read_class, "week3.zip"),
    "class tar": partial(read_class, "week3.tar"),
    "metadata": read_metadata,
    "roster": read_table,
}


def _one_line(words: str) -> None:
    assert len(words) <= LONGEST_WORDS and "\n" not in words, words[:200]


def message(target: str, data: bytes) -> str:
    """Reads one; how it ended. Anything but a documented error is raised."""
    before = account.MAX_UNPACKED_BYTES
    account.MAX_UNPACKED_BYTES = 4 << 20  # a bomb is as well one of four mebibytes, and costs less
    try:
        TARGETS[target](data)
    except SubmissionError as error:
        _one_line(error.text.en)
        return "refused"
    finally:
        account.MAX_UNPACKED_BYTES = before
    return "read"


# --- where it begins ----------------------------------------------------------------------------------------------


def seeds() -> dict[str, list[bytes]]:
    """Well-formed ones of each kind, small, with what programs make of them."""
    sources = {
        "affine.py": b"class Affine:\n    x = 1\n",
        "week/sigmoid.py": b"# coding: cp932\ndef sigmoid(x):\n    return x\n",
    }
    cells = [
        {
            "cell_type": kind,
            "metadata": {"gradkata": {"exercise": "affine"}},
            "source": ["def sigmoid(x):\n", "    pass"],
        }
        for kind in ("code", "markdown")
    ]
    notebooks = [
        {"cells": cells, "metadata": {"gradkata": {"exercises": ["affine"]}}, "nbformat": 4, "nbformat_minor": 5},
        {
            "worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1", "outputs": []}]}],
            "nbformat": 3,
            "metadata": {},
        },
    ]
    written = [json.dumps(one).encode() for one in notebooks]
    tars = [_tar(sources | {"a.ipynb": written[0]}, kind) for kind in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)]
    tars += [
        _tar({"x" * 120 + ".py": b"1", "山/affine.py": b"2"}, kind) for kind in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)
    ]
    tars += [gzip.compress(tars[0]), bz2.compress(tars[0])]
    zips = [_zip(sources), _zip({"inner.zip": _zip(sources), "inner.tar.gz": tars[4], "表.py": b""})]
    students = {f"{name}/{file}": data for name in ("alice", "Bob", "bob") for file, data in sources.items()}
    platforms = {"doe_11_801_affine.py": b"1", "doe_11_802_affine-1.py": b"2", "roe_late_12_3_a.zip": zips[0]}
    moodle = {"Jane_12_assignsubmission_file/affine.py": b"1", "Joe_13_assignsubmission_file_a.zip": zips[0]}
    metadata = b"submission_1:\n  :submitters:\n  - &1\n    :name: Jane\n    :sid: '7'\n  :created_at: 2026-11-20 13:00:00 Z\n  :h: [*1, {a: b}]\n"
    return {
        "zip": zips,
        "tar": tars,
        "notebook": written,
        "source": [*sources.values(), "relu = 1\nfrom m import (a, relu)\n".encode("utf-16"), b"\xef\xbb\xbfx = '''a'''\n"],
        "class zip": [_zip(one) for one in (students, platforms, moodle)],
        "class tar": [_tar(one, tarfile.GNU_FORMAT) for one in (students, platforms, moodle)],
        "metadata": [metadata],
        "roster": [b"id,name,email\n7,Jane Doe,j@x\n8,Joe,\n", "学籍番号;氏名\n1;山田 太郎\n".encode("cp932"), b'sep=;\nid;name\n="007";"a""b"\n'],
    }  # fmt: skip


def _zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _tar(entries: dict[str, bytes], format: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format) as archive:
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return buffer.getvalue()


# --- where it goes ------------------------------------------------------------------------------------------------

_WORDS = [
    b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"../", b"/", b"\\", b"[", b"{",
    b'"', b",", b"\n", b" " * 300, b"a/" * 100, b"9" * 5000, b"NaN", b"1e999", b"&a ", b"*a", b"? ", b"- ", b"# coding: punycode\n",
    b"\\ud800", b"null", b"GNU.sparse.name=x", b"30 path=", b"ustar\0", b"=", b"import (", b"relu ", b"'''", b"e\xcc\x81", b"\x80",
]  # fmt: skip


def mutated(chance: random.Random, examples: list[bytes]) -> bytes:
    """One of the examples, or two, with a few changes; of a tar with a sum that is right again, half of the time."""
    data = bytearray(chance.choice(examples))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        kind = chance.randrange(7)
        if kind == 0 and data:
            data[min(at, len(data) - 1)] = chance.randrange(256)
        elif kind == 1 and data:
            data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 2:
            data[at:at] = chance.choice(_WORDS)
        elif kind == 3:
            data[at : at + 8] = chance.choice(_WORDS)
        elif kind == 4:
            del data[at : min(end, at + 64)]
        elif kind == 5:
            data[at:at] = data[at:end] * chance.choice((1, 1, 20))
        else:
            other = chance.choice(examples)
            data[at:] = other[chance.randrange(len(other) + 1) :]
    if chance.random() < 0.5:
        _sum_again(data)
    return bytes(data[:LONGEST])


def _sum_again(data: bytearray) -> None:
    for at in range(0, len(data) - 511, 512):
        if data[at + 257 : at + 262] == b"ustar":
            data[at + 148 : at + 156] = b" " * 8
            data[at + 148 : at + 156] = b"%06o\0 " % (sum(data[at : at + 512]) & 0o777777)


def messages(count: int, seed: int, only: str = "") -> Iterator[tuple[str, bytes]]:
    chance, examples = random.Random(seed), seeds()
    names = [only] if only else list(TARGETS)
    for number in range(count):
        name = names[number % len(names)]
        yield name, mutated(chance, examples[name])


def run(count: int, seed: int, only: str = "") -> Counter[str]:
    """How many were read and refused. A fault is raised, with the message that makes it beside it as a note."""
    ended: Counter[str] = Counter()
    for name, data in messages(count, seed, only):
        began = time.process_time()
        try:
            ended[f"{name}: {message(name, data)}"] += 1
        except BaseException as fault:
            fault.add_note(f"{name}, {data!r}")
            raise
        if time.process_time() - began > 20:  # a thousand times what it takes
            raise AssertionError(f"{name} took {time.process_time() - began:.0f} s: {data!r}")
    return ended


def guided(seconds: int, seed: int, only: str) -> None:
    """The same, led by what of our code a message reaches. Ends the process."""
    import atheris  # an extra

    atheris.instrument_all()
    names = [only] if only else list(TARGETS)
    first = ((index, data) for index, name in enumerate(names) for data in seeds()[name])
    led(names, message, first, seconds, seed)


if __name__ == "__main__":
    command(__doc__, TARGETS, run, guided, messages=10_000)
