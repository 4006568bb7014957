"""What a platform hands out, one level at a time: the children of a folder, a zip or a tar, of which nothing is read yet."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import Text
from grader.submission.account import Account
from grader.submission.files import (
    MAX_NAME,
    Entries,
    File,
    Read,
    bounded,
    irregular,
    is_skipped,
    link,
    on_one_line,
    plain_name,
    read_from,
)
from grader.submission.formats import is_archive
from grader.submission.gather import folder_entries, may_be_folder, unreadable
from grader.submission.opening import Irregular, Listed, open_folder, open_regular
from grader.submission.tars import Body, TarEntry, tar_entries
from grader.words import text

if TYPE_CHECKING:
    from grader.submission.archives import RawEntries

MAX_CLASS_BYTES = 16 << 30  # of a tar of a whole class, unpacked
MAX_CLASS_ENTRIES = 1_000_000
MAX_CHILD = 1024  # characters of a child's name: platforms put that of a student before that of her file


class Child(NamedTuple):
    """A file or folder of what was downloaded.

    Attributes:
        entries: the files of a folder at any depth, named from it; of a file, itself. At the cost of the account.
        children: of a folder; hidden ones and those of the system are none.
        checkout: whether it is a working copy of git.
    """

    name: str
    folder: bool
    entries: Callable[[Account], Entries]
    children: Callable[[], list[Child]]
    checkout: bool = False


def children(path: Path) -> list[Child]:
    """What is in a folder or archive, or the single file that is there, by name.

    An archive stays open as long as one of them is at hand; its files are read one at a time. Raises SubmissionError if
    there is nothing at `path`, or a damaged archive.
    """
    try:
        if path.is_dir():
            return _in_folder(path, ())
        with open_regular(path.resolve()):
            pass
    except Irregular:
        raise SubmissionError(irregular(PurePosixPath(path.name)).problem) from None
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror)) from None
    opened = partial(open_regular, path.resolve())
    return _in_archive(path) if is_archive(path) else [_file(path.name, partial(read_from, opened))]


def _file(name: str, read: Read) -> Child:
    if read is link and may_be_folder(PurePosixPath(name)):  # somebody handed in something
        return Child(name, True, partial(_refused, irregular(PurePosixPath(name)).problem), list)
    return Child(name, False, lambda _: [(PurePosixPath(name), read)], list)


def _in_folder(root: Path, inside: tuple[str, ...]) -> list[Child]:
    with open_folder(root, inside) as folder:
        found = folder.entries()
    return [_in(root, inside, one) for one in found if not is_skipped(one.name)]


def _below(root: Path, inside: tuple[str, ...]) -> list[Child]:
    try:
        return _in_folder(root, inside)
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(unreadable(inside[-1], error)) from None


def _in(root: Path, inside: tuple[str, ...], one: Listed) -> Child:
    name = on_one_line(one.name)
    inside = (*inside, one.name)
    if not one.folder:
        return _file(name, link if one.link else partial(read_from, partial(_opened_in, root, inside)))
    return Child(
        name,
        True,
        lambda _: folder_entries(root, inside),
        partial(_below, root, inside),
        os.path.lexists(root.joinpath(*inside, ".git")),
    )


def _opened_in(root: Path, inside: tuple[str, ...]) -> IO[bytes]:
    with open_folder(root, inside[:-1]) as folder:
        return folder.file(inside[-1])


def _in_archive(path: Path) -> list[Child]:
    try:
        return _grouped(_sorted_parts(_opened(path)))
    except SubmissionError:
        raise
    except (
        Exception
    ) as error:  # zipfile, our reader of tars, zlib and lzma each raise what their own code stumbles over
        from grader.submission.archives import damaged

        reraise_lack(error)
        raise damaged(str(path), error) from None


def _opened(path: Path) -> RawEntries:
    from grader.submission.archives import how_to_open, open_zip, zip_entries
    from grader.submission.streams import plain

    account = Account(path.name, MAX_CLASS_ENTRIES, MAX_CLASS_BYTES)
    packed = open_regular(path.resolve())
    try:
        archive = open_zip(packed, path.name, MAX_CLASS_ENTRIES) if how_to_open(path.name, packed) == "zip" else None
    except BaseException:
        packed.close()
        raise
    if archive is not None:
        weakref.finalize(archive, packed.close)
        return list(zip_entries(archive))
    spool = _Spool()
    found: list[tuple[str, bool, Read]] = []
    with packed:
        for entry, body in tar_entries(plain(packed, account)):
            account.take(entries=1)
            found.append(
                (entry.name, entry.kind == "folder", spool.keep(entry, body) if entry.kind == "file" else link)
            )
    return found


class _Spool:
    """The files of a tar, unpacked once into a file without a name: a packed tar would be unpacked from its start for every
    student. It is closed when nobody can ask for one of them any more."""

    def __init__(self) -> None:
        import tempfile

        self.stream: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, self.stream.close)

    def keep(self, entry: TarEntry, body: Body) -> Read:
        at = self.stream.tell()
        while piece := body.read(1 << 20):
            self.stream.write(piece)
        return partial(self._read, entry, at)

    def _read(self, entry: TarEntry, at: int, name: PurePosixPath, account: Account) -> File:
        self.stream.seek(at)
        return bounded(name, Body(self.stream, entry.size), account)


Parts = tuple[tuple[str, ...], bool, Read]


def _sorted_parts(entries: RawEntries) -> list[Parts]:
    """By name, without those whose names lead out of the archive."""
    found = []
    for name, folder, read in entries:
        path = PurePosixPath(on_one_line(name).replace("\\", "/"))
        if path.parts and not path.is_absolute() and ".." not in path.parts:
            found.append((path.parts, folder, read))
    return sorted(found, key=lambda one: one[0])


def _grouped(entries: Iterable[Parts]) -> list[Child]:
    """Entries by the first part of their names."""
    groups: dict[str, list[Parts]] = {}
    for (first, *rest), folder, read in entries:
        if len(first) > MAX_CHILD:  # no name of a platform: it is nobody's
            first, rest = first[:MAX_NAME] + "…", []
        if not is_skipped(first):
            groups.setdefault(first, []).append((tuple(rest), folder, read))
    return [_child(name, group) for name, group in groups.items()]


def _child(name: str, group: list[Parts]) -> Child:
    inside = [one for one in group if one[0]]
    is_folder = any(folder for _, folder, _ in group) or bool(inside)
    itself = [read for parts, folder, read in group if not parts and not folder]
    if len(itself) + is_folder > 1:  # programs differ in which one they unpack, and each may be somebody else's
        why = text("there is more than one {name} in the archive; leave the one that counts.", name=name)
        return Child(name, is_folder, partial(_refused, why), list)
    if itself:
        return _file(name, itself[0])
    is_checkout = any(parts[0] == ".git" for parts, _, _ in inside)
    return Child(name, True, lambda _: _files(inside), lambda: _grouped(inside), is_checkout)


def _files(parts: Iterable[Parts]) -> Entries:
    for names, is_folder, read in parts:
        if not is_folder and (name := plain_name("/".join(names))) is not None:
            yield name, read


def _refused(why: Text, account: Account) -> Entries:
    raise SubmissionError(why)
