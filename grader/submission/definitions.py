"""What source seems to define and import, by the look of its lines: parsing it is the worker's job.

The time that this takes grows with the source and not faster, whatever the source is.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_STATEMENT = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?:async\s+)?(?P<kind>def)|class)\s+(?P<whole>\w+)|^(?P<part>\w+)\s*(?:=(?!=)[^\n]*|:[^=\n]*=(?!=)|\.)"
    r"|(?P<head>^[^\s#@)\]}].*)",
    re.MULTILINE,
)
_HEAD = re.compile(r"(?:async\s+)?def\b|class\b")
_FILLER = re.compile(r"\s*(?:#.*|pass|\.\.\.|return(?:\s+None)?|raise\s+NotImplementedError\b.*)?;?\s*(?:#.*)?")
_QUOTES = re.compile(r"[rRuU]?(\"\"\"|''')")
_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"[\w\s,()\[\]*]*")
_IMPORT = re.compile(r"from\s+[\w.]+\s+import\b([^#\n]*)")
_PROMPT = re.compile(r"^[ \t]*(?:>>>|\.\.\.)[ \t]?", re.MULTILINE)


class Definition(NamedTuple):
    """
    Attributes:
        kind: "function", "class", "value" for a name to which something is assigned, or "import".
        line: of the source, from 1.
        inside: the class that it is a method of; empty at the top level.
    """

    name: str
    kind: str
    line: int
    inside: str = ""


def seems_to_define(code: str, names: Sequence[str], whole: bool = False) -> bool:
    """Whether `text` looks as if it defined one of `names`; parsing it is the worker's job. With `whole` only a function
    or class will do: `Affine.backward = …` is a part."""
    wholes, parts = _definitions(code)
    return not (wholes if whole else wholes | parts).isdisjoint(names)


@lru_cache(8192)  # each exercise of the course asks of each cell
def _definitions(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names that it seems to define as a function or class, and others to which it assigns something or a part."""
    found = definitions(code)
    wholes = frozenset(one.name for one in found if one.kind in ("function", "class") and not one.inside)
    return wholes, frozenset(one.name for one in found if one.kind == "value")


@lru_cache(8192)
def definitions(code: str) -> tuple[Definition, ...]:
    """Functions, classes, and names that are assigned to, in order; and the methods of classes. What is indented below an `if`
    or `try` is at the top level all the same."""
    return tuple(_found(_without_prompts(code)))


def _without_prompts(code: str) -> str:
    return _PROMPT.sub("", code) if ">>>" in code else code


def _found(code: str) -> Iterator[Definition]:
    inside = ""  # a class or function: what is indented there is a part of it, and not of an `if` or `try`
    is_class = False
    line, at = 1, 0
    code = code if code.isascii() else unicodedata.normalize("NFKC", code)  # as Python reads names
    for found in _STATEMENT.finditer(code):
        line += code.count("\n", at, found.start())
        at = found.start()
        if found["whole"]:
            kind = "function" if found["kind"] else "class"
            if not found["indent"] or not inside:
                yield Definition(found["whole"], kind, line)
            elif is_class:
                yield Definition(found["whole"], kind, line, inside)
            if not found["indent"]:
                inside, is_class = found["whole"], kind == "class"
        else:
            if not (found["head"] and _HEAD.match(found["head"])):
                inside = ""
            if found["part"]:
                yield Definition(found["part"], "value", line)
            for name in _targets(found[0]):
                if name != found["part"]:
                    yield Definition(name, "value", line)
            if imported := _IMPORT.match(found[0]):
                for name in _WORD.findall(re.sub(r"\w+\s+as\b", "", imported[1])):
                    yield Definition(name, "import", line)


def _targets(line: str) -> list[str]:
    """The names to which a line assigns: `AND, NAND = …`, `f = relu = …`. In front of an equals sign there are no calls."""
    *targets, _ = line.split("=")
    words = _WORD.findall(" ".join(targets))
    is_plain = "==" not in line and all(map(_NAMES.fullmatch, targets))
    return words if is_plain and not any(map(keyword.iskeyword, words)) else []


def imports(code: str, names: Sequence[str]) -> bool:
    """Whether one of its lines imports one of `names`, from wherever."""
    return any(one.kind == "import" and one.name in names for one in definitions(code))


def imported_names(code: str) -> frozenset[str]:
    """Every word of its lines that import something."""
    return frozenset(_imported(code))


def _imported(code: str) -> Iterator[str]:
    is_open = False  # from x import (…
    for line in code.split("\n"):
        if is_open or "import" in line:
            yield from _WORD.findall(line)
            is_open = (is_open or "(" in line) and ")" not in line
    return


@lru_cache(8192)
def is_begun(code: str, name: str) -> bool:
    """Whether one of the definitions of `name` looks as if there were more in it than a stub has."""
    lines = _without_prompts(code).split("\n")
    return any(
        one.kind in ("value", "import") or not _is_bare(lines, one.line - 1)
        for one in definitions(code)
        if one.name == name and not one.inside
    )


def block(code: str, one: Definition) -> str:
    """The lines of a definition."""
    lines = code.split("\n")[one.line - 1 :]
    depth = _depth(lines[0])
    end = next(
        (
            at
            for at, line in enumerate(lines[1:], 1)
            if line.strip() and _depth(line) <= depth and line.lstrip()[0] not in ")]}#"
        ),
        len(lines),
    )
    return "\n".join(lines[:end])


def _is_bare(lines: Sequence[str], first: int) -> bool:
    """Whether below a `def` or `class` there are only docstrings, `pass`, NotImplementedError and further heads. What is given
    in `__init__` counts for nothing, as long as there are other methods."""
    depth = _depth(lines[first])
    bare: dict[str, bool] = {"": True}
    method, quote, brackets = "", "", 0
    for number, line in enumerate(lines[first:]):
        if quote:
            quote = "" if quote in line else quote
            continue
        if not line.strip():
            continue
        if number and not brackets and _depth(line) <= depth and not line.lstrip().startswith((")", "#")):
            break
        head = re.match(r"\s*(?:async\s+)?(?:def|class)\s+(\w+)", line) if not brackets else None
        code = line
        if head or brackets:
            if head and number:
                method = head[1]
                bare.setdefault(method, True)
            brackets += line.count("(") + line.count("[") - line.count(")") - line.count("]")
            code = line.rpartition(":")[2] if brackets <= 0 else ""
            brackets = max(brackets, 0)
        opened = _QUOTES.match(code.strip())
        if opened:
            quote = "" if code.count(opened[1]) > 1 else opened[1]
        elif not _FILLER.fullmatch(code) and not re.fullmatch(r"\s*[rRuU]?([\"']).*\1\s*", code):
            bare[method] = False
    others = [is_bare for name, is_bare in bare.items() if name != "__init__"]
    return all(others) if len(bare) > 2 or "__init__" not in bare else all(bare.values())


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def changes(code: str, names: Sequence[str]) -> bool:
    """Whether it looks as if it assigned to one of `names` or a part of it, or imported it. Every character is looked at
    a few times: one pattern for all of this would begin anew at each `relu` of a line of thousands."""
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for line in code.split("\n"):
        target, equals, _ = line.partition("=")
        if equals and named.search(target.partition("#")[0]):
            return True
    for imported, bracket in re.findall(r"\bimport\b([^\n(]*)(\([^)]*)?", code):
        if "*" in imported or named.search(imported) or named.search(bracket):
            return True
    return False


def is_code(code: str, names: Sequence[str]) -> bool:
    """Whether a text cell is an answer, and does not just show one between fences."""
    return seems_to_define(re.sub(r"(?ms)^(```|~~~).*?^\1", "", code), names, whole=True)
