"""What may be read of one submission: one account for all of it, whatever files and archives it lies in.

Everything that is unpacked is charged to it, also what is then not wanted: an archive of 200 bytes can hold gigabytes.
"""

from __future__ import annotations

from grader.errors import SubmissionError
from grader.model import Text
from grader.words import text

MAX_TOTAL_BYTES = 64 << 20  # of all that is kept
MAX_ARCHIVE_BYTES = 256 << 20  # of the archives in a folder or archive, packed: people hand in their data as well
MAX_UNPACKED_BYTES = 512 << 20  # of all that is read on the way, kept or not: a tar has no table of contents
MAX_ENTRIES = 5000


class TooMuch(SubmissionError):
    pass


class Account:
    """What is left. `take` raises TooMuch, with a sentence about `whole`, for more than that."""

    def __init__(self, whole: str, entries: int | None = None, unpacked: int | None = None) -> None:
        self.whole = whole
        self.most = MAX_ENTRIES if entries is None else entries
        self.entries = self.most
        self.kept, self.packed = MAX_TOTAL_BYTES, MAX_ARCHIVE_BYTES
        self.unpacked = MAX_UNPACKED_BYTES if unpacked is None else unpacked

    def take(self, entries: int = 0, kept: int = 0, packed: int = 0, unpacked: int = 0) -> None:
        self.entries -= entries
        self.kept -= kept
        self.packed -= packed
        self.unpacked -= unpacked
        if min(self.entries, self.kept, self.packed, self.unpacked) < 0:
            raise TooMuch(too_much(self.whole, self.most))


def too_much(path: str, entries: int | None = None) -> Text:
    return text(
        "{path} holds more than {files} files or {mebibytes} MiB; hand in the answers alone.",
        path=path,
        files=MAX_ENTRIES if entries is None else entries,
        mebibytes=MAX_TOTAL_BYTES >> 20,
    )
