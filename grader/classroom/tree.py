"""What a platform hands out, one level at a time: the children of a folder, a zip or a tar, of which nothing is read yet."""

from __future__ import annotations

import os
import shutil
import weakref
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple

from grader.errors import SubmissionError
from grader.submission.files import Entries, File, is_archive, is_skipped, read_file
from grader.submission.gather import folder_entries
from grader.words import text

if TYPE_CHECKING:
    from grader.submission.archives import RawEntries

MAX_CLASS_BYTES = 16 << 30  # of a tar of a whole class, unpacked

Read = Callable[[PurePosixPath], File]


class Child(NamedTuple):
    """A file or folder of what was downloaded.

    Attributes:
        entries: the files of a folder at any depth, named from it; of a file, itself.
        children: of a folder; hidden ones and those of the system are none.
        checkout: whether it is a working copy of git.
    """

    name: str
    folder: bool
    entries: Callable[[], Entries]
    children: Callable[[], list[Child]]
    checkout: bool = False


def children(path: Path) -> list[Child]:
    """What is in a folder or archive, or the single file that is there, by name.

    An archive stays open as long as one of them is at hand; its files are read one at a time. Raises SubmissionError if
    there is nothing at `path`, or a damaged archive.
    """
    try:
        if path.is_dir():
            return _in_folder(path)
        with path.open("rb"):
            pass
    except OSError as error:
        raise SubmissionError(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror)) from None
    return _in_archive(path) if is_archive(path) else [_file(path.name, partial(read_file, path.resolve()))]


def _file(name: str, read: Read) -> Child:
    return Child(name, False, lambda: [(PurePosixPath(name), read)], list)


def _in_folder(path: Path) -> list[Child]:
    with os.scandir(path) as found:
        entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
    return [
        Child(
            name,
            True,
            partial(_files_of, path / name),
            partial(_in_folder, path / name),
            os.path.lexists(path / name / ".git"),
        )
        if folder
        else _file(name, partial(read_file, path / name))
        for name, folder in entries
        if not is_skipped(name)
    ]


def _files_of(path: Path) -> Entries:
    try:
        os.scandir(path).close()  # a walk passes over what it may not read, and she would have handed in nothing
    except OSError as error:
        raise SubmissionError(text("{name} cannot be read: {reason}.", name=path.name, reason=error.strerror)) from None
    return folder_entries(path)


def _in_archive(path: Path) -> list[Child]:
    try:
        return _grouped(_sorted_parts(_opened(path)))
    except SubmissionError:
        raise
    except Exception as error:  # zipfile, tarfile, zlib and lzma each raise what their own code stumbles over
        raise SubmissionError(
            text("{path} is damaged or not an archive ({kind}); make it again.", path=path, kind=type(error).__name__)
        ) from None


def _opened(path: Path) -> RawEntries:
    import tarfile
    import tempfile
    import zipfile

    from grader.submission.archives import plain_tar, tar_entries, zip_entries

    if path.name.lower().endswith(".zip"):
        return zip_entries(zipfile.ZipFile(path))
    # Unpacked once, into a file without a name: a packed tar would be unpacked from its start for every student
    spool: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        with path.open("rb") as packed, plain_tar(packed, path.name, MAX_CLASS_BYTES) as plain:
            shutil.copyfileobj(plain, spool, 1 << 20)
        spool.seek(0)
        archive = tarfile.open(fileobj=spool, mode="r:")  # noqa: SIM115
    except BaseException:
        spool.close()
        raise
    weakref.finalize(archive, spool.close)
    return tar_entries(archive)


Parts = tuple[tuple[str, ...], bool, Read]


def _sorted_parts(entries: RawEntries) -> list[Parts]:
    """By name, without those whose names lead out of the archive."""
    found = []
    for name, folder, read in entries:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.parts and not path.is_absolute() and ".." not in path.parts:
            found.append((path.parts, folder, read))
    return sorted(found, key=lambda one: one[0])


def _grouped(entries: Iterable[Parts]) -> list[Child]:
    """Entries by the first part of their names."""
    groups: dict[str, list[Parts]] = {}
    for parts, folder, read in entries:
        if not is_skipped(parts[0]):
            groups.setdefault(parts[0], []).append((parts[1:], folder, read))
    return [_child(name, group) for name, group in groups.items()]


def _child(name: str, group: list[Parts]) -> Child:
    inside = [one for one in group if one[0]]
    if not inside and not any(folder for _, folder, _ in group):
        return _file(name, group[-1][2])  # of two entries of one name the later replaces the other, as when unpacked
    files = [
        (PurePosixPath(*parts), read)
        for parts, folder, read in inside
        if not folder and not any(is_skipped(part) for part in parts)
    ]
    return Child(name, True, lambda: files, lambda: _grouped(inside), any(parts[0] == ".git" for parts, _, _ in inside))
