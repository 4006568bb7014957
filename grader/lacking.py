"""What this machine lacks: descriptors, processes, memory, room on a disk, a part of Python. No file and no answer is wrong then."""

from __future__ import annotations

import errno
import re

from grader.errors import SandboxError
from grader.model import Text
from grader.words import filled, text

_FILES = text("this machine lets the grader open too few files ({said}); allow more: `ulimit -n 1024`")
_TASKS = text("this machine lets the grader start too few processes or threads ({said}); end others, or allow more: `ulimit -u`")  # fmt: skip
_MEMORY = text("this machine has too little memory for the grader ({said}); end other programs, or allow more: `ulimit -v`, or the limit of the container")  # fmt: skip
_CLOSED = text("the output is closed, and nothing can be written to it ({said}); leave it open, or use --output FILE")
_DISK = text("there is no room left to write to ({said}); make room, and try again")
_TIME = text("this machine lets a process compute for too short a time ({said}); allow more: `ulimit -t`")
_MOUNT = text("this system lacks a file system that the grader needs ({said}); mount it")
_PART = text("this Python lacks a part that the grader needs ({said}); install Python and gradkata again")
_OTHER = text("the grader cannot go on here ({said}); `grade doctor` shows what this machine lacks")
_BY_NUMBER = {
    errno.EMFILE: _FILES, errno.ENFILE: _FILES,
    errno.EAGAIN: _TASKS,
    errno.ENOMEM: _MEMORY,
    errno.EBADF: _CLOSED,
    errno.ENOSPC: _DISK, errno.EDQUOT: _DISK, errno.EFBIG: _DISK,
}  # fmt: skip
_NUMBER = re.compile(r"\[Errno (\d+)\]|\w+Error\((\d+),")
# What is said in place of a number: by Python, by libraries that only print, by programs that start others.
_BY_WORDS = (
    (re.compile(r"memory|failed to map segment", re.IGNORECASE), _MEMORY),
    (re.compile(r"start .*thread|pthread_create|new namespace failed|Resource temporarily unavailable"), _TASKS),
    (re.compile(r"Too many open files"), _FILES),
    (re.compile(r"raise maximum limit"), _TIME),  # all others may be lower than what is asked for
    (re.compile(r"'(/proc/|/dev/shm)"), _MOUNT),
)


def lack(said: str) -> Text | None:
    """In words, what was lacking where somebody ended with these last words; None if that cannot be told."""
    if (found := _NUMBER.search(said)) and (sentence := _BY_NUMBER.get(int(found[1] or found[2]))):
        return filled(sentence, said=said)
    return next((filled(sentence, said=said) for words, sentence in _BY_WORDS if words.search(said)), None)


def is_lack(error: BaseException) -> bool:
    """Whether it went wrong for want of something here, and not for what was asked: the same may succeed on another machine."""
    if isinstance(error, OSError):
        return error.errno in _BY_NUMBER
    if isinstance(error, RuntimeError | ImportError):  # of threads, of libraries that are not Python's
        return lack(str(error)) is not None
    return isinstance(error, MemoryError)


def reraise_lack(error: Exception) -> None:
    """To be called first where an exception would be put down to a file: raises it again if the file is not to blame."""
    if is_lack(error):
        raise error


def in_words(error: BaseException) -> Text:
    """What ended the grader, and what to do."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]  # numpy says a page, and the reason last
    said = ": ".join([*([] if isinstance(error, SandboxError) else [type(error).__name__]), *lines[-1:]])
    return lack(said) or filled(_PART if isinstance(error, ImportError) else _OTHER, said=said)
