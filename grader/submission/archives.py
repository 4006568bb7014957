"""The entries of zips and tars, which are never unpacked to disk; and what the entries of a zip are called.

A zip knows two encodings of names, cp437 and UTF-8; programs write others. A name with the UTF-8 flag is UTF-8. Without it
macOS and many libraries write UTF-8 all the same, and Windows writes what its country had before: cp932, gbk, cp866. Nothing
in the archive says so: the names must, all of them together (`letters.py`).
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from grader.errors import SubmissionError
from grader.model import NOTHING, Text
from grader.submission.account import MAX_ENTRIES, MAX_SKIPPED, Account, TooMuch, too_much, too_much_else
from grader.submission.files import Entries, File, Read, bounded, link, plain_name
from grader.submission.formats import HEAD, kind
from grader.submission.streams import plain
from grader.submission.tars import Body, CutOff, tar_entries
from grader.words import text

_LINE_OF_TABLE = (
    256  # bytes of a zip's table of contents for an entry, as a mean; 100 is usual, and deep folders take more
)
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_METHODS = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 20: "Zstandard", 93: "Zstandard", 95: "xz", 98: "PPMd"}
_AES = 99
_ENCRYPTED = 0x1
_LONGEST_END = (1 << 16) + 22  # of a zip: a comment may follow
_UTF8_FLAG = 0x800
_NAMES_LOOKED_AT = 1 << 13  # bytes


def archive_entries(name: str, opened: Callable[[], IO[bytes]], account: Account) -> Entries:
    """What is in an archive of this name; read each entry as it comes. Raises SubmissionError for what is no archive, or
    none that is opened here, and whatever zipfile and zlib raise."""
    with opened() as stream:
        if how_to_open(name, stream) == "zip":
            with open_zip(stream, name, account.entries + account.skipped) as archive:
                yield from _named(zip_entries(archive))
        else:
            for entry, body in tar_entries(plain(stream, account)):
                read = partial(_read_body, body) if entry.kind == "file" else link
                yield from _named([(entry.name, entry.kind == "folder", read)])


def how_to_open(name: str, stream: IO[bytes]) -> str:
    """ "zip" or "tar". Raises SubmissionError for anything else."""
    found = kind(name, stream.read(HEAD))
    stream.seek(0)
    if not isinstance(found, str):
        raise SubmissionError(found)
    return found


def damaged(name: str, error: Exception) -> SubmissionError:
    """What to say of whatever zipfile, tars.py, zlib and lzma stumbled over."""
    if isinstance(error, CutOff | EOFError):
        return SubmissionError(text("{path} is cut off: its end is missing; make it or send it again.", path=name))
    return SubmissionError(
        text("{path} is damaged or not an archive ({kind}); make it again.", path=name, kind=type(error).__name__)
    )


# As they stand in an archive: the name, whether it is a folder, and how to read it.
RawEntries = Iterable[tuple[str, bool, Read]]


def _named(entries: RawEntries) -> Entries:
    for name, is_folder, read in entries:
        yield None if is_folder else plain_name(name), read


def _read_body(body: Body, name: PurePosixPath, account: Account) -> File:
    return bounded(name, body, account)


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
    """A zip of at most so many entries: zipfile reads the whole table of contents at once, however long. Raises TooMuch, and
    SubmissionError if none of its files can be unpacked."""
    most = max(entries * _LINE_OF_TABLE, 1 << 17)  # its end may have a comment of 64 KiB
    table = _Table(stream, most, whole, entries)
    try:
        archive = zipfile.ZipFile(table)
    except zipfile.BadZipFile:
        stream.seek(0)
        begun = stream.read(4) == b"PK\3\4"
        if begun and not table.found_end():
            raise EOFError from None
        raise
    table.most = None
    if len(archive.infolist()) > entries:
        raise TooMuch(_too_many(whole, entries))
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    if files and all(_locked(entry, "") for entry in files):  # then it is the archive that is so
        raise SubmissionError(_locked(files[0], whole) or NOTHING)
    return archive


def _too_many(whole: str, entries: int) -> Text:
    return too_much_else(whole) if entries <= MAX_ENTRIES + MAX_SKIPPED else too_much(whole, entries)


class _Table:
    """A stream that, until it is told otherwise, is not read for more than so many bytes at once."""

    def __init__(self, stream: IO[bytes], most: int, whole: str, entries: int) -> None:
        self.stream, self.whole, self.entries = stream, whole, entries
        self.most: int | None = most
        self.seek, self.tell, self.close = stream.seek, stream.tell, stream.close
        self.seekable = stream.seekable

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most:
            raise TooMuch(_too_many(self.whole, self.entries))
        return self.stream.read(size)

    def found_end(self) -> bool:
        """Whether there is what every zip ends with, but for its comment."""
        end = self.stream.seek(0, io.SEEK_END)
        self.stream.seek(max(0, end - _LONGEST_END))
        return b"PK\5\6" in self.stream.read(_LONGEST_END)


def zip_entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bool, Read]]:
    entries = archive.infolist()
    for entry, called in zip(entries, zip_names(entries), strict=True):
        kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the system that wrote the archive has no such thing
        is_file = kind in (0, stat.S_IFREG)
        yield called, entry.is_dir(), partial(_read_entry, archive, entry) if is_file else link


def _locked(entry: zipfile.ZipInfo, name: str) -> Text | None:
    """Why an entry of this name is not unpacked; None if it is."""
    method = entry.compress_type
    if entry.flag_bits & _ENCRYPTED or method == _AES:
        return text("{name} is encrypted: make the archive again without a password.", name=name)
    # zipfile unpacks the other methods without a bound: bzip2 makes gigabytes of a mebibyte
    if method in (_STORED, _DEFLATED):
        return None
    return text(
        "{name} is packed with a method that is not unpacked here ({method}); make a plain .zip.",
        name=name,
        method=_METHODS.get(method, str(method)),
    )


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: PurePosixPath, account: Account) -> File:
    if why := _locked(entry, str(name)):
        return File(name, None, why)
    try:
        with archive.open(entry) as stream:
            return bounded(name, stream, account)
    except (zipfile.BadZipFile, zlib.error, EOFError):  # it costs the others nothing
        return File(name, None, text("{name} is damaged in the archive; make the archive again.", name=name))


def zip_names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names of a zip's entries, in their order, with the separators that stand there."""
    # not `filename`: on Windows zipfile takes the second byte of some cp932 characters for a separator
    found = [entry.orig_filename.partition("\0")[0] for entry in entries]
    unmarked = [bool(name) and not entry.flag_bits & _UTF8_FLAG for entry, name in zip(entries, found, strict=True)]
    foreign = [
        name.encode("cp437") for name, is_so in zip(found, unmarked, strict=True) if is_so and not name.isascii()
    ]
    encoding = _encoding(foreign) if foreign else "cp437"
    return [_read_in(encoding, name) if is_so else name for name, is_so in zip(found, unmarked, strict=True)]


def _read_in(encoding: str, name: str) -> str:
    """A name that zipfile took for cp437; what cannot be read stays as it is, so that no two names become one."""
    try:
        return name.encode("cp437").decode(encoding)
    except UnicodeDecodeError:
        return name


def _encoding(names: list[bytes]) -> str:
    """How names were written, all of them together."""
    from grader.submission.letters import ZIPS, guess  # here: few need it

    try:
        b"\n".join(names).decode("utf-8")
    except UnicodeDecodeError:
        return guess(b"\n".join(names)[:_NAMES_LOOKED_AT], ZIPS).encoding
    return "utf-8"
