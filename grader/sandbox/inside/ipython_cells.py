"""What IPython would make of a cell, as Python with the same lines. Runs inside the jail, and needs no IPython.

Like IPython's own transformer it takes off indentation and prompts, then looks at where statements begin: `%` in brackets, in
a string or behind a backslash is Python. What is a command becomes `pass`; what gives a name its value stays a statement, so
that whoever needs the name is told why there is none. Every text is gone through a few times and no more, whatever it is.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

# Cell magics whose body is Python that is meant to define something; a body under any other is none.
_RUN_THEIR_BODY = frozenset(
    [
        "capture",
        "debug",
        "grade",
        "memit",
        "prun",
        "pyinstrument",
        "python",
        "python3",
        "scalene",
        "snakeviz",
        "time",
        "timeit",
        "wandb",
    ]
)
# A cell of one line may leave out the percent sign.
_AUTOMAGIC = re.compile(
    r"\s*(?:autoreload|cat|cd|conda|cp|ll|load_ext|ls|mamba|matplotlib|mkdir|mv|pip3?|pwd|pylab|rm|run|time|timeit|uv)"
    r"(?:[ \t][^\n]*+)?\s*+"
)
_CELL_MAGIC = re.compile(r"(?:\s*+#[^\n]*+\n)*+\s*+%%(\w++)(?!\?)([^\n]*+)(?:\n|\Z)")
_PYTHON_SCRIPT = re.compile(r"[ \t]+python3?\b")
_SESSION_PROMPT = re.compile(r"^(?:(?:(?:\[nav\]|\[ins\])? )?In \[\d+\]: |[ \t]*\.{3,}: ?)", re.MULTILINE)
_IN_A_SESSION = re.compile(r"\s*+(?:[^\n]*+\n)?(?:(?:(?:\[nav\]|\[ins\])? )?In \[\d+\]: |[ \t]*\.{3,}: )")
_PROMPT = re.compile(r"[ \t]*(?:>>>|\.\.\.)[ \t]?")
_FIRST_CODE = re.compile(r"^([ \t]*)(>{0,3})[^\s#]", re.MULTILINE)
_COMMAND = re.compile(r"[ \t]*(?=[!?%,;/])")
_CONTINUED = re.compile(r"(?:[^\n]*\\\n)*+[^\n]*")
_WAITS = re.compile(r"\b(?:await|async)\b")
_VALUE = re.compile(r"[ \t]*([%!])")
_TIMED = re.compile(r"%(?:time|prun)[ \t]+([^\n-][^\n]*)\Z")
_RUN = re.compile(r"%run[ \t]+(?:\./)?([\w/]+)\.py[ \t]*")
_PYLAB = re.compile(r"%pylab\b(?!.*--no-import-all)")
_PIECE = re.compile(
    r"""
      (?P<string> '''(?:\\.|[^\\'] | '(?!''))*+(?:'''|\Z) | \"""(?:\\.|[^\\"] | "(?!""))*+(?:\"""|\Z)
                | '(?:\\.|[^'\\\n])*+'? | "(?:\\.|[^"\\\n])*+"? )
    | (?P<comment> \#[^\n]*+ )
    | (?P<open> [(\[{]++ )
    | (?P<close> [)\]}]++ )
    | (?P<end> \n )
    | (?P<continued> \\\n )
    | (?P<equals> (?<![=!<>:+\-*/%&|^@])=(?!=) )
    | (?P<help> (?<=[\w*\]])\?{1,2}(?=[ \t]*(?:\#[^\n]*+)?(?:\n|\Z)) )
    """,
    re.VERBOSE | re.DOTALL,
)


def parse_cell(text: str) -> ast.Module:
    """A cell's statements, with their lines; those that wait at the top of a cell are left out. Raises SyntaxError."""
    if _IN_A_SESSION.match(text):  # `In [1]: x = 2` would be Python, too
        tree = ast.parse(as_python(text) + "\n")
    else:
        try:
            tree = ast.parse(text)
        except SyntaxError:
            tree = ast.parse(as_python(text) + "\n")  # a last line may end in a backslash
    return ast.Module([_without_waiting(one) for one in tree.body], tree.type_ignores) if _WAITS.search(text) else tree


def as_python(text: str) -> str:
    """A cell that is no Python as it stands, as IPython would read it; the number of lines stays."""
    if _AUTOMAGIC.fullmatch(text):
        return "\n" * text.count("\n")
    text = _without_prompts(_dedented(text))
    at = 0
    while magic := _CELL_MAGIC.match(text, at):
        name, rest = magic.groups()
        if name not in _RUN_THEIR_BODY and not (name == "script" and _PYTHON_SCRIPT.match(rest)):
            return "\n" * text.count("\n")
        at = magic.end()
    if at:  # the body is a cell of its own
        text = "\n" * text.count("\n", 0, at) + _without_prompts(_dedented(text[at:]))
    return _without_commands(text)


def _dedented(text: str) -> str:
    """Without the indentation that all lines have, or the first line of code. IPython takes it off inside strings as well."""
    text = textwrap.dedent(text)
    found = _FIRST_CODE.search(text)
    return re.sub(rf"^{found[1]}", "", text, flags=re.MULTILINE) if found and found[1] and not found[2] else text


def _without_prompts(text: str) -> str:
    """What was copied from a session. Three dots are a prompt only in a text that has `>>>`; else they are Python's."""
    if _IN_A_SESSION.match(text):
        text = _SESSION_PROMPT.sub("", text)
    if ">>>" not in text:
        return text
    lines = [text[one.start : one.end] for one in _statements(text)]
    if not any(line.lstrip(" \t").startswith(">>>") for line in lines):
        return text
    # a string that began behind a prompt has prompts before its other lines, too
    stripped = [
        "\n".join(_PROMPT.sub("", row, count=1) if _PROMPT.match(row) else row for row in line.split("\n"))
        if _PROMPT.match(line)
        else line
        for line in lines
    ]
    return _dedented("".join(stripped))


def _without_commands(text: str) -> str:
    return "".join(_mended(text, one) for one in _statements(text))


class _Statement(NamedTuple):
    """Where a line of code lies that may run over several lines of text; and where a command begins in it, or -1."""

    start: int
    end: int
    command: int


def _statements(text: str) -> Iterator[_Statement]:
    at = 0
    while at < len(text):
        command = _COMMAND.match(text, at)
        one = _Statement(at, _line_end(text, at), command.end()) if command else _statement(text, at)
        yield one
        at = one.end


def _line_end(text: str, at: int) -> int:
    """The end of what IPython takes for one line of a command."""
    found = _CONTINUED.match(text, at)
    assert found is not None
    return min(found.end() + 1, len(text))


def _statement(text: str, start: int) -> _Statement:
    depth, assigned = 0, False
    for piece in _PIECE.finditer(text, start):
        if piece.lastgroup == "open":
            depth += len(piece[0])
        elif piece.lastgroup == "close":
            depth = max(0, depth - len(piece[0]))
        elif depth:
            continue
        elif piece.lastgroup == "end":
            return _Statement(start, piece.end(), -1)
        elif piece.lastgroup == "help":
            return _Statement(start, _line_end(text, piece.end()), start)
        elif piece.lastgroup == "equals" and not assigned:
            assigned = True
            if value := _VALUE.match(text, piece.end()):
                return _Statement(start, _line_end(text, value.end()), value.start(1))
    return _Statement(start, len(text), -1)


def _mended(text: str, one: _Statement) -> str:
    """One statement as Python, in as many lines."""
    whole = text[one.start : one.end]
    if one.command < 0:
        return whole
    before, said = text[one.start : one.command], text[one.command : one.end]
    said = re.sub(r"\\\n", " ", said).strip()
    if before.strip():
        call = f"get_ipython().{'getoutput' if said[0] == '!' else 'run_line_magic'}({said!r})"
        mended = before + (_timed(said) or call)
    elif ran := _RUN.fullmatch(said):
        mended = f"{before}from {ran[1].replace('/', '.')} import *"
    elif _PYLAB.match(said):
        mended = f"{before}import numpy, numpy as np; from numpy import *"
    else:
        mended = whole[: len(whole) - len(whole.lstrip(" \t"))] + (_timed(said) or "pass")
    return mended + "\n" * (whole.count("\n") - mended.count("\n"))


def _timed(said: str) -> str:
    """The statement that `%time` runs and measures."""
    found = _TIMED.match(said)
    if found:
        try:
            ast.parse(found[1])
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ""
    return found[1] if found else ""


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_BLOCKS = ("body", "orelse", "finalbody")
_BRANCHES = ("handlers", "cases")


def _without_waiting(one: ast.stmt) -> ast.stmt:
    """A statement with `pass` for whatever in it waits outside a function, as only IPython lets it."""
    if not _waits([one]):
        return one
    branches = [branch for name in _BRANCHES for branch in getattr(one, name, ())]
    heads = [node for part in (one, *branches) for node in _head(part)]
    if isinstance(one, (ast.AsyncFor, ast.AsyncWith)) or not (hasattr(one, "body") or branches) or _waits(heads):
        return ast.copy_location(ast.Pass(), one)
    for part in (one, *branches):
        for name in _BLOCKS:
            if hasattr(part, name):
                setattr(part, name, [_without_waiting(inner) for inner in getattr(part, name)])
    return one


def _head(part: ast.AST) -> Iterator[ast.AST]:
    """What a statement, or a branch of one, works out before its blocks run."""
    for name, value in ast.iter_fields(part):
        if name not in (*_BLOCKS, *_BRANCHES):
            yield from (node for node in (value if isinstance(value, list) else [value]) if isinstance(node, ast.AST))


def _waits(nodes: list[ast.AST]) -> bool:
    work = [*nodes]
    while work:
        one = work.pop()
        if isinstance(one, (ast.Await, ast.AsyncFor, ast.AsyncWith)) or getattr(one, "is_async", False):
            return True
        work += _head(one) if isinstance(one, _FUNCTIONS) else ast.iter_child_nodes(one)
    return False
