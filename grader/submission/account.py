"""What may be read of one submission: one account for all of it, whatever files and archives it lies in.

Everything that is read is charged to it. What is only passed over has bounds of its own, far above: an environment of 40,000
files in a zip costs its student nothing, and a tar of 200 bytes can hold gigabytes.
"""

from __future__ import annotations

from grader.errors import SubmissionError
from grader.model import Text
from grader.words import text

MAX_TOTAL_BYTES = 64 << 20  # of all that is kept
MAX_ARCHIVE_BYTES = 256 << 20  # of the archives in a folder or archive, packed: people hand in their data as well
MAX_UNPACKED_BYTES = 512 << 20  # of all that is read, kept or not
MAX_PASSED_BYTES = 4 << 30  # of what tars hold, wanted or not: they have no table of contents
MAX_ENTRIES = 5000  # that are read
MAX_SKIPPED = 200_000  # that are not; an environment with PyTorch has 30,000


class TooMuch(SubmissionError):
    pass


class Account:
    """What is left. `take` raises TooMuch, with a sentence about `whole`, for more than that."""

    def __init__(self, whole: str, entries: int | None = None, passed: int | None = None, named: int = 0) -> None:
        self.whole = whole
        self.named = named  # of the files that are not read, how many may still be told of
        self.most = MAX_ENTRIES if entries is None else entries
        self.entries, self.skipped = self.most, MAX_SKIPPED
        self.kept, self.packed, self.unpacked = MAX_TOTAL_BYTES, MAX_ARCHIVE_BYTES, MAX_UNPACKED_BYTES
        self.passed = MAX_PASSED_BYTES if passed is None else passed

    def take(
        self, entries: int = 0, skipped: int = 0, kept: int = 0, packed: int = 0, unpacked: int = 0, passed: int = 0
    ) -> None:
        self.entries -= entries
        self.skipped -= skipped
        self.kept -= kept
        self.packed -= packed
        self.unpacked -= unpacked
        self.passed -= passed
        if self.skipped < 0 or self.passed < 0:
            raise TooMuch(too_much_else(self.whole))
        if min(self.entries, self.kept, self.packed, self.unpacked) < 0:
            raise TooMuch(too_much(self.whole, self.most))


def too_much(path: str, entries: int | None = None) -> Text:
    return text(
        "{path} holds more than {files} files or {mebibytes} MiB; hand in the answers alone.",
        path=path,
        files=MAX_ENTRIES if entries is None else entries,
        mebibytes=MAX_TOTAL_BYTES >> 20,
    )


def too_much_else(path: str) -> Text:
    return text(
        "{path} holds more than {files} files or {gibibytes} GiB beside the answers; hand in the answers alone.",
        path=path,
        files=MAX_SKIPPED,
        gibibytes=MAX_PASSED_BYTES >> 30,
    )
