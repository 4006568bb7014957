"""Attacks that are no answer but a file, a folder or an archive. Each function writes one hand-in at `path`, or beside it under
another ending; its docstring says what it is, and `@hand_in` what must become of it. The rest of the hand-in is right."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.classes import RIGHT
from tests.hostile.catalogue import Case, usual_score

HAND_INS: list[Case] = []

Make = Callable[[Path], None]


def hand_in(
    *statuses: str, exercise: str = "double", says: str = "", due: str = "", name: str = "", **more: str
) -> Callable[[Make], Make]:
    def declare(make: Make) -> Make:
        score = usual_score(statuses)
        about = (make.__doc__ or "").strip()
        HAND_INS.append(
            Case(
                name=name or make.__name__, about=about, statuses=statuses, score=score, exercise=exercise, make=make, says=says, due=due,
                due_in=more.get("due_in", ""), only=more.get("only", ""),
            )
        )  # fmt: skip
        return make

    return declare


def folder(path: Path, files: dict[str, bytes | str]) -> None:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data.encode() if isinstance(data, str) else data)


def zipped(path: Path, files: dict[str, bytes | str]) -> None:
    with zipfile.ZipFile(beside(path, ".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def tarred(path: Path, entries: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    with tarfile.open(beside(path, ".tar.gz"), "w:gz") as archive:
        for entry, data in entries:
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def notebook(*cells: object, **more: object) -> str:
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 4, **more})


def code(source: object) -> dict[str, object]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source}


# --- files ------------------------------------------------------------------------------------------------


@hand_in("error", says="line 2")
def syntax_error(path: Path) -> None:
    """Not Python."""
    folder(path, {"double.py": "def double(x):\n    return x *\n"})


@hand_in("missing")
def missing_function(path: Path) -> None:
    """Another function than asked."""
    folder(path, {"double.py": "def triple(x):\n    return 3 * x\n"})


@hand_in("missing")
def empty_file(path: Path) -> None:
    """Nothing in it."""
    folder(path, {"double.py": b""})


@hand_in("not_started", "error")
def stub_with_an_attack(path: Path) -> None:
    """The stub, and a loop round it in a comment that is none."""
    folder(
        path,
        {
            "double.py": 'def double(x):\n    """Twice x."""\n    raise NotImplementedError  # write your answer here / ここに書く\n#\x0cwhile True: pass\n'
        },
    )


@hand_in("passed")
def latin_1(path: Path) -> None:
    """Latin-1."""
    folder(path, {"double.py": "# é\n".encode("latin-1") + RIGHT.encode()})


@hand_in("passed")
def utf_16(path: Path) -> None:
    """UTF-16 with a mark, as an old Notepad saves it."""
    folder(path, {"double.py": b"\xff\xfe" + RIGHT.encode("utf-16-le")})


@hand_in("passed")
def utf_16_without_mark(path: Path) -> None:
    """UTF-16 without a mark: every second byte is 0."""
    folder(path, {"double.py": RIGHT.encode("utf-16-le")})


@hand_in("invalid", "passed")
def utf_7(path: Path) -> None:
    """A coding line in which the answer is none, and an encoding that decodes to something else than what is read."""
    folder(path, {"double.py": b"# coding: utf_7_or_none\n" + RIGHT.encode()})


@hand_in("passed")
def rot13(path: Path) -> None:
    """A coding line that names a codec which is no encoding of text."""
    folder(path, {"double.py": b"# coding: zlib_codec\n" + RIGHT.encode()})


@hand_in("invalid", says="larger")
def huge_source(path: Path) -> None:
    """50 MB of remarks."""
    folder(path, {"double.py": RIGHT.encode() + b"# x\n" * (13 << 20)})


@hand_in("error", "crashed", "memory", "timeout")
def million_brackets(path: Path) -> None:
    """What a parser nests without end: signs, for which there is no limit in the tokenizer."""
    folder(path, {"double.py": "double = " + "-" * 500_000 + "1\n"})


@hand_in("error", "crashed", "memory", "timeout", "passed", "failed")
def long_chain(path: Path) -> None:
    """A sum of a hundred thousand terms."""
    folder(path, {"double.py": "double = " + "+".join(["1"] * 100_000) + "\n"})


@hand_in("passed")
def many_lines(path: Path) -> None:
    """A hundred thousand empty lines before the answer."""
    folder(path, {"double.py": "\n" * 100_000 + RIGHT})


@hand_in("invalid", "missing", says="link|no answer")
def symlink_entry(path: Path) -> None:
    """A link to the hidden reference."""
    path.mkdir()
    (path / "double.py").symlink_to(path.parent.parent / "course" / "solutions" / "01_first" / "double" / "double.py")


@hand_in("missing", "invalid")
def symlink_folder(path: Path) -> None:
    """A folder that is a link to the hidden ones, and one that is a link to itself."""
    path.mkdir()
    (path / "answers").symlink_to(path.parent.parent / "course" / "solutions" / "01_first" / "double")
    (path / "again").symlink_to(path)


@hand_in("missing", "invalid")
def fifo(path: Path) -> None:
    """A pipe that nobody writes to."""
    path.mkdir()
    os.mkfifo(path / "double.py")


@hand_in("missing", "invalid")
def socket_file(path: Path) -> None:
    """A socket."""
    import socket

    path.mkdir()
    here = os.getcwd()
    os.chdir(path)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("double.py")
    finally:
        os.chdir(here)


@hand_in("missing", "invalid")
def folder_called_like_a_file(path: Path) -> None:
    """A folder with the name of the answer."""
    (path / "double.py").mkdir(parents=True)


@hand_in("invalid", says="larger")
def sparse_terabyte(path: Path) -> None:
    """A file of a terabyte that takes no room."""
    path.mkdir()
    with (path / "double.py").open("wb") as file:
        file.truncate(1 << 40)


@hand_in("passed")
def conftest(path: Path) -> None:
    """Files that other graders and Python itself would import."""
    bad = "open('/tmp/gradkata-hostile-imported', 'w')\nraise SystemExit\n"
    names = (
        "conftest.py",
        "sitecustomize.py",
        "usercustomize.py",
        "numpy.py",
        "random.py",
        "grader/__init__.py",
        "grader.py",
        "encodings.py",
    )
    folder(
        path,
        {
            **dict.fromkeys(names, bad),
            "pytest.ini": "[pytest]\naddopts = -p evil\n",
            "pyvenv.cfg": "home = /tmp",
            "double.py": RIGHT,
        },
    )


@hand_in("passed", "missing")
def poisoned_caches(path: Path) -> None:
    """Compiled files beside the source, with other code in them."""
    cache = {f"__pycache__/double.cpython-3{n}.pyc": b"\xa7\r\r\n" + b"\0" * 12 + b"evil" for n in range(11, 15)}
    folder(
        path, {**cache, "double.pyc": b"evil", "double.so": b"\x7fELF", "double.pth": "import os\n", "double.py": RIGHT}
    )


@hand_in("passed")
def pickled_data(path: Path) -> None:
    """Pickles under all the names that are read without thinking."""
    bomb = b"cos\nsystem\n(S'touch /tmp/gradkata-hostile-pickle'\ntR."
    folder(
        path,
        {
            "double.pkl": bomb,
            "data.npy": b"\x93NUMPY\x01\0" + bomb,
            "model.pt": bomb,
            ".OTTER_LOG": bomb,
            "double.py": RIGHT,
        },
    )


@hand_in("passed", "failed", "invalid")
def two_answers(path: Path) -> None:
    """A right answer and a wrong one, under names that are the same to some."""
    folder(
        path,
        {
            "double.py": RIGHT,
            "Double.py": "def double(x):\n    return x\n",
            "old/double.py": "def double(x):\n    return x\n",
        },
    )


@hand_in("passed", "missing")
def name_of_255_bytes(path: Path) -> None:
    """The longest name that a file can have, and a path of thirty folders."""
    folder(path, {"a" * 252 + ".py": "", "/".join(["deep"] * 30) + "/x.py": "", "double.py": RIGHT})


@hand_in("passed")
def names_with_escapes(path: Path) -> None:
    """Names with newlines, escapes and bytes that are no text."""
    folder(
        path,
        {
            "double.py": RIGHT,
            "a\n::error::b.py": "",
            "\x1b[2J.py": "",
            "\u202egpj.py": "",
            os.fsdecode(b"\xff\xfe.py"): "",
        },
    )


@hand_in("passed", name="=cmd calc!A0")
def csv_formula(path: Path) -> None:
    """A student whose name a spreadsheet would run."""
    folder(path, {"double.py": RIGHT})


@hand_in("passed", name="<img src=x onerror=alert(1)>")
def html_name(path: Path) -> None:
    """A student whose name a page would run."""
    folder(path, {"double.py": RIGHT})


@hand_in("passed", name="'; DROP TABLE grades; --")
def sql_name(path: Path) -> None:
    """A student whose name a database would run."""
    folder(path, {"double.py": RIGHT})


@hand_in("passed", name="-rf --course")
def option_name(path: Path) -> None:
    """A student whose name is an option."""
    folder(path, {"double.py": RIGHT})


# --- archives ---------------------------------------------------------------------------------------------


@hand_in("invalid", "missing", exercise="", says="holds more|larger|MiB|no answer")
def zip_bomb(path: Path) -> None:
    """A gigabyte of zeros in a megabyte."""
    with zipfile.ZipFile(beside(path, ".zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        block = bytes(64 << 20)
        for number in range(16):
            archive.writestr(f"{number}/double.py", block)


@hand_in("invalid", "missing", "passed", exercise="")
def zip_of_overlapping_entries(path: Path) -> None:
    """A hundred entries that all point at the same bytes."""
    zipped(path, {"double.py": RIGHT + "# " + "x" * 500_000})
    target = beside(path, ".zip")
    data = target.read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    directory = b"".join(entry.replace(b"double.py", b"d%07d" % n + b"y") for n in range(100))
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = (100).to_bytes(2, "little")
    tail[12:16] = len(directory).to_bytes(4, "little")
    target.write_bytes(data[:start] + directory + bytes(tail))


@hand_in("invalid", "missing", exercise="")
def ten_thousand_entries(path: Path) -> None:
    """More files than anybody hands in."""
    zipped(path, {f"n{number}.py": "" for number in range(10_000)})


@hand_in("missing", "invalid", exercise="")
def nested_zips(path: Path) -> None:
    """Zips in zips in zips."""
    inner = RIGHT.encode()
    name = "double.py"
    for _ in range(20):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for number in range(3):
                archive.writestr(f"{number}{name}", inner)
        inner, name = stream.getvalue(), ".zip"
        if len(inner) > 4 << 20:
            break
    beside(path, ".zip").write_bytes(inner)


@hand_in("missing", "invalid", "passed")
def zip_with_paths_outside(path: Path) -> None:
    """Names that lead out of the archive."""
    zipped(
        path,
        {
            "../../gradkata-hostile-slip": "x",
            "/tmp/gradkata-hostile-slip": "x",
            "..\\..\\gradkata-hostile-slip": "x",
            "C:\\x.py": "",
            "double.py": RIGHT,
        },
    )


@hand_in("invalid", "missing", "error", exercise="")
def encrypted_zip(path: Path) -> None:
    """An archive that wants a password."""
    zipped(path, {"double.py": RIGHT})
    target = beside(path, ".zip")
    data = bytearray(target.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    target.write_bytes(data)


@hand_in("invalid", "missing", exercise="")
def zip_of_an_unknown_method(path: Path) -> None:
    """A method of compression that does not exist."""
    zipped(path, {"double.py": RIGHT})
    target = beside(path, ".zip")
    data = bytearray(target.read_bytes())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + place] = 77
    target.write_bytes(data)


@hand_in("invalid", "missing", exercise="")
def zip_with_a_wrong_sum(path: Path) -> None:
    """A file that is not what its checksum says."""
    zipped(path, {"double.py": RIGHT})
    target = beside(path, ".zip")
    data = bytearray(target.read_bytes())
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    target.write_bytes(data)


@hand_in("passed", "invalid", "error", "failed")
def zip_with_the_same_name_twice(path: Path) -> None:
    """Two entries of one name: a wrong one and a right one."""
    with zipfile.ZipFile(beside(path, ".zip"), "w") as archive:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("double.py", "def double(x):\n    return x\n")
            archive.writestr("double.py", RIGHT)


@hand_in("missing", "invalid")
def zip_with_a_link(path: Path) -> None:
    """An entry that is a link to the hidden reference."""
    with zipfile.ZipFile(beside(path, ".zip"), "w") as archive:
        entry = zipfile.ZipInfo("double.py")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, str(path.parent.parent / "course" / "solutions" / "01_first" / "double" / "double.py"))


@hand_in("missing", "invalid")
def tar_with_links_and_devices(path: Path) -> None:
    """Links, hard links, devices and pipes in a tar."""
    entries = []
    for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)):
        entry = tarfile.TarInfo("double.py" if number == 0 else f"{number}/double.py")
        entry.type, entry.linkname, entry.devmajor, entry.devminor = kind, "/etc/passwd", 1, 5
        entries.append((entry, b""))
    tarred(path, entries)


@hand_in("invalid", "missing", exercise="")
def tar_bomb(path: Path) -> None:
    """Two gigabytes of zeros behind a small header."""
    entry = tarfile.TarInfo("data.bin")
    entry.size = 2 << 30
    with gzip.open(beside(path, ".tar.gz"), "wb", compresslevel=1) as stream:
        stream.write(entry.tobuf())
        for _ in range(128):
            stream.write(bytes(16 << 20))


@hand_in("invalid", "missing", exercise="")
def tar_with_a_negative_size(path: Path) -> None:
    """An entry whose size is negative, and one that is larger than the file."""
    entry = tarfile.TarInfo("double.py")
    buffer = bytearray(entry.tobuf())
    buffer[124:136] = b"\xff" * 12
    buffer[148:156] = b" " * 8
    buffer[148:156] = f"{sum(buffer):06o}\0 ".encode()
    beside(path, ".tar").write_bytes(bytes(buffer) + bytes(1024))


@hand_in("invalid", "missing", exercise="")
def pax_headers_without_end(path: Path) -> None:
    """Extended headers of 100 MB, which name a file."""
    entry = tarfile.TarInfo("double.py")
    entry.pax_headers = {"comment": "x" * (100 << 20)}
    with (
        gzip.open(beside(path, ".tar.gz"), "wb", compresslevel=1) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.addfile(entry, io.BytesIO(b""))


@hand_in("invalid", "missing", exercise="")
def truncated_gzip(path: Path) -> None:
    """Half a download."""
    tarred(path, [(tarfile.TarInfo("double.py"), os.urandom(10_000))])
    target = beside(path, ".tar.gz")
    target.write_bytes(target.read_bytes()[:5000])


# --- notebooks --------------------------------------------------------------------------------------------


@hand_in("passed", "error")
def notebook_magic(path: Path) -> None:
    """Commands for a shell, and files to run."""
    source = "!touch /tmp/gradkata-hostile-magic\n%run evil.py\nget_ipython().system('x')\n" + RIGHT
    beside(path, ".ipynb").write_text(notebook(code("%%bash\ntouch /tmp/gradkata-hostile-magic"), code(source)))


@hand_in("passed")
def notebook_of_commands(path: Path) -> None:
    """Cells that are no Python, and that a careless pattern goes through once for each of their characters."""
    odd = ["pip a" + " " * (1 << 18) + "\n\nx", "\\'" * (1 << 16), "%time (\n" * (1 << 14), "a" * (1 << 18) + "? b?"]
    beside(path, ".ipynb").write_text(notebook(*map(code, odd), code(RIGHT)))


@hand_in("invalid", exercise="")
def bad_notebook(path: Path) -> None:
    """Half a notebook."""
    beside(path, ".ipynb").write_text(notebook(code(RIGHT))[:-40])


@hand_in("invalid", exercise="")
def deep_notebook(path: Path) -> None:
    """JSON that is nested a hundred thousand deep."""
    beside(path, ".ipynb").write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}")


@hand_in("invalid", "missing", "passed")
def notebook_of_numbers(path: Path) -> None:
    """A number of ten thousand digits, and infinite ones."""
    text = notebook(code(RIGHT)).replace('"nbformat": 4', '"nbformat": ' + "9" * 10_000)
    beside(path, ".ipynb").write_text(text.replace("null", "1e999999"))


@hand_in("passed", "missing", "invalid")
def notebook_of_odd_cells(path: Path) -> None:
    """Cells that are strings, numbers, lists; sources that are dicts."""
    cells = [
        "cell",
        3,
        None,
        [],
        {},
        {"cell_type": 7},
        code({"a": 1}),
        code([1, None]),
        code(None),
        {"cell_type": "code"},
    ]
    beside(path, ".ipynb").write_text(notebook(*cells, code(RIGHT)))


@hand_in("passed", "missing", "invalid")
def notebook_of_many_cells(path: Path) -> None:
    """Ten thousand cells, each of which the next one needs."""
    cells = [code(f"a{n + 1} = a{n} + 1") for n in range(2000)]
    beside(path, ".ipynb").write_text(notebook(code("a0 = 0"), *cells, code(RIGHT)))


@hand_in("invalid", "missing", "error", "failed", "timeout", "crashed", "memory")
def notebook_that_needs_itself(path: Path) -> None:
    """Definitions that need one another in a ring, and a name that is defined by itself."""
    beside(path, ".ipynb").write_text(
        notebook(
            code("a = b"),
            code("b = c"),
            code("c = a\ndouble = double"),
            code("def double(x):\n    return a * double(x)\n"),
        )
    )


@hand_in("passed", "missing", "invalid")
def notebook_with_repeated_keys(path: Path) -> None:
    """The key `cells` twice, and cells with lone surrogates."""
    text = notebook(code(RIGHT))
    beside(path, ".ipynb").write_text('{"cells": [{"source": "\\ud800"}], ' + text[1:])


@hand_in("passed", "failed")
def notebook_with_html_outputs(path: Path) -> None:
    """Outputs that a page would run."""
    cell = code(RIGHT) | {
        "outputs": [{"output_type": "display_data", "data": {"text/html": "<script>alert(1)</script>"}, "metadata": {}}]
    }
    beside(path, ".ipynb").write_text(notebook(cell))
