"""What Python's or numpy's message means where the answer was written for another version of one of them. True or silent:
each sentence holds whatever else may be wrong in the line. The message and the line are hostile, and only looked at."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import NamedTuple

from grader.errors import AnswerError
from grader.judge.fstrings import has_newer_fstring
from grader.model import NOTHING, Text, same
from grader.words import joined, text

LONGEST_LINE = 2000

Version = tuple[int, int]
HERE: Version = sys.version_info[:2]


def python_said(stop: AnswerError, line: str, here: Version = HERE) -> Text:
    """A sentence to stand behind what Python said of a line; nothing where there is nothing to add."""
    if len(line) > LONGEST_LINE:
        return NOTHING
    said: tuple[Text, ...]
    if stop.kind == "syntax":
        said = (_of_older(stop, line), _of_newer_syntax(stop, line, here))
    else:
        said = (_of_numpy(stop.text), _of_older_names(stop, line), _of_newer_names(stop, here))
    return next((one for one in said if one != NOTHING), NOTHING)


# --- Python 2 -----------------------------------------------------------------------------------------------


class _Older(NamedTuple):
    """How Python 2 wrote something: the message that Python 3 has for it, the line, what it is called and what to write."""

    message: str
    line: str
    what: str
    instead: str


_INVALID = "invalid syntax|expected|invalid decimal literal"
_OLDER = (
    _Older("Missing parentheses in call to 'print'", "", "`print x`", "`print(x)`"),
    _Older("Missing parentheses in call to 'exec'", "", "`exec x`", "`exec(x)`"),
    _Older("multiple exception types", r"\bexcept\s+[\w.]+\s*,\s*(?-i:[a-z]\w*)\s*:", "`except E, e:`", "`except E as e:`"),
    _Older("multiple exception types", r"\bexcept\s+\(.*\)\s*,\s*\w+\s*:", "`except (A, B), e:`", "`except (A, B) as e:`"),
    _Older(_INVALID, r"\bexcept\s+\(.*\)\s*,\s*\w+\s*:", "`except (A, B), e:`", "`except (A, B) as e:`"),
    _Older(_INVALID, r"^\s*raise\s+[\w.]+\s*,", "`raise E, x`", "`raise E(x)`"),
    _Older("leading zeros in decimal", r"(?<![\w.])0[0-7]+\b(?!\.)", "`0777`", "`0o777`"),
    _Older(_INVALID, r"(?<![\w.])(?:\d+|0x[0-9a-f]+)L\b", "`10L`", "`10`"),
    _Older(_INVALID, r"(?<!\w)ur''", "`ur\"…\"`", "`r\"…\"`"),
    _Older(_INVALID, r"<>", "`a <> b`", "`a != b`"),
    _Older(_INVALID, r"^[^`]*(?<!`)`[^`]+`(?!`)", "`` `x` ``", "`repr(x)`"),
    _Older("Function parameters cannot be parenthesized|" + _INVALID, r"\bdef\s+\w+\s*\(.*\(\s*\w+\s*,", "`def f((a, b)):`", "`def f(ab):`"),
    _Older("Lambda expression parameters cannot be parenthesized|" + _INVALID, r"\blambda\s*\(\s*\w+\s*,.*\)\s*:", "`lambda (a, b):`", "`lambda ab:`"),
)  # fmt: skip


def _of_older(stop: AnswerError, line: str) -> Text:
    if stop.text.startswith("inconsistent use of tabs"):
        return text(
            "Tabs and blanks are mixed in the indentation, which only Python 2 took: let your editor turn each tab into blanks."
        )
    code = _code(line)
    for one in _OLDER:
        if re.match(one.message, stop.text) and re.search(one.line, code, re.IGNORECASE):
            return _python_2(one.what, one.instead)
    return NOTHING


def _python_2(what: str, instead: str) -> Text:
    return text("{what} is Python 2; in Python 3 write {instead}.", what=what, instead=instead)


_STRING = re.compile(r"'(?:[^'\\]|\\.)*+'?|\"(?:[^\"\\]|\\.)*+\"?|#.*")


def _code(line: str) -> str:
    """A line with nothing in its strings, all of one kind, and without its comment."""
    return _STRING.sub(lambda found: "" if found[0].startswith("#") else "''", line)


_OLDER_NAMES = {
    "xrange": "range", "unicode": "str", "basestring": "str", "long": "int", "raw_input": "input", "unichr": "chr",
    "reduce": "functools.reduce", "izip": "zip", "imap": "map", "ifilter": "filter", "iteritems": "items", "itervalues": "values",
    "iterkeys": "keys", "reload": "importlib.reload", "maxint": "sys.maxsize", "cPickle": "pickle", "StringIO": "io",
    "urllib2": "urllib.request", "Queue": "queue", "ConfigParser": "configparser", "Tkinter": "tkinter", "__builtin__": "builtins",
}  # fmt: skip
_GONE = re.compile(
    r"name '(xrange|unicode|basestring|long|raw_input|unichr|reduce|reload)' is not defined"
    r"|(?:module 'itertools' has no attribute|cannot import name) '(izip|imap|ifilter)'"
    r"|'(?:dict|OrderedDict|defaultdict)' object has no attribute '(iteritems|itervalues|iterkeys)'"
    r"|module 'sys' has no attribute '(maxint)'"
    r"|No module named '(cPickle|StringIO|urllib2|Queue|ConfigParser|Tkinter|__builtin__)'"
)
_NO_KEY = re.compile(r"'(?:dict|OrderedDict|defaultdict)' object has no attribute 'has_key'")
_NO_LIST = re.compile(
    r"(?:object of type )?'(map|filter|zip|dict_keys|dict_values|dict_items)' (?:object is not subscriptable|has no len\(\))"
)
_NO_WHOLE_NUMBER = re.compile(
    r"'(?:numpy\.)?float(?:64)?' object cannot be interpreted as an integer|slice indices must be integers|only integers, slices"
    r"|expected a sequence of integers or a single integer"
    r"|can't multiply sequence by non-int of type 'float'|list indices must be integers or slices, not float"
)


def _of_older_names(stop: AnswerError, line: str) -> Text:
    if found := _GONE.match(stop.text):
        name = next(filter(None, found.groups()))
        return _python_2(f"`{name}`", f"`{_OLDER_NAMES[name]}`")
    if _NO_KEY.match(stop.text):
        return _python_2("`d.has_key(k)`", "`k in d`")
    if found := _NO_LIST.match(stop.text):
        made = found[1].replace("dict_", "d.")
        return text("In Python 2 `{made}(…)` was a list; in Python 3 write `list({made}(…))`.", made=made)
    divides = re.search(r"(?<!/)/(?![/=])", _code(line))
    if divides and stop.type_name in ("TypeError", "IndexError") and _NO_WHOLE_NUMBER.match(stop.text):
        return text("Perhaps a division is meant to give a whole number: that is `//`; in Python 3 `/` gives a float.")
    return NOTHING


# --- newer than the grader's ---------------------------------------------------------------------------------

_NEWER: tuple[tuple[Version, str, Callable[..., Text]], ...] = (
    (
        (3, 12),
        r"^\s*type\s+\w+\s*(?:\[.*\])?\s*=(?!=)",
        lambda **at: text("`type X = …` needs Python {needed}; this is {here}: write `X = …`.", **at),
    ),
    (
        (3, 13),
        r"^\s*(?:(?:async\s+)?def|class)\s+\w+\s*\[[^\]]*\w\s*=",
        lambda **at: text("A type parameter with a default needs Python {needed}; this is {here}: leave it out.", **at),
    ),
    (
        (3, 12),
        r"^\s*(?:(?:async\s+)?def|class)\s+\w+\s*\[",
        lambda **at: text(
            "Type parameters in square brackets need Python {needed}; this is {here}: leave them out.", **at
        ),
    ),
    (
        (3, 14),
        r"(?<!\w)(?:t|tr|rt)''",
        lambda **at: text("t-strings need Python {needed}; this is {here}: write an f-string.", **at),
    ),
    (
        (3, 14),
        r"\bexcept\*?\s+[\w.]+(?:\s*,\s*[\w.]+)+\s*:",
        lambda **at: text(
            "Several exceptions without brackets need Python {needed}; this is {here}: write `except (A, B):`.", **at
        ),
    ),
)


def _of_newer_syntax(stop: AnswerError, line: str, here: Version) -> Text:
    code = _code(line)
    for needed, pattern, said in _NEWER:
        if here < needed and re.search(pattern, code, re.IGNORECASE):
            return said(needed=_dotted(needed), here=_dotted(here))
    if here < (3, 12) and has_newer_fstring(line):
        return text(
            "f-strings like this one need Python {needed}; this is {here}: use the other quotation marks in the braces, or "
            "work the value out in the line before.",
            needed="3.12",
            here=_dotted(here),
        )
    return NOTHING


_ADDED: dict[str, Version] = {
    "itertools.batched": (3, 12), "math.sumprod": (3, 12), "typing.override": (3, 12), "typing.TypeAliasType": (3, 12),
    "collections.abc.Buffer": (3, 12), "copy.replace": (3, 13), "math.fma": (3, 13), "statistics.kde": (3, 13),
    "typing.ReadOnly": (3, 13), "typing.TypeIs": (3, 13), "warnings.deprecated": (3, 13), "heapq.heappush_max": (3, 14),
    "heapq.heappop_max": (3, 14), "heapq.heapify_max": (3, 14), "functools.Placeholder": (3, 14),
}  # fmt: skip
_LACKS = re.compile(r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'|cannot import name '(?P<one>\w+)' from '(?P<of>[\w.]+)'")  # fmt: skip


def _of_newer_names(stop: AnswerError, here: Version) -> Text:
    if found := _LACKS.match(stop.text):
        name = f"{found['module'] or found['of']}.{found['name'] or found['one']}"
        if here < _ADDED.get(name, here):
            return text("{name} came with Python {needed}; this is {here}.", name=f"`{name}`", needed=_dotted(_ADDED[name]), here=_dotted(here))  # fmt: skip
    return NOTHING


def _dotted(version: Version) -> str:
    return ".".join(map(str, version))


# --- numpy ---------------------------------------------------------------------------------------------------

# What to write for what numpy took away without a word, or with words of many lines.
_REPLACED = {
    "bool": "bool np.bool_", "int": "int np.int64", "float": "float np.float64", "complex": "complex np.complex128", "str": "str np.str_", "object": "object", "unicode": "str",
    "long": "int", "bool8": "np.bool_", "int0": "np.intp", "uint0": "np.uintp", "str0": "np.str_", "bytes0": "np.bytes_",
    "object0": "np.object_", "void0": "np.void", "product": "np.prod", "cumproduct": "np.cumprod", "trapz": "np.trapezoid",
    "in1d": "np.isin", "row_stack": "np.vstack", "msort": "np.sort(a,axis=0)", "asscalar": "a.item()", "rank": "np.ndim",
    "math": "math", "disp": "print", "loads": "pickle.loads", "AxisError": "np.exceptions.AxisError",
    "ComplexWarning": "np.exceptions.ComplexWarning", "RankWarning": "np.exceptions.RankWarning",
    "VisibleDeprecationWarning": "np.exceptions.VisibleDeprecationWarning",
}  # fmt: skip
_NUMPY_LACKS = re.compile(
    r"module 'numpy' has no attribute '(\w+)'|`np\.(\w+)` was removed|cannot import name '(\w+)' from 'numpy'(?!\.)"
)


def _of_numpy(said: str) -> Text:
    import numpy as np

    found = _NUMPY_LACKS.match(said)
    name = next(filter(None, found.groups())) if found else ""
    if not name or name in vars(np):
        return NOTHING
    if name in _REPLACED:
        instead = joined((same(f"`{one}`") for one in _REPLACED[name].split()), " or ", "、")
        return text("numpy has taken `np.{name}` away: write {instead}.", name=name, instead=instead)
    advice = getattr(np, "__expired_attributes__", {}).get(name, "")
    if advice and not said.rstrip().endswith(advice):  # a long one was cut on its way
        return text("numpy says: {advice}", advice=advice)
    return NOTHING
