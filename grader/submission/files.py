"""Files of a submission as bytes, from a folder or an archive, and bytes as text. Nothing is unpacked or followed.

What a header claims about sizes is not believed; links, pipes and devices are never opened (`opening.py`); a file that may
not be read says why, and the others are read all the same. All that is read is charged to one account (`account.py`).
"""

from __future__ import annotations

import codecs
import io
import os
import re
import tokenize
from collections.abc import Callable, Iterable
from pathlib import PurePath, PurePosixPath
from typing import IO, NamedTuple, Protocol

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import NOTHING, Text
from grader.submission.account import MAX_ARCHIVE_BYTES, Account
from grader.submission.opening import Irregular
from grader.words import text

MAX_SOURCE_BYTES = 1 << 20
MAX_NOTEBOOK_BYTES = 64 << 20  # with outputs
MAX_NAME = 255  # characters of a file or folder: no file system holds longer ones
MAX_PATH = 4096
MAX_DEPTH = 64  # folders in folders
_PIECE = 1 << 20
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# What editors in use save, or saved once. Python knows more, some of which take a minute for a mebibyte (punycode).
_ENCODINGS = frozenset(
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "ascii",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp437",
        "cp850",
        "cp932",
        "cp949",
        "cp950",
        "cp936",
        "shift_jis",
        "shift_jis_2004",
        "shift_jisx0213",
        "euc_jp",
        "euc_jis_2004",
        "euc_jisx0213",
        "iso2022_jp",
        "iso2022_jp_1",
        "iso2022_jp_2",
        "iso2022_jp_2004",
        "iso2022_jp_3",
        "iso2022_jp_ext",
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "big5hkscs",
        "euc_kr",
        "johab",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "iso8859-1",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-9",
        "iso8859-10",
        "iso8859-11",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
    ]
)

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
        if codecs.lookup(encoding).name not in _ENCODINGS:
            raise LookupError
        source = data.decode(encoding)
    except (ValueError, LookupError):
        why = text("{name} is not {encoding} text; save it as UTF-8.", name=name, encoding=encoding[:40])
        return "", why
    if "\0" in source:
        return "", text("{name} holds NUL bytes; save it as plain text.", name=name)
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), NOTHING


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
    if path.is_absolute() or any(is_skipped(part) for part in path.parts):
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


def irregular(name: PurePosixPath) -> File:
    why = text("{name} is a link or device and was skipped; hand in the file itself.", name=name)
    return File(name, None, why)


def _too_large(name: PurePosixPath) -> File:
    limit = _limit(name) >> 20
    why = text("{name} is larger than {limit} MiB; hand in the source alone.", name=name, limit=limit)
    return File(name, None, why)
