"""Files and folders of people who may change them while they are read: what is opened is what was looked at.

A file that becomes a link or a pipe between the look and the opening is neither followed nor waited for, and a folder that
becomes a link does not lead out of the hand-in: folders are walked by their descriptors, where the system has such.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

# Windows has none of these; there the comparison of the two looks must do
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd and bool(_NO_LINK)


class Irregular(OSError):
    """A link, a pipe, a device: nothing that is read."""


def open_regular(path: Path | str, at: int | None = None, follow: bool = False) -> IO[bytes]:
    """A regular file, in the folder with the descriptor `at`; or, with `follow`, what a link leads to. Raises Irregular for
    anything else, OSError otherwise."""
    seen = os.stat(path, dir_fd=at, follow_symlinks=follow)
    if not stat.S_ISREG(seen.st_mode):  # before it is opened: some devices do something then
        raise Irregular
    descriptor = _opened(path, _FLAGS | (0 if follow else _NO_LINK) | _BINARY, at)
    try:
        now = os.fstat(descriptor)
        # another number is another file; where links are not followed, somebody saved it meanwhile, and it may be read
        if not stat.S_ISREG(now.st_mode) or not (follow or _NO_LINK or now.st_ino == seen.st_ino):
            raise Irregular
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _opened(path: Path | str, flags: int, at: int | None, also: tuple[int, ...] = ()) -> int:
    try:
        return os.open(path, flags, dir_fd=at)
    except OSError as error:
        # what systems say of a link that is not followed, and of a socket
        if error.errno in (errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.EOPNOTSUPP, *also):
            raise Irregular from None
        raise


class Listed(NamedTuple):
    """A name in a folder; of a link it is not asked where it leads."""

    name: str
    folder: bool
    link: bool


class Folder:
    """An open folder: with a descriptor, or on Windows with nothing but its path."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path, self.descriptor = path, descriptor

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)

    def entries(self) -> list[Listed]:
        """What is in it, by name."""
        with os.scandir(self.path if self.descriptor is None else self.descriptor) as found:
            return sorted(_listed(one) for one in found)

    def leads_to_folder(self, name: str) -> bool:
        """Where a link leads."""
        try:
            path = self.path / name if self.descriptor is None else name
            return stat.S_ISDIR(os.stat(path, dir_fd=self.descriptor).st_mode)
        except OSError:  # nowhere, or in a circle: whoever opens it says so
            return False

    def identity(self) -> tuple[int, int]:
        """The same whatever name it was opened by."""
        found = os.stat(self.path) if self.descriptor is None else os.fstat(self.descriptor)
        return found.st_dev, found.st_ino

    def folder(self, name: str) -> Folder:
        """A folder in it. Raises Irregular if it is a link."""
        path = self.path / name
        if self.descriptor is not None:
            return Folder(path, _opened(name, _FLAGS | _NO_LINK | _FOLDER, self.descriptor, (errno.ENOTDIR,)))
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise Irregular
        return Folder(path, None)

    def file(self, name: str, follow: bool = False) -> IO[bytes]:
        """As `open_regular`."""
        return open_regular(self.path / name if self.descriptor is None else name, self.descriptor, follow)


def _listed(entry: os.DirEntry[str]) -> Listed:
    # a junction of Windows leads elsewhere as a link does; Python knows it since 3.12
    is_link = entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())
    return Listed(entry.name, folder=not is_link and entry.is_dir(follow_symlinks=False), link=is_link)


def open_folder(root: Path, inside: Sequence[str] = ()) -> Folder:
    """The folder `inside` of `root`, on the way to which no link is followed; `root` itself may be one. The caller closes
    it."""
    folder = Folder(root, os.open(root, _FLAGS | _FOLDER) if BY_DESCRIPTOR else None)
    for name in inside:
        with folder:
            folder = folder.folder(name)
    return folder
