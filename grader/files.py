"""Files of a submission as bytes, from a folder or an archive, and bytes as text. Nothing is unpacked or followed.

What a header claims about sizes is not believed; links, pipes and devices are never opened; a file that may not
be read says why, and the others are read all the same.
"""

from __future__ import annotations

import io
import os
import stat
import tokenize
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from grader.model import NOTHING, SubmissionError, Text
from grader.words import text

MAX_SOURCE_BYTES = 1 << 20
MAX_NOTEBOOK_BYTES = 64 << 20  # with outputs
MAX_TOTAL_BYTES = 64 << 20  # of all that is read of one folder or archive
MAX_ENTRIES = 5000

_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")
_SKIPPED = ("__pycache__", "__MACOSX", "node_modules", "site-packages")

Wanted = Callable[[PurePosixPath], bool]


class File(NamedTuple):
    """A source file or notebook. `data` is None if it may not be read; `problem` then says why."""

    name: PurePosixPath
    data: bytes | None
    problem: Text = NOTHING


def is_archive(path: Path) -> bool:
    return path.name.lower().endswith((".zip", *_TARS))


def read_files(path: Path, wanted: Wanted) -> list[File]:
    """The wanted files of a folder or archive, shallow ones first. Raises SubmissionError if it is damaged or huge."""
    found: list[File] = []
    total = 0
    try:
        for count, (name, read) in enumerate(_entries(path)):
            if count >= MAX_ENTRIES:
                raise SubmissionError(_too_much(path))
            if name is None or not wanted(name):
                continue
            file = read(name)
            total += len(file.data or b"")
            if total > MAX_TOTAL_BYTES:
                raise SubmissionError(_too_much(path))
            found.append(file)
    except SubmissionError:
        raise
    except Exception as error:  # zipfile, tarfile, zlib and lzma each raise what their own code stumbles over
        raise SubmissionError(
            text("{path} is damaged or not an archive ({kind}); make it again.", path=path, kind=type(error).__name__)
        ) from None
    return sorted(found, key=lambda file: (len(file.name.parts), str(file.name)))


def read_file(path: Path, name: PurePosixPath) -> File:
    """A regular file's bytes."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return _irregular(name)
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
_Entries = Iterator[tuple[PurePosixPath | None, Callable[[PurePosixPath], File]]]


def _entries(path: Path) -> _Entries:
    if path.is_dir():
        return _folder(path)
    return _zip(path) if path.name.lower().endswith(".zip") else _tar(path)


def _folder(root: Path) -> _Entries:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not is_skipped(name))
        inside = "" if folder == os.fspath(root) else os.path.relpath(folder, root) + "/"
        for name in sorted(names):
            yield _plain_name(inside + name), partial(_read_in, folder, name)


def _read_in(folder: str, file: str, name: PurePosixPath) -> File:
    return read_file(Path(folder, file), name)


def _zip(path: Path) -> _Entries:
    import zipfile  # here and not above: this and tarfile cost every start more than all of `grader`

    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the system that wrote the archive has no such thing

            def read(name: PurePosixPath, entry: zipfile.ZipInfo = entry, kind: int = kind) -> File:
                if kind not in (0, stat.S_IFREG):
                    return _irregular(name)
                with archive.open(entry) as stream:
                    return _bounded(name, stream)

            yield None if entry.is_dir() else _plain_name(entry.filename), read


def _tar(path: Path) -> _Entries:
    import tarfile

    with tarfile.open(path, "r:*") as archive:
        for entry in archive:

            def read(name: PurePosixPath, entry: tarfile.TarInfo = entry) -> File:
                stream = archive.extractfile(entry) if entry.isreg() else None
                return _bounded(name, stream) if stream else _irregular(name)

            yield None if entry.isdir() else _plain_name(entry.name), read


def _plain_name(name: str) -> PurePosixPath | None:
    """An entry's name, or None for hidden and foreign files. Absolute names and `..` are no names."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or any(is_skipped(part) for part in path.parts):
        return None
    return path


def is_skipped(part: str) -> bool:
    """Whether a file or folder of this name holds no answers, nor anything below it."""
    return part.startswith(".") or part in _SKIPPED


def _bounded(name: PurePosixPath, stream: IO[bytes]) -> File:
    data = stream.read(_limit(name) + 1)
    return File(name, data) if len(data) <= _limit(name) else _too_large(name)


def _limit(name: PurePosixPath) -> int:
    return MAX_NOTEBOOK_BYTES if name.suffix == ".ipynb" else MAX_SOURCE_BYTES


def _irregular(name: PurePosixPath) -> File:
    why = text("{name} is a link or device and was skipped; hand in the file itself.", name=name)
    return File(name, None, why)


def _too_large(name: PurePosixPath) -> File:
    limit = _limit(name) >> 20
    why = text("{name} is larger than {limit} MiB; hand in the source alone.", name=name, limit=limit)
    return File(name, None, why)


def _too_much(path: Path) -> Text:
    return text(
        "{path} holds more than {files} files or {mebibytes} MiB; hand in the answers alone.",
        path=path,
        files=MAX_ENTRIES,
        mebibytes=MAX_TOTAL_BYTES >> 20,
    )
