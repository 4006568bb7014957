"""The entries of zips and tars, which are never unpacked to disk; and what the entries of a zip are called.

A zip knows two encodings of names, cp437 and UTF-8; programs write others. A name with the UTF-8 flag is UTF-8. Without it
macOS and many libraries write UTF-8 all the same, and Windows in Japan writes cp932. Nothing in the archive says so: the
names must, all of them together.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from grader.submission.account import MAX_ENTRIES, Account, TooMuch, too_much
from grader.submission.files import Entries, File, Read, bounded, irregular, plain_name
from grader.submission.streams import plain
from grader.submission.tars import Body, TarEntry, tar_entries
from grader.words import text

_LINE_OF_TABLE = 1024  # bytes of a zip's table of contents for an entry; 100 is usual
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_UTF8_FLAG = 0x800
_JAPANESE = r"\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u4e00-\u9fff"
_WORD = re.compile(rf"[{_JAPANESE}]{{2,}}")
_LONE = re.compile(rf"(?<![{_JAPANESE}])[{_JAPANESE}](?![{_JAPANESE}])")


def archive_entries(name: str, opened: Callable[[], IO[bytes]], account: Account) -> Entries:
    """What is in an archive of this name; read each entry as it comes. Raises whatever zipfile and zlib raise."""
    with opened() as stream:
        if name.lower().endswith(".zip"):
            with open_zip(stream, account.whole, MAX_ENTRIES) as archive:
                yield from _named(zip_entries(archive))
        else:
            for entry, body in tar_entries(plain(stream, account)):
                yield from _named([(entry.name, entry.kind == "folder", partial(_read_body, entry, body))])


# As they stand in an archive: the name, whether it is a folder, and how to read it.
RawEntries = Iterable[tuple[str, bool, Read]]


def _named(entries: RawEntries) -> Entries:
    for name, is_folder, read in entries:
        yield None if is_folder else plain_name(name), read


def _read_body(entry: TarEntry, body: Body, name: PurePosixPath, account: Account) -> File:
    return bounded(name, body, account) if entry.kind == "file" else irregular(name)


def write_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these files, by name: for the same files the same bytes, whenever and wherever it is made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name)  # of 1980
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whose rights these are
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def open_zip(stream: IO[bytes], whole: str, entries: int) -> zipfile.ZipFile:
    """A zip of at most so many entries: zipfile reads the whole table of contents at once, however long. Raises TooMuch."""
    table = _Table(stream, max(entries * _LINE_OF_TABLE, 1 << 17), whole)  # its end may have a comment of 64 KiB
    archive = zipfile.ZipFile(table)
    table.most = None
    if len(archive.infolist()) > entries:
        raise TooMuch(too_much(whole, entries))
    return archive


class _Table:
    """A stream that, until it is told otherwise, is not read for more than so many bytes at once."""

    def __init__(self, stream: IO[bytes], most: int, whole: str) -> None:
        self.stream, self.whole = stream, whole
        self.most: int | None = most
        self.seek, self.tell, self.close = stream.seek, stream.tell, stream.close
        self.seekable = stream.seekable

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most:
            raise TooMuch(too_much(self.whole))
        return self.stream.read(size)


def zip_entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bool, Read]]:
    entries = archive.infolist()
    for entry, called in zip(entries, zip_names(entries), strict=True):
        yield called, entry.is_dir(), partial(_read_entry, archive, entry)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: PurePosixPath, account: Account) -> File:
    kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the system that wrote the archive has no such thing
    if kind not in (0, stat.S_IFREG):
        return irregular(name)
    # zipfile unpacks the other methods without a bound: bzip2 makes gigabytes of a mebibyte
    if entry.compress_type not in _METHODS or entry.flag_bits & _ENCRYPTED:
        why = text(
            "{name} is encrypted, or packed in an unusual way; make the archive again as a plain zip.", name=name
        )
        return File(name, None, why)
    with archive.open(entry) as stream:
        return bounded(name, stream, account)


def zip_names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names of a zip's entries, in their order, with the separators that stand there."""
    marked = [bool(entry.flag_bits & _UTF8_FLAG) for entry in entries]
    # not `filename`: on Windows zipfile takes the second byte of some cp932 characters for a separator
    found = [entry.orig_filename.partition("\0")[0] for entry in entries]
    encoding = _encoding([name for name, known in zip(found, marked, strict=True) if not known and not name.isascii()])
    return [name if known else name.encode("cp437").decode(encoding) for name, known in zip(found, marked, strict=True)]


def _encoding(unmarked: list[str]) -> str:
    """How names were written that zipfile took for cp437."""
    for encoding in ("utf-8", "cp932"):
        try:
            said = "\n".join(name.encode("cp437").decode(encoding) for name in unmarked)
        except UnicodeDecodeError:
            continue
        # Every accent of cp437, with the letter after it, is also one character of cp932: `Müller` has lone ones, Japanese words
        if encoding == "utf-8" or len(_WORD.findall(said)) > len(_LONE.findall(said)):
            return encoding
    return "cp437"
