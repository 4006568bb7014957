"""Files that a notebook writes: `%%writefile relu.py` and what stands below it. Nothing of it is run or written here."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WRITES = re.compile(r"(?:\s*+#[^\n]*+\n)*+\s*+%%(?:writefile|file)[ \t]+([^\n]*+)\n?")
_APPENDS = ("-a", "--append")
_HERE = re.compile(r"^(?:\./|/content/|/kaggle/working/)+")  # where Colab and Kaggle start a notebook
_PART = re.compile(r"(?!\.{1,2}$)[^\0-\x1f\x7f/\\:*?\"<>|{}$~]{1,100}")
MAX_PARTS = 10


def writes(cell: str) -> bool:
    """Whether a cell writes a file: what stands in it is nothing that the notebook defines."""
    return _WRITES.match(cell) is not None


def written_files(cells: Sequence[str]) -> dict[str, str]:
    """By path below the notebook's own folder, what its cells write into files, one after the other. A path that leads
    elsewhere, or holds a value that only a kernel knows (`{name}.py`), is left out."""
    written: dict[str, list[str]] = {}
    for cell in cells:
        found = _WRITES.match(cell)
        if not found:
            continue
        words = found[1].split()
        path = _path(" ".join(word for word in words if word not in _APPENDS))
        if not path:
            continue
        body = cell[found.end() :]
        if not any(word in _APPENDS for word in words):
            written.pop(path, None)
        written.setdefault(path, []).append(body if body.endswith("\n") or not body else f"{body}\n")
    return {path: "".join(parts) for path, parts in written.items()}


def _path(said: str) -> str:
    """What follows the magic as a relative path; empty if it is none, or not a safe one."""
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        said = said[1:-1]
    parts = _HERE.sub("", said.replace("\\", "/"), count=1).split("/") if said else []
    return "/".join(parts) if 0 < len(parts) <= MAX_PARTS and all(map(_PART.fullmatch, parts)) else ""
