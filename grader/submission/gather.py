"""The wanted files of a folder or archive, and of the archives in it. Nothing is unpacked to disk, no link is followed."""

from __future__ import annotations

import io
import os
from functools import partial
from pathlib import Path, PurePosixPath

from grader.errors import SubmissionError
from grader.submission.files import (
    MAX_ARCHIVE_BYTES,
    MAX_ENTRIES,
    MAX_TOTAL_BYTES,
    Entries,
    File,
    TooMuch,
    Wanted,
    is_archive,
    is_skipped,
    plain_name,
    read_file,
    too_much,
)
from grader.words import text


def read_files(path: Path, wanted: Wanted) -> list[File]:
    """The wanted files of a folder or archive, shallow ones first. Raises SubmissionError if it is damaged or huge."""
    return gather(_entries(path), wanted, str(path))


def gather(entries: Entries, wanted: Wanted, whole: str, nested: bool = False) -> list[File]:
    """The wanted files among `entries`, shallow ones first; and if `nested`, those in the archives among them, which are
    not opened any deeper. A damaged archive is a file with a problem, and costs the others nothing.

    Raises SubmissionError if `whole`, as people call it, is damaged or huge.
    """
    found = _gather(entries, wanted, whole, _Room(whole), nested)
    return sorted(found, key=lambda file: (len(file.name.parts), str(file.name)))


def _gather(entries: Entries, wanted: Wanted, whole: str, room: _Room, nested: bool) -> list[File]:
    found: list[File] = []
    try:
        for name, read in entries:
            room.take(entries=1)
            if name is None:
                continue
            if nested and is_archive(name):
                found += _inside(read(name), wanted, room)
            elif wanted(name):
                file = read(name)
                room.take(bytes_=len(file.data or b""))
                found.append(file)
    except SubmissionError:
        raise
    except Exception as error:  # zipfile, tarfile, zlib and lzma each raise what their own code stumbles over
        raise SubmissionError(
            text("{path} is damaged or not an archive ({kind}); make it again.", path=whole, kind=type(error).__name__)
        ) from None
    return found


def _inside(archive: File, wanted: Wanted, room: _Room) -> list[File]:
    if archive.data is None:
        return [archive]
    room.take(packed=len(archive.data))
    try:
        entries = ((name and archive.name / name, read) for name, read in unpacked(archive))
        return _gather(entries, wanted, str(archive.name), room, nested=False)
    except TooMuch:
        raise
    except SubmissionError as error:
        return [File(archive.name, None, error.text)]


class _Room:
    """What may still be read of one submission, whatever archives it lies in."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self.entries, self.bytes_, self.packed = MAX_ENTRIES, MAX_TOTAL_BYTES, MAX_ARCHIVE_BYTES

    def take(self, entries: int = 0, bytes_: int = 0, packed: int = 0) -> None:
        self.entries -= entries
        self.bytes_ -= bytes_
        self.packed -= packed
        if min(self.entries, self.bytes_, self.packed) < 0:
            raise TooMuch(too_much(self.whole))


def _entries(path: Path) -> Entries:
    if path.is_dir():
        return folder_entries(path)
    from grader.submission.archives import (
        archive_entries,  # here: zipfile and tarfile cost every start more than all of `grader`
    )

    return archive_entries(path.name, lambda: path.open("rb"))


def unpacked(archive: File) -> Entries:
    """What is in an archive that was read. Raises whatever zipfile and tarfile raise; `gather` makes a sentence of it."""
    from grader.submission.archives import archive_entries

    data = archive.data or b""
    if data.count(b"PK\1\2") > 20 * MAX_ENTRIES:  # zipfile reads the whole table of contents, however long
        raise TooMuch(too_much(str(archive.name)))
    return archive_entries(archive.name.name, lambda: io.BytesIO(data))


def folder_entries(root: Path) -> Entries:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not is_skipped(name))
        inside = "" if folder == os.fspath(root) else os.path.relpath(folder, root) + "/"
        for name in sorted(names):
            yield plain_name(inside + name), partial(_read_in, folder, name)


def _read_in(folder: str, file: str, name: PurePosixPath) -> File:
    return read_file(Path(folder, file), name)
