"""Archives as people and platforms make them: with an environment inside, in each other, in other formats, cut off, locked."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

import pytest

from grader.classroom.intake import take_in
from grader.errors import SubmissionError
from grader.submission import account
from grader.submission.account import Account
from grader.submission.cells import read_document
from grader.submission.files import File, conflict_line
from grader.submission.formats import is_archive, without_ending
from grader.submission.gather import MAX_NESTED, gather, read_files, unpacked
from grader.submission.naming import is_source

Data = str | bytes
Writer = Callable[[Path, dict[str, Data]], Path]


def as_bytes(data: Data) -> bytes:
    return data.encode() if isinstance(data, str) else data


def as_folder(at: Path, entries: dict[str, Data]) -> Path:
    for name, data in entries.items():
        path = at / "hw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(data))
    return at / "hw"


def zipped(entries: dict[str, Data]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, as_bytes(data))
    return buffer.getvalue()


def tarred(entries: dict[str, Data]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(as_bytes(data))
            archive.addfile(entry, io.BytesIO(as_bytes(data)))
    return buffer.getvalue()


def as_zip(at: Path, entries: dict[str, Data]) -> Path:
    (at / "hw.zip").write_bytes(zipped(entries))
    return at / "hw.zip"


def as_tar(at: Path, entries: dict[str, Data]) -> Path:
    (at / "hw.tar.gz").write_bytes(gzip.compress(tarred(entries), 1))
    return at / "hw.tar.gz"


def found(path: Path) -> dict[str, str]:
    """What was read, by name, or else why not."""
    return shown(read_files(path, is_source))


def shown(files: list[File]) -> dict[str, str]:
    return {str(one.name): one.problem.en if one.data is None else one.data.decode() for one in files}


WAYS = pytest.mark.parametrize("write", [as_folder, as_zip, as_tar])
MIB = 1 << 20


# --- what is passed over --------------------------------------------------------------------------------------


@WAYS
@pytest.mark.parametrize(
    "junk",
    [
        "venv/lib/python3.11/site-packages/numpy/f{}.py",
        "work/Lib/site-packages/numpy/f{}.py",
        "conda/lib/python3.12/f{}.py",
        ".git/objects/{}",
        "node_modules/x/{}.js",
        "data/img_{}.png",
        "__pycache__/f{}.py",
        ".ipynb_checkpoints/{}.ipynb",
        "fonts/{}",
    ],
)
def test_what_holds_no_answers_counts_neither_as_entries_nor_as_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Writer, junk: str
) -> None:
    monkeypatch.setattr(account, "MAX_ENTRIES", 5)
    monkeypatch.setattr(account, "MAX_TOTAL_BYTES", 1000)
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 1000)
    entries: dict[str, Data] = {junk.format(number): bytes(400) for number in range(20)}

    assert found(write(tmp_path, entries | {"relu.py": "R"})) == {"relu.py": "R"}


@WAYS
@pytest.mark.parametrize(("marker", "home"), [("pyvenv.cfg", "my/"), ("conda-meta/history", "my/"), ("pyvenv.cfg", "")])
def test_an_environment_is_known_by_what_marks_it(tmp_path: Path, write: Writer, marker: str, home: str) -> None:
    """Whatever its name; also where the homework was written inside it. The marker may come last in a tar."""
    entries: dict[str, Data] = {
        f"{home}Lib/random.py": "its",
        f"{home}bin/activate_this.py": "its",
        f"{home}relu.py": "R",
        f"{home}hw/lib/affine.py": "A",
        "lib2/x.py": "X",
        f"{home}{marker}": "",
    }

    assert found(write(tmp_path, entries)) == {f"{home}relu.py": "R", f"{home}hw/lib/affine.py": "A", "lib2/x.py": "X"}


@pytest.mark.parametrize("write", [as_zip, as_tar])
@pytest.mark.parametrize("junk", ["x/{}.png", ".git/{}", "node_modules/{}"])
def test_what_is_passed_over_has_a_bound_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Writer, junk: str
) -> None:
    monkeypatch.setattr(account, "MAX_SKIPPED", 100)
    entries: dict[str, Data] = {junk.format(number): "" for number in range(101)}

    with pytest.raises(SubmissionError, match="beside the answers"):
        found(write(tmp_path, entries | {"relu.py": "R"}))


def test_all_that_is_passed_over_in_archives_in_archives_has_one_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "MAX_SKIPPED", 100)
    inner = zipped({f"{number}.png": "" for number in range(60)})

    with pytest.raises(SubmissionError, match="beside the answers"):
        found(as_zip(tmp_path, {"1.zip": inner, "2.zip": inner}))


# --- archives in archives -------------------------------------------------------------------------------------


def wrapped(times: int) -> bytes:
    """A zip in a zip, so many in all."""
    data = zipped({"relu.py": "R"})
    for _ in range(times - 1):
        data = zipped({"in.zip": data})
    return data


@WAYS
@pytest.mark.parametrize("times", [1, 2, 3])
def test_archives_in_archives_are_opened(tmp_path: Path, write: Writer, times: int) -> None:
    path = write(tmp_path, {"week/hw.zip": wrapped(times)})

    assert found(path) == {"week/hw.zip/" + "in.zip/" * (times - 1) + "relu.py": "R"}


def test_also_in_a_download_of_moodle(tmp_path: Path) -> None:
    path = as_folder(
        tmp_path, {"Ann_12_assignsubmission_file/hw.zip": wrapped(3), "Bob_13_assignsubmission_file_hw.zip": wrapped(2)}
    )

    ann, bob = take_in(path, None).hand_ins

    assert shown(list(ann.read().files)) == {"hw.zip/in.zip/in.zip/relu.py": "R"}
    assert shown(list(bob.read().files)) == {"hw.zip/in.zip/relu.py": "R"}


@pytest.mark.parametrize("write", [as_folder, as_zip])
def test_what_is_not_opened_is_named_in_downloads_of_platforms_too(tmp_path: Path, write: Writer) -> None:
    entries: dict[str, dict[str, Data]] = {
        "moodle": {"Ann_12_assignsubmission_file/hw.rar": RAR, "Bob_13_assignsubmission_file_hw.zip": RAR},
        "canvas": {"annone_11_801_hw.rar": RAR, "bobtwo_12_802_hw.zip": RAR},
        "gradescope": {
            "submission_metadata.yml": "submission_1:\n  :submitters:\n  - :sid: '7'\nsubmission_2:\n  :submitters:\n  - :sid: '8'\n",
            "submission_1/hw.rar": RAR,
            "submission_2/hw.zip": RAR,
        },
    }
    for name, download in entries.items():
        (tmp_path / name).mkdir()
        hand_ins = take_in(write(tmp_path / name, download), None).hand_ins
        found = [(str(file.name), file.problem.en) for one in hand_ins for file in one.read().files]

        assert [name for name, _ in found] == ["hw.rar", "hw.zip"]
        assert all(problem.endswith("(RAR); make a plain .zip.") for _, problem in found)


@WAYS
def test_what_lies_in_too_many_archives_is_named(tmp_path: Path, write: Writer) -> None:
    path = write(tmp_path, {"a.zip": wrapped(MAX_NESTED + 1), "relu.py": "R"})
    deep = "a.zip" + "/in.zip" * MAX_NESTED

    assert found(path) == {deep: f"{deep} lies in more than 4 archives; unpack them.", "relu.py": "R"}


def test_archives_in_archives_have_one_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of ten zips holds ten zips, and so on: a mebibyte a time."""
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 8 * MIB)
    data = zipped({"big.py": bytes(MIB)})
    for _ in range(3):
        data = zipped({f"{number}.zip": data for number in range(10)})
    left: list[Account] = []

    def entries(account: Account) -> object:
        left.append(account)
        return unpacked(File(PurePosixPath("a.zip"), data), account)

    with pytest.raises(SubmissionError, match="hand in the answers alone"):
        gather(entries, is_source, "a.zip")  # type: ignore[arg-type]

    assert left[0].unpacked > -2 * MIB


# --- what is not opened, by its name ----------------------------------------------------------------------------

PLAIN = zipped({"relu.py": "R = 1"})
CUT = zipped({"relu.py": bytes(range(256)) * 9})[:-60]
RAR, SEVEN = b"Rar!\x1a\x07\x01\x00" + b"x" * 600, b"7z\xbc\xaf'\x1c" + b"x" * 600
TAR = tarred({"relu.py": "R" * 3000})

BAD: dict[str, tuple[str, bytes, str]] = {
    "rar": ("a.rar", RAR, r"\(RAR\); make a plain \.zip"),
    "rar called zip": ("a.zip", RAR, r"\(RAR\); make a plain \.zip"),
    "rar called tar": ("a.tar", RAR, r"\(RAR\); make a plain \.zip"),
    "7z": ("a.7z", SEVEN, r"\(7-Zip\); make a plain \.zip"),
    "7z called zip": ("a.zip", SEVEN, r"\(7-Zip\)"),
    "zipx": ("a.zipx", PLAIN, r"\(ZIPX\); make a plain \.zip"),
    "zstd": ("a.tar.zst", b"\x28\xb5\x2f\xfd" + bytes(60), r"\(Zstandard\)"),
    "lha": ("a.LZH", b"!!-lh5-" + bytes(60), r"\(LHA\)"),
    "lha called zip": ("a.zip", b"!!-lh5-" + bytes(600), r"\(LHA\)"),
    "alzip": ("a.alz", b"ALZ\1" + bytes(60), r"\(ALZip\)"),
    "split": ("a.zip.001", PLAIN[:50], r"\(split ZIP\)"),
    "pdf called zip": ("a.zip", b"%PDF-1.7\n" + bytes(600), r"\(PDF\)"),
    "a page": ("a.zip", b"\xef\xbb\xbf\n<!DOCTYPE html><html>Please log in</html>", "is a web page and no archive"),
    "empty": ("a.zip", b"", "is empty: it has no bytes"),
    "empty tar": ("a.tar.gz", b"", "is empty: it has no bytes"),
    "one file in gzip": ("relu.py.gz", gzip.compress(b"R"), "is one file packed with gzip; unpack it"),
    "one file in xz": ("relu.ipynb.xz", lzma.compress(b"{}"), "is one file packed with xz; unpack it"),
    "cut zip": ("a.zip", CUT, "is cut off: its end is missing; make it or send it again"),
    "cut tar": ("a.tar", TAR[:1500], "is cut off"),
    "cut in a header": ("a.tar", tarred({"x.py": ""})[:100], "is damaged"),
    "cut gzip": ("a.tar.gz", gzip.compress(TAR)[:-20], "is cut off"),
    "cut bzip2": ("a.tar.bz2", bz2.compress(TAR)[:-20], "is cut off"),
    "cut xz": ("a.tar.xz", lzma.compress(TAR)[:90], "is cut off"),
    "text": ("a.zip", b"class Relu: pass", "is damaged or not an archive"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
@WAYS
def test_what_is_not_opened_is_named_and_costs_the_others_nothing(tmp_path: Path, write: Writer, case: str) -> None:
    name, data, said = BAD[case]

    files = {str(one.name): one for one in read_files(write(tmp_path, {f"w/{name}": data, "relu.py": "R"}), is_source)}

    assert sorted(files) == ["relu.py", f"w/{name}"]
    assert_named(files[f"w/{name}"].problem.en, name, said)


@pytest.mark.parametrize("case", BAD)
def test_it_is_named_where_it_is_all_there_is(tmp_path: Path, case: str) -> None:
    """Read alone; as a class; and as what one of a class handed in."""
    name, data, said = BAD[case]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / name).write_bytes(data)
    (tmp_path / "class" / "zoe.py").write_text("Z")
    one, zoe = take_in(tmp_path / "class", None).hand_ins

    for read in (partial(read_files, tmp_path / name, is_source), partial(take_in, tmp_path / name, None), one.read):
        with pytest.raises(SubmissionError) as caught:
            read()
        assert_named(caught.value.text.en, name, said)
    assert shown(list(zoe.read().files)) == {"answer.py": "Z"}


def assert_named(problem: str, name: str, said: str) -> None:
    import re

    assert name in problem and re.search(said, problem), problem


def test_an_archive_is_opened_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    entries: dict[str, Data] = {
        "a.tar.gz": PLAIN,
        "b.zip": TAR,
        "c.zip": gzip.compress(TAR),
        "d.tar": lzma.compress(TAR),
        "e.tgz": bz2.compress(TAR),
        "f.zip": b"#!/bin/sh\n" + PLAIN,  # unpacks itself
    }

    names = [PurePosixPath(name).parts for name in found(as_folder(tmp_path, entries))]

    assert names == [(name, "relu.py") for name in entries]


METHODS = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 98: "PPMd", 77: "77"}


def spoilt(data: bytes, name: bytes, *, method: int | None = None, flag: int = 0) -> bytes:
    """A zip with another method, or a flag, for one of its files."""
    made = bytearray(data)
    for mark, at in ((b"PK\3\4", 26), (b"PK\1\2", 28)):  # where the length of a name stands
        start = -1
        while (start := made.find(mark, start + 1)) >= 0:
            where = start + (30 if mark == b"PK\3\4" else 46)
            (length,) = struct.unpack_from("<H", made, start + at)
            if made[where : where + length] == name:
                offset = start + (6 if mark == b"PK\3\4" else 8)
                made[offset] |= flag
                if method is not None:
                    struct.pack_into("<H", made, offset + 2, method)
    return bytes(made)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_is_named_and_costs_the_other_files_nothing(tmp_path: Path, method: int) -> None:
    (tmp_path / "a.zip").write_bytes(spoilt(zipped({"relu.py": "R", "affine.py": "A"}), b"relu.py", method=method))

    files = found(tmp_path / "a.zip")

    assert files["affine.py"] == "A"
    assert files["relu.py"] == (
        f"relu.py is packed with a method that is not unpacked here ({METHODS[method]}); make a plain .zip."
    )


@pytest.mark.parametrize(("flag", "method"), [(1, None), (1, 93), (0, 99)])
def test_a_password_is_named(tmp_path: Path, flag: int, method: int | None) -> None:
    data = spoilt(zipped({"relu.py": "R", "affine.py": "A"}), b"relu.py", flag=flag, method=method)
    (tmp_path / "a.zip").write_bytes(data)

    assert found(tmp_path / "a.zip") == {
        "affine.py": "A",
        "relu.py": "relu.py is encrypted: make the archive again without a password.",
    }


@pytest.mark.parametrize(("method", "said"), [(None, "is encrypted"), (93, r"\(Zstandard\)"), (9, r"\(Deflate64\)")])
@WAYS
def test_an_archive_of_which_nothing_can_be_unpacked_is_named_itself(
    tmp_path: Path, write: Writer, method: int | None, said: str
) -> None:
    data = zipped({"hw/": "", "hw/relu.py": "R", "hw/plot.png": "P"})
    for name in (b"hw/relu.py", b"hw/plot.png"):
        data = spoilt(data, name, method=method, flag=int(method is None))

    files = found(write(tmp_path, {"relu.py": "R", "w/a.zip": data}))

    assert sorted(files) == ["relu.py", "w/a.zip"]
    assert_named(files["w/a.zip"], "a.zip", said)


def test_a_damaged_file_costs_the_other_files_nothing(tmp_path: Path) -> None:
    data = bytearray(zipped({"relu.py": "R" * 1000, "affine.py": "A"}))
    data[data.index(b"relu.py") + 9] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)

    files = found(tmp_path / "a.zip")

    assert files == {"affine.py": "A", "relu.py": "relu.py is damaged in the archive; make the archive again."}


@pytest.mark.parametrize(
    "name", ["mnist.pkl.gz", "train-images-idx3-ubyte.gz", "data.csv.bz2", "w.npz", "x.whl", "a.egg-info"]
)
def test_data_is_not_taken_for_an_archive(tmp_path: Path, name: str) -> None:
    assert not is_archive(PurePosixPath(name))
    assert found(as_folder(tmp_path, {name: b"\x1f\x8b", "relu.py": "R"})) == {"relu.py": "R"}


@pytest.mark.parametrize(
    ("name", "plain"),
    [("ann.zip", "ann"), ("ann.tar.gz", "ann"), ("ann.RAR", "ann"), ("ann.zip.001", "ann"), ("ann.py.gz", "ann"), ("ann.py", "ann"), ("a.b", "a.b"), (".zip", ".zip")],
)  # fmt: skip
def test_a_name_without_its_ending(name: str, plain: str) -> None:
    assert without_ending(name) == plain


# --- notebooks that cannot be read, and what git left ------------------------------------------------------------

NOTEBOOK = json.dumps(
    {
        "cells": [
            {"cell_type": "code", "source": ["y = ['重み', 2.5]\n"], "outputs": [{"n": [1.5, True, None, -3e-5]}]}
        ],
        "metadata": {},
        "nbformat": 4,
    },
    indent=1,
    ensure_ascii=False,
)
CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> branch with a name\n"


def test_a_notebook_is_cut_off_wherever_it_ends() -> None:
    whole = NOTEBOOK.encode()
    for length in range(1, len(whole)):
        with pytest.raises(SubmissionError, match=r"a\.ipynb is cut off: its end is missing"):
            read_document(whole[:length], "a.ipynb")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty; save the notebook again"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (bytes(4096), "is empty"),
        (b"# a script", r"is not a notebook \(line 1\)"),
        (b'{"cells": x}', r"is not a notebook \(line 1\)"),
        (NOTEBOOK.replace('"metadata": {}', '"metadata": {},,').encode(), r"is not a notebook \(line \d+\)"),
        (NOTEBOOK.encode() + b"}", r"is not a notebook \(line \d+\)"),
        (NOTEBOOK.encode("cp932"), "is not a notebook; open it in Jupyter"),
        (NOTEBOOK.replace(' "metadata"', CONFLICT.format(' "a": 1\n', ' "a": 2\n') + ' "metadata"').encode(), r"conflict marks of git in it \(line \d+\)"),
    ],
)  # fmt: skip
def test_what_is_no_notebook_is_named_by_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(SubmissionError, match=rf"^a\.ipynb .*{said}"):
        read_document(data, "a.ipynb")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("x = 1\n" + CONFLICT.format("a\n", "b\n"), 2),
        (CONFLICT.format("", "").replace("\n", "\r\n"), 1),
        ("<<<<<<< ours\na\n||||||| base\nb\n=======\nc\n>>>>>>>\n", 1),
        (CONFLICT.format("<<<<<<< in\n", ""), 2),
        ("=======\n>>>>>>> b\n<<<<<<< a\n", None),
        ("'''\nTitle\n=======\n'''\n", None),
        (" <<<<<<< a\n=======\n>>>>>>> b\n", None),
        ("<<<<<<<< a\n========\n>>>>>>>> b\n", None),
        (">>>>>>> b\n", None),
    ],
)
def test_conflict_marks(source: str, line: int | None) -> None:
    assert conflict_line(source) == line
