"""The JSON of notebooks: their cells, in whatever format, and what programs wrote into the metadata of these."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from grader.errors import SubmissionError
from grader.model import Exercise, Text
from grader.submission.files import conflict_line
from grader.words import text

MAX_CELLS = 5000
MAX_ITEMS = 4_000_000  # of JSON, each of which takes up to a hundred bytes of memory; outputs have most of them


def parse(data: bytes, name: str) -> dict[str, Any]:
    """A notebook as nbformat 4 has it, to be written again; its `cells` are a list of dictionaries. Raises SubmissionError
    if it is none."""
    raw = read_document(data, name)
    cells = cells_of(raw, name)
    document = _upgraded(raw)
    if not isinstance(document.get("cells"), list):
        return {**document, "cells": cells}
    return {**document, "cells": [cell for cell in document["cells"] if isinstance(cell, dict)]}


def read_document(data: bytes, name: str) -> dict[str, Any]:
    """A notebook's JSON as it stands there."""
    if sum(map(data.count, (b"[", b"{", b","))) > MAX_ITEMS:
        raise SubmissionError(
            text("{name} holds more than {n} values; clear its outputs in Jupyter and save it.", name=name, n=MAX_ITEMS)
        )
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SubmissionError(_no_document(data, name, error)) from None
    return raw if isinstance(raw, dict) else {}


def _no_document(data: bytes, name: str, error: Exception) -> Text:
    """What is wrong with it, and what helps against that."""
    source = data.decode("utf-8", "replace")
    if not source.strip("\0 \r\n\t\ufeff"):
        return text("{name} is empty; save the notebook again and hand that in.", name=name)
    if line := conflict_line(source):
        return text(
            "{name} has conflict marks of git in it (line {line}): settle the conflict, open the notebook in Jupyter and save it again.",
            name=name,
            line=line,
        )
    if source.lstrip("\ufeff \r\n\t").startswith("{") and _is_cut_off(error):
        return text("{name} is cut off: its end is missing; save the notebook again and hand that in.", name=name)
    where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
    return text("{name} is not a notebook{where}; open it in Jupyter and save it again.", name=name, where=where)


def _is_cut_off(error: Exception) -> bool:
    """Whether nothing was wrong but that it ended: in a text, in a word or number, or where something was still to come."""
    if isinstance(error, UnicodeDecodeError):
        return error.reason == "unexpected end of data"
    if not isinstance(error, json.JSONDecodeError):
        return False
    rest = error.doc[error.pos :].strip()
    words = any(word.startswith(rest) for word in ("true", "false", "null", "NaN", "-Infinity"))
    return error.msg.startswith("Unterminated string") or words or not rest.strip("+-.eE0123456789")


def cells_of(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The cells of a notebook of any format; before format 4 they lie in sheets."""
    found = raw.get("cells")
    sheets = raw.get("worksheets")
    if not isinstance(found, list) and isinstance(sheets, list):
        lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        found = [cell for one in lists if isinstance(one, list) for cell in one] if any(lists) else None
    if not isinstance(found, list):
        raise SubmissionError(text("{name} is not a notebook: it has no cells.", name=name))
    if len(found) > MAX_CELLS:
        raise SubmissionError(too_many_cells(name, MAX_CELLS))
    cells = [cell for cell in found if isinstance(cell, dict)]
    return [_with_line_ends(cell) for cell in cells] if raw.get("nbformat") == 2 else cells


def _with_line_ends(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell of format 2, whose lines have no ends."""
    lists = {key: cell[key] for key in ("source", "input") if isinstance(cell.get(key), list)}
    return cell | {key: "\n".join(line for line in lines if isinstance(line, str)) for key, lines in lists.items()}


def _upgraded(raw: dict[str, Any]) -> dict[str, Any]:
    """The notebook in format 4; what nbformat will not read is left as it is."""
    if raw.get("nbformat") == 4:
        return raw  # validation would only complain, and loading nbformat costs
    import nbformat

    try:
        upgraded: dict[str, Any] = nbformat.reads(json.dumps(raw), as_version=4)  # type: ignore[no-untyped-call]
        return upgraded
    except Exception:  # nbformat raises whatever a damaged notebook makes its code stumble over
        return raw


def too_many_cells(name: str, most: int) -> Text:
    return text("{name} has more than {n} cells; hand in the answers alone.", name=name, n=most)


def source(cell: dict[str, Any]) -> str:
    """A cell's text: `source` is a string or a list of lines; format 3 called it `input`. Anything else is none."""
    found = cell.get("source", cell.get("input", ""))
    code = "".join(line for line in (found if isinstance(found, list) else [found]) if isinstance(line, str))
    code = code.encode("utf-8", "replace").decode()  # JSON can spell halves of characters, which nothing else can hold
    return code.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def owner(cell: dict[str, Any], exercises: Sequence[Exercise]) -> str:
    """As `mark`; also the name of an exercise that is not among these."""
    named = ours(cell).get("exercise")
    return mark(cell, exercises) or (named if isinstance(named, str) else "")


def mark(cell: dict[str, Any], exercises: Sequence[Exercise]) -> str:
    """The exercise that a cell's metadata names, ours or an nbgrader solution's; empty if none."""
    ids = [exercise.id for exercise in exercises]
    named = ours(cell).get("exercise")
    if named in ids:
        return str(named)
    theirs = _metadata(cell, "nbgrader")
    if theirs.get("solution") is not True:
        return ""
    named = theirs.get("grade_id")
    name = named.lower().replace("-", "_") if isinstance(named, str) else ""
    return max((id_ for id_ in ids if name == id_ or name.startswith(f"{id_}_")), key=len, default="")


def is_test(cell: dict[str, Any]) -> bool:
    """Whether a cell is one of nbgrader's tests. What such a cell defines must not pass for the student's."""
    theirs = _metadata(cell, "nbgrader")
    return theirs.get("grade") is True and theirs.get("solution") is not True


def ours(owner: dict[str, Any]) -> dict[str, Any]:
    """What gradkata wrote into the metadata of a cell or notebook."""
    return _metadata(owner, "gradkata")


def _metadata(owner: dict[str, Any], key: str) -> dict[str, Any]:
    """One tool's metadata of a cell or notebook; empty if there is none or it is damaged."""
    metadata = owner.get("metadata")
    found = metadata.get(key) if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else {}
