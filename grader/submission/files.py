"""Files of a submission as bytes, from a folder or an archive, and bytes as text. Nothing is unpacked or followed.

What a header claims about sizes is not believed; links, pipes and devices are never opened; a file that may not
be read says why, and the others are read all the same.
"""

from __future__ import annotations

import io
import stat
import tokenize
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, NamedTuple

from grader.errors import SubmissionError
from grader.model import NOTHING, Text
from grader.words import text

MAX_SOURCE_BYTES = 1 << 20
MAX_NOTEBOOK_BYTES = 64 << 20  # with outputs
MAX_TOTAL_BYTES = 64 << 20  # of all that is kept of one folder or archive
MAX_ARCHIVE_BYTES = 256 << 20  # of the archives in a folder or archive, packed: people hand in their data as well
MAX_UNPACKED_BYTES = 1 << 30  # of a tar: it has no table of contents, so that all of it is unpacked on the way
MAX_ENTRIES = 5000

_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")
_SKIPPED = ("__pycache__", "__MACOSX", "node_modules", "site-packages")

Wanted = Callable[[PurePosixPath], bool]


class File(NamedTuple):
    """A source file or notebook. `data` is None if it may not be read; `problem` then says why."""

    name: PurePosixPath
    data: bytes | None
    problem: Text = NOTHING


class Parcel(NamedTuple):
    """What one person handed in, as bytes. It can be pickled: it is sent to other processes and machines.

    Attributes:
        name: for people.
        alone: one file that was handed in as such: unless it is named after an exercise, it answers any.
        digest: of all but the name for people: the same bytes under the same names have the same.
    """

    name: str
    files: tuple[File, ...]
    alone: bool
    digest: str


def parcel(name: str, files: Iterable[File], alone: bool = False) -> Parcel:
    import hashlib  # here: it costs a start more than this module

    files = tuple(files)
    digest = hashlib.sha256(b"alone" if alone else b"")
    for file in files:
        name_, problem = (said.encode("utf-8", "surrogatepass") for said in (str(file.name), file.problem.en))
        for part in (name_, file.data, problem):
            digest.update(b"-" if part is None else b"%d:" % len(part) + part)
    return Parcel(name, files, alone, digest.hexdigest())


def is_source(name: PurePath) -> bool:
    """Whether it may hold answers by itself: a Python file or a notebook."""
    return name.suffix.lower() in (".py", ".ipynb")


def is_archive(path: PurePath) -> bool:
    return path.name.lower().endswith((".zip", *_TARS))


def without_ending(name: str) -> str:
    """A name without what says that it is an archive, a Python file or a notebook."""
    endings = (".zip", *_TARS, ".py", ".ipynb")
    ending = max((one for one in endings if name.lower().endswith(one)), key=len, default="")
    return name[: len(name) - len(ending)] or name


class TooMuch(SubmissionError):
    pass


def read_file(path: Path, name: PurePosixPath) -> File:
    """A regular file's bytes."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return irregular(name)
        if status.st_size > _limit(name):
            return _too_large(name)
        return File(name, path.read_bytes())
    except OSError as error:
        why = text("{name} cannot be read: {reason}.", name=name, reason=error.strerror)
        return File(name, None, why)


def decode(data: bytes, name: str) -> tuple[str, Text]:
    """Source as text with `\\n` line ends, or a problem to tell. Obeys PEP 263 and byte order marks."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        try:
            encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
        except SyntaxError:
            encoding = "utf-8"
    try:
        source = data.decode(encoding)
    except (ValueError, LookupError):
        return "", text("{name} is not {encoding} text; save it as UTF-8.", name=name, encoding=encoding)
    if "\0" in source:
        return "", text("{name} holds NUL bytes; save it as plain text.", name=name)
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), NOTHING


# Each entry comes with a function that reads it under a given name. Its own name is None if it can hold no answer.
Entries = Iterable[tuple[PurePosixPath | None, Callable[[PurePosixPath], File]]]


def plain_name(name: str) -> PurePosixPath | None:
    """An entry's name, or None for hidden and foreign files. Absolute names and `..` are no names."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or any(is_skipped(part) for part in path.parts):
        return None
    return path


def is_skipped(part: str) -> bool:
    """Whether a file or folder of this name holds no answers, nor anything below it."""
    return part.startswith(".") or part in _SKIPPED


def bounded(name: PurePosixPath, stream: IO[bytes]) -> File:
    data = stream.read(_limit(name) + 1)
    return File(name, data) if len(data) <= _limit(name) else _too_large(name)


def _limit(name: PurePosixPath) -> int:
    if is_archive(name):
        return MAX_ARCHIVE_BYTES
    with_outputs = name.suffix.lower() in (".ipynb", ".yml")  # Gradescope's metadata hold those of its tests
    return MAX_NOTEBOOK_BYTES if with_outputs else MAX_SOURCE_BYTES


def irregular(name: PurePosixPath) -> File:
    why = text("{name} is a link or device and was skipped; hand in the file itself.", name=name)
    return File(name, None, why)


def _too_large(name: PurePosixPath) -> File:
    limit = _limit(name) >> 20
    why = text("{name} is larger than {limit} MiB; hand in the source alone.", name=name, limit=limit)
    return File(name, None, why)


def too_much(path: str) -> Text:
    return text(
        "{path} holds more than {files} files or {mebibytes} MiB; hand in the answers alone.",
        path=path,
        files=MAX_ENTRIES,
        mebibytes=MAX_TOTAL_BYTES >> 20,
    )
