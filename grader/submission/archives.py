"""The entries of zips and tars, which are never unpacked to disk; and what the entries of a zip are called.

A zip knows two encodings of names, cp437 and UTF-8; programs write others. A name with the UTF-8 flag is UTF-8. Without it
macOS and many libraries write UTF-8 all the same, and Windows in Japan writes cp932. Nothing in the archive says so: the
names must, all of them together.
"""

from __future__ import annotations

import importlib
import io
import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import IO, Any

from grader.submission.files import MAX_UNPACKED_BYTES, Entries, File, TooMuch, bounded, irregular, plain_name, too_much

_UTF8_FLAG = 0x800
_JAPANESE = r"\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u4e00-\u9fff"
_WORD = re.compile(rf"[{_JAPANESE}]{{2,}}")
_LONE = re.compile(rf"(?<![{_JAPANESE}])[{_JAPANESE}](?![{_JAPANESE}])")


def archive_entries(name: str, opened: Callable[[], IO[bytes]]) -> Entries:
    """What is in an archive of this name; read each entry as it comes. Raises whatever zipfile and tarfile raise."""
    with opened() as stream:
        if name.lower().endswith(".zip"):
            with zipfile.ZipFile(stream) as archive:
                yield from _named(zip_entries(archive))
        else:
            with plain_tar(stream, name, MAX_UNPACKED_BYTES) as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
                yield from _named(tar_entries(tar))


# As they stand in an archive: the name, whether it is a folder, and how to read it.
RawEntries = Iterator[tuple[str, bool, Callable[[PurePosixPath], File]]]


def _named(entries: RawEntries) -> Entries:
    for name, is_folder, read in entries:
        yield None if is_folder else plain_name(name), read


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


def zip_entries(archive: zipfile.ZipFile) -> RawEntries:
    entries = archive.infolist()
    for entry, called in zip(entries, zip_names(entries), strict=True):
        kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the system that wrote the archive has no such thing

        def read(name: PurePosixPath, entry: zipfile.ZipInfo = entry, kind: int = kind) -> File:
            if kind not in (0, stat.S_IFREG):
                return irregular(name)
            with archive.open(entry) as stream:
                return bounded(name, stream)

        yield called, entry.is_dir(), read


def tar_entries(archive: tarfile.TarFile) -> RawEntries:
    for entry in archive:

        def read(name: PurePosixPath, entry: tarfile.TarInfo = entry) -> File:
            stream = archive.extractfile(entry) if entry.isreg() else None
            return bounded(name, stream) if stream else irregular(name)

        yield entry.name, entry.isdir(), read


def plain_tar(packed: IO[bytes], name: str, limit: int) -> IO[bytes]:
    """A tar without its compression, which reads no further than `limit` bytes: it raises SubmissionError there."""
    magic = packed.read(6)
    packed.seek(0)
    kinds = {b"\x1f\x8b": "gzip", b"BZh": "bz2", b"\xfd7zXZ": "lzma"}
    kind = next((kind for start, kind in kinds.items() if magic.startswith(start)), None)
    stream = importlib.import_module(kind).open(packed) if kind else packed
    return io.BufferedReader(_Metered(stream, name, limit))


class _Metered(io.RawIOBase):
    def __init__(self, stream: IO[bytes], name: str, limit: int) -> None:
        self.stream, self.name, self.left = stream, name, limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.stream.read(len(buffer))
        self.left -= len(data)
        if self.left < 0:
            raise TooMuch(too_much(self.name))
        buffer[: len(data)] = data
        return len(data)


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
