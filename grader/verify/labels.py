"""Labels: whoever has not seen a check understands where in its result something differs, and each part has a name.

A key of what a check observes is a name of the exercise (it stands as code in the statement or the stub, or in a dict that the
answer was handed or returned), or the file's LABELS put it into a phrase in both languages. What is numbered, and not
named, is a result of the answer itself. What `points` gives a share to is a part of the result.
"""

from __future__ import annotations

import io
import keyword
import re
import tokenize
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from grader.checks.compare import compare
from grader.checks.lab import Trace
from grader.checks.oracle import Oracle
from grader.checks.places import label_of
from grader.course.stub import pristine_stub
from grader.model import Check, Exercise, Language
from grader.verify.certificate import Finding, checks_file
from grader.words import text

EXACT = 1e-12
LANGUAGES: tuple[Language, ...] = ("en", "ja")


def labels(oracle: Oracle) -> Iterator[Finding]:
    """Keys and positions that mean nothing to a reader, phrases in one language or for nothing, shares of nothing."""
    names = names_of(oracle.exercise)
    used: set[tuple[bool, str]] = set()  # by file: the entries of its LABELS that a key has
    for check in oracle.checks:
        unknown: dict[str, None] = {}
        numbered = False
        for seen in oracle.expect(check):
            known = names | _keys_of_calls(seen.trace)
            for key, container in _parts(seen.value):
                if isinstance(key, int):
                    numbered |= not _is_of_the_answer(container, seen.trace)
                elif entry := _entry(key, check):
                    used.add((check.hidden, entry))
                elif key not in known and not (key.startswith("d") and key[1:] in known):
                    unknown[key] = None
            yield from _shares(oracle, check, seen.value)
        for key in unknown:
            said = text(
                "{check}: the key {key!r} is no name of the exercise; put it into a phrase in LABELS.",
                check=check.id,
                key=key,
            )
            yield Finding(checks_file(oracle.exercise, check), said)
        if numbered:
            said = text("{check}: it returns a list of its own, of which a reader knows no place; name its parts in a dict.", check=check.id)  # fmt: skip
            yield Finding(checks_file(oracle.exercise, check), said)
    yield from _phrases(oracle, used, names)


def _phrases(oracle: Oracle, used: set[tuple[bool, str]], names: frozenset[str]) -> Iterator[Finding]:
    for hidden in (False, True):
        here = [check for check in oracle.checks if check.hidden is hidden]
        entries = {key: phrase for check in here for key, phrase in check.labels.items()}
        shared = _labels_from_elsewhere(here)
        for key, phrase in entries.items():
            path = checks_file(oracle.exercise, here[0])
            if not {(hidden, key), (True, key)} & used and key not in shared:  # a hidden file may use the public one's
                yield Finding(path, text("no check of this file returns the key {key!r}; take it out of LABELS.", key=key))  # fmt: skip
            is_code = set(_identifiers(phrase.en)) <= names | {"n"}
            if not phrase.en.strip() or not phrase.ja.strip() or (phrase.en == phrase.ja and not is_code):
                yield Finding(path, text("the phrase for {key!r} wants English and Japanese.", key=key))


def _labels_from_elsewhere(checks: Iterable[Check]) -> set[str]:
    """Keys for which `unit.py` or the public file has a phrase, where a file uses these: another exercise may need them."""
    modules = [one for check in checks for one in check.scenario.__globals__.values()]
    return {key for one in modules if isinstance(one, SimpleNamespace) for key in getattr(one, "LABELS", ())}


def _shares(oracle: Oracle, check: Check, value: Any) -> Iterator[Finding]:
    for part in check.shares:
        if not isinstance(value, dict) or part not in value:
            said = text("{check} gives points to {part!r}, but its result has no such part.", check=check.id, part=part)
            yield Finding(checks_file(oracle.exercise, check), said)


def _entry(key: str, check: Check) -> str:
    """Which entry of LABELS a key has; empty if none."""
    if key in check.labels:
        return key
    return next((entry for entry, phrase in check.labels.items() if label_of(key, {entry: phrase})), "")


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    """Every key and position in an observation, with the dict, list or tuple in which it is."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key), value
            yield from _parts(item)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield index, value
            yield from _parts(item)


# --- what a reader knows --------------------------------------------------------------------------------------------


def names_of(exercise: Exercise) -> frozenset[str]:
    """What stands as code in the statements, and the identifiers of the stub."""
    found: set[str] = set()
    for language in LANGUAGES:
        path = exercise.statement(language)
        statement = path.read_text(encoding="utf-8") if path.is_file() else ""
        blocks = re.findall(r"^```\w*\n(.*?)^```", statement, re.MULTILINE | re.DOTALL)
        inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", statement, flags=re.MULTILINE | re.DOTALL))
        found.update(inline)
        for code in (*inline, *(re.sub(r"#.*", "", block) for block in blocks)):
            found.update(_identifiers(code))
    tokens = tokenize.generate_tokens(io.StringIO(pristine_stub(exercise)).readline)
    found.update(one.string for one in tokens if one.type == tokenize.NAME and not keyword.iskeyword(one.string))
    return frozenset(found)


def _identifiers(code: str) -> list[str]:
    return re.findall(r"[^\W\d]\w*", code)


def _keys_of_calls(trace: Trace) -> frozenset[str]:
    """Keys of the dicts that the answer was handed or returned: a reader sees them in the calls."""
    handed = [arg for step in trace.steps for arg in (*step.args, *step.kwargs.values())]
    returned = [call.result for call in trace.calls]
    return frozenset(key for value in (*handed, *returned) for key, _ in _parts(value) if isinstance(key, str))


def _is_of_the_answer(container: Any, trace: Trace) -> bool:
    """Whether a list is what the answer itself returned; or, held against itself, of the form of such a list."""
    returned = [one for call in trace.calls for one in _sequences(call.result)]
    if trace.by_itself:
        returned, container = [_form(one) for one in returned], _form(container)
    return any(compare(one, container, EXACT) is None for one in returned)


def _form(value: Any) -> Any:
    """A value without its numbers and, as in a gap, without the shapes of its arrays."""
    if isinstance(value, dict):
        return {key: _form(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_form(item) for item in value]
    return np.zeros((1,) * min(np.ndim(value), 1)) if isinstance(value, (np.ndarray, np.generic, float, int)) else value


def _sequences(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)) or (hasattr(value, "ndim") and value.ndim > 0):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    for item in inside:
        yield from _sequences(item)
