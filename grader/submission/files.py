"""Files of a submission as bytes, from a folder or an archive, and bytes as text. Nothing is unpacked or followed.

What a header claims about sizes is not believed; links, pipes and devices are never opened (`opening.py`); a file that may
not be read says why, and the others are read all the same. All that is read is charged to one account (`account.py`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import IO, NamedTuple, Protocol

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import NOTHING, Text
from grader.submission.account import MAX_ARCHIVE_BYTES, Account
from grader.submission.formats import is_archive
from grader.submission.opening import Irregular
from grader.words import text

MAX_SOURCE_BYTES = 1 << 20
MAX_NOTEBOOK_BYTES = 64 << 20  # with outputs
MAX_NAME = 255  # characters of a file or folder: no file system holds longer ones
MAX_PATH = 4096
MAX_DEPTH = 64  # folders in folders
_PIECE = 1 << 20
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

_SKIPPED = ("__pycache__", "__MACOSX", "node_modules", "site-packages", "dist-packages")
_STANDARD_LIBRARY = re.compile(r"(?:^|/)lib(?:64)?/python\d\.\d+(?:/|$)")  # of an environment

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


def read_from(opened: Callable[[], IO[bytes]], name: PurePosixPath, account: Account) -> File:
    """A file's bytes; `opened` opens it, as `opening.open_regular` does."""
    try:
        with opened() as stream:
            if os.fstat(stream.fileno()).st_size > _limit(name):
                return _too_large(name)
            return bounded(name, stream, account)
    except Irregular:
        return irregular(name)
    except OSError as error:
        reraise_lack(error)
        why = text("{name} cannot be read: {reason}.", name=name, reason=error.strerror)
        return File(name, None, why)


def conflict_line(source: str) -> int | None:
    """The line where git left two versions for somebody to choose from; None if there is no such place."""
    begun, parted = 0, False
    for number, line in enumerate(source.split("\n"), 1):
        mark = line.rstrip("\r").partition(" ")[0]
        if mark == "<<<<<<<":
            begun, parted = number, False
        elif mark == "=======" and begun:
            parted = True
        elif mark == ">>>>>>>" and parted:
            return begun
    return None


# Each entry comes with a function that reads it under a given name, at somebody's cost. Its own name is None if it can hold no
# answer. Of a tar each is read before the next is asked for.
Read = Callable[[PurePosixPath, Account], File]
Entries = Iterable[tuple[PurePosixPath | None, Read]]


def plain_name(name: str) -> PurePosixPath | None:
    """An entry's name, or None for hidden and foreign files. Absolute names and `..` are no names. Raises SubmissionError for
    one that no file can have."""
    if len(name) > MAX_PATH:
        raise SubmissionError(_no_name(name))
    path = PurePosixPath(on_one_line(name).replace("\\", "/"))
    if path.is_absolute() or any(is_skipped(part) for part in path.parts) or _STANDARD_LIBRARY.search(str(path)):
        return None
    if len(path.parts) > MAX_DEPTH or any(len(part) > MAX_NAME for part in path.parts):
        raise SubmissionError(_no_name(name))
    return path


def on_one_line(name: str) -> str:
    """A name without the characters that would begin another line of a message, or do worse to a terminal."""
    return _CONTROLS.sub("\ufffd", name)


def _no_name(name: str) -> Text:
    return text(
        "“{start}…” is a name of more than {length} characters, or lies more than {depth} folders deep; hand in the answers alone.",
        start=on_one_line(name[:40]).strip(),
        length=MAX_NAME,
        depth=MAX_DEPTH,
    )


def is_skipped(part: str) -> bool:
    """Whether a file or folder of this name holds no answers, nor anything below it."""
    return part.startswith(".") or part in _SKIPPED


class Readable(Protocol):
    def read(self, most: int, /) -> bytes: ...


def bounded(name: PurePosixPath, stream: Readable, account: Account) -> File:
    """What a stream holds, if that is no more than a file of this name may."""
    pieces, left = [], _limit(name) + 1
    while left and (piece := stream.read(min(_PIECE, left))):
        account.take(unpacked=len(piece))
        pieces.append(piece)
        left -= len(piece)
    return File(name, b"".join(pieces)) if left else _too_large(name)


def _limit(name: PurePosixPath) -> int:
    if is_archive(name):
        return MAX_ARCHIVE_BYTES
    with_outputs = name.suffix.lower() in (".ipynb", ".yml")  # Gradescope's metadata hold those of its tests
    return MAX_NOTEBOOK_BYTES if with_outputs else MAX_SOURCE_BYTES


def link(name: PurePosixPath, account: Account) -> File:
    """Reads what is a link or device, or what nobody knows it to be: not at all."""
    return irregular(name)


def irregular(name: PurePosixPath) -> File:
    why = text("{name} is a link or device and was skipped; hand in the file itself.", name=name)
    return File(name, None, why)


def _too_large(name: PurePosixPath) -> File:
    limit = _limit(name) >> 20
    why = text("{name} is larger than {limit} MiB; hand in the source alone.", name=name, limit=limit)
    return File(name, None, why)
