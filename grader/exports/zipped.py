"""One document for each student, in a zip with a folder for each. The same documents give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.submission.archives import write_zip


def folders(documents: Iterable[tuple[str, str]], name: str) -> bytes:
    """`documents`: each student's id and text; `name`: what each file is called."""
    taken: set[str] = set()
    return write_zip(
        (f"{file_name(student, taken)}/{name}", document.encode("utf-8", "replace")) for student, document in documents
    )


def file_name(student: str, taken: set[str]) -> str:
    """A name for a student's file or folder that every system takes and that is not among `taken`, which it joins."""
    plain = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', "_", student).strip(" .")[:80] or "student"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain} ({number})"
    taken.add(name.casefold())
    return name
