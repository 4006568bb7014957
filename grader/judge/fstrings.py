"""Whether a line has an f-string that only Python 3.12 can read (PEP 701), by the look of it: parsing is the worker's job."""

from __future__ import annotations

import re

_BEGIN = re.compile(r"(?P<prefix>(?<!\w)[rRfFbBuU]{1,2})?(?P<quote>'''|\"\"\"|'|\")|#")
_LITERAL = re.compile(r"[^\\{}'\"]+|\\.|\{\{|\}\}")
_BEFORE = re.compile(r"(?:[\[({,:=+\-*/%<>&|^~!]|^|\b(?:in|is|and|or|not|if|else|for|lambda|await|yield))\s*$")
_AFTER = re.compile(r"\s*(?:[\])},.:=+\-*/%<>&|^!\[]|(?:in|is|and|or|if|else|for)\b)")
MAX_DEPTH = 20


class _Unsure(Exception):
    """It may be no f-string of any version."""


def has_newer_fstring(line: str) -> bool:
    """Whether it has one with its own quotation mark or a backslash in the braces, and each string in the line
    comes to its end."""
    try:
        at, newer = 0, False
        while found := _BEGIN.search(line, at):
            if found[0] == "#":
                break
            at, is_newer = _string(line, found, (), 0)
            newer = newer or is_newer
    except _Unsure:
        return False
    return newer


def _string(line: str, begin: re.Match[str], around: tuple[str, ...], depth: int) -> tuple[int, bool]:
    """Where the string ends, and whether it or one in it needs Python 3.12. `around`: the marks of the strings that it is in."""
    quote, at = begin["quote"], begin.end()
    is_formatted, newer = "f" in (begin["prefix"] or "").lower(), quote in around
    while at < len(line):
        if line.startswith(quote, at):
            return at + len(quote), newer
        if is_formatted and line[at] == "{" and not line.startswith("{{", at):
            at, is_newer = _expression(line, at + 1, (*around, quote), depth + 1)
            newer = newer or is_newer
        else:
            newer = newer or (bool(around) and line[at] == "\\")
            found = _LITERAL.match(line, at)
            at = found.end() if found else at + 1
    raise _Unsure


def _expression(line: str, at: int, around: tuple[str, ...], depth: int) -> tuple[int, bool]:
    """The same of what stands in braces, with its format."""
    if depth > MAX_DEPTH:
        raise _Unsure
    start, brackets, newer = at, 0, False
    while at < len(line):
        found = _BEGIN.match(line, at)
        if found and found[0] == "#":
            raise _Unsure  # the rest of the line is a comment: what follows it is not here
        if found:
            if not _BEFORE.search(line[max(start, at - 40) : at]):
                raise _Unsure  # two values side by side: the string has ended before
            at, is_newer = _string(line, found, around, depth)
            newer = newer or is_newer
            if not _AFTER.match(line, at):
                raise _Unsure
            continue
        mark = line[at]
        if mark in "\\'\"":
            raise _Unsure
        if mark in "([{":
            brackets += 1
        elif mark == "}" and not brackets:
            return at + 1, newer
        elif mark in ")]}":
            brackets -= 1
        elif mark == ":" and not brackets:
            return _format(line, at + 1, around, depth, newer)
        at += 1
    raise _Unsure


def _format(line: str, at: int, around: tuple[str, ...], depth: int, newer: bool) -> tuple[int, bool]:
    while at < len(line):
        if line[at] == "{":
            at, is_newer = _expression(line, at + 1, around, depth + 1)
            newer = newer or is_newer
        elif line[at] == "}":
            return at + 1, newer
        elif line.startswith(around[-1], at):
            raise _Unsure
        else:
            at += 1
    raise _Unsure
