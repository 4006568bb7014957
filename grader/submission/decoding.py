"""A source's bytes as text: in UTF-8, in what it declares (PEP 263), or in what it most likely is.

The code is ASCII in nearly all of them: what cannot be read lies in comments and costs nobody a point. All of this takes time
that grows with the length of the source, and a guess looks at a part of it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import NOTHING, Text
from grader.words import text

# What editors in use save, or saved once. Python knows more, some of which take a minute for a mebibyte (punycode).
_ENCODINGS = frozenset(
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "ascii",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp437",
        "cp850",
        "cp932",
        "cp949",
        "cp950",
        "cp936",
        "shift_jis",
        "shift_jis_2004",
        "shift_jisx0213",
        "euc_jp",
        "euc_jis_2004",
        "euc_jisx0213",
        "iso2022_jp",
        "iso2022_jp_1",
        "iso2022_jp_2",
        "iso2022_jp_2004",
        "iso2022_jp_3",
        "iso2022_jp_ext",
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "big5hkscs",
        "euc_kr",
        "johab",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "iso8859-1",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-9",
        "iso8859-10",
        "iso8859-11",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
    ]
)

_DECLARED = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?")
_ISO_2022 = (b"\x1b$B", b"\x1b$@", b"\x1b(J")  # how Japanese begins in it
_SAID = {"gb18030": "gbk", "cp950": "big5", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_SAMPLE = 1 << 14  # bytes that a guess looks at
_SURE = -6.7  # of a guess: noise is below, what people write above
_LOST = "\ufffd"
# What comes along from web pages and input methods, and what takes its place in code.
_BLANKS = {"\u00a0": " ", "\u3000": "  "}
_INVISIBLE = "".join(_BLANKS) + "\u200b\u200c\u200d\u2060\ufeff"
_ODD = re.compile(f"[{_LOST}{_INVISIBLE}]")
_MARKS = re.compile(rf"\\.|\"\"\"|\'\'\'|[\"'#\n{_LOST}{_INVISIBLE}]", re.S)


class Decoded(NamedTuple):
    """
    Attributes:
        text: with `\\n` line ends; empty if there is a problem.
        notes: what is worth to be told, and costs nothing: it was not UTF-8.
    """

    text: str
    problem: Text = NOTHING
    notes: tuple[Text, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Source as text, or a problem to tell."""
    declared = _declared(data)
    encoding, known = _encoding(data, declared)
    source = data.decode(encoding, "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = source.rstrip("\0\x1a")  # how old systems end a file
    odd = list(_odd_in_code(source)) if _ODD.search(source) else []
    if not known and any(source[at] == _LOST for at in odd):
        said = (declared or "utf-8")[:40]
        return Decoded("", text("{name} is not {encoding} text; save it as UTF-8.", name=name, encoding=said))
    if "\0" in source:
        return Decoded("", text("{name} holds NUL bytes; save it as plain text.", name=name))
    notes = list(_notes(name, encoding, declared, source))
    if invisible := [at for at in odd if source[at] != _LOST]:
        line = _line(source, invisible[0])
        code = f"U+{ord(source[invisible[0]]):04X}"
        notes.append(
            text(
                "{name}, line {line}: a full-width space ({code}) in the code was read as an ordinary one.",
                name=name,
                line=line,
                code=code,
            )
            if source[invisible[0]] == "\u3000"
            else text(
                "{name}, line {line}: invisible characters ({code}) were taken out of the code.",
                name=name,
                line=line,
                code=code,
            )
        )
        source = _without(source, invisible)
    return Decoded(source, NOTHING, tuple(notes))


def _encoding(data: bytes, declared: str | None) -> tuple[str, bool]:
    """How to read a source, and whether each of its bytes is known to fit."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", _fits(data, "utf-16")
    if wide := _wide(data):
        return wide, _fits(data, wide)
    allowed = declared if declared and _is_allowed(declared) else None
    if _fits(data, "utf-8"):
        if allowed is None and any(one in data for one in _ISO_2022) and _fits(data, "iso2022_jp"):
            return "iso2022_jp", True
        # three bytes that make a character of UTF-8 are no chance; two may be
        if allowed and not re.search(rb"[\xe0-\xf4][\x80-\xbf]{2}", data) and _fits(data, allowed):
            return allowed, True
        return "utf-8", True
    if allowed and _fits(data, allowed):
        return allowed, True
    return _guessed(data), False


def _guessed(data: bytes) -> str:
    from grader.submission.letters import SOURCES, guess  # here: few need it

    lines = b"\n".join(line for line in data.splitlines() if not line.isascii())
    found = guess(lines[:_SAMPLE], SOURCES)
    return found.encoding if found.mean > _SURE else "ascii"


def _declared(data: bytes) -> str | None:
    """What the first or second line says. It is only looked at where Python looks."""
    first, _, rest = data[: 1 << 12].removeprefix(codecs.BOM_UTF8).partition(b"\n")
    for line in (first, rest.partition(b"\n")[0]):
        if found := _DECLARED.match(line):
            return found[1].decode("ascii", "replace")
        if not _BLANK.fullmatch(line.rstrip(b"\r")):
            return None
    return None


def _is_allowed(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name in _ENCODINGS
    except (LookupError, ValueError):
        return False


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except ValueError:
        return False
    return True


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: of the code, every other byte is zero."""
    half = len(data) // 2
    if half and not len(data) % 2:
        for encoding, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
            if zeros.count(0) * 2 > half and not others.count(0):
                return encoding
    return ""


def _odd_in_code(source: str) -> Iterator[int]:
    """Where something odd lies outside comments and texts. A text of one line ends with it."""
    inside = ""
    for match in _MARKS.finditer(source):
        mark = match[0]
        if not inside:
            if _ODD.match(mark[-1]):
                yield match.end() - 1
            inside = mark if mark[0] in "#\"'" else ""
        elif inside == "#":
            inside = "" if mark[-1] == "\n" else "#"
        elif mark == inside or (len(inside) == 1 and (mark == "\n" or mark == inside * 3)):
            inside = ""


def _without(source: str, invisible: list[int]) -> str:
    """With a blank for each that takes the place of one."""
    pieces, at = [], 0
    for place in invisible:
        pieces += [source[at:place], _BLANKS.get(source[place], "")]
        at = place + 1
    return "".join([*pieces, source[at:]])


def _notes(name: str, encoding: str, declared: str | None, source: str) -> Iterator[Text]:
    if _LOST in source:
        line = _line(source, source.index(_LOST))
        yield text("{name}, line {line}: some characters could not be read; save it as UTF-8.", name=name, line=line)
    elif encoding != "utf-8" and not (declared and _same(declared, encoding)):
        said = _SAID.get(encoding, encoding)
        yield text("{name} is not UTF-8; it was read as {encoding}. Save it as UTF-8.", name=name, encoding=said)
    elif declared and not _same(declared, encoding):
        yield text(
            "{name} says that it is {declared}, and is UTF-8; it was read as that.", name=name, declared=declared[:40]
        )


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1


def _same(one: str, other: str) -> bool:
    return _is_allowed(one) and codecs.lookup(one).name.removesuffix("-sig") == codecs.lookup(other).name
