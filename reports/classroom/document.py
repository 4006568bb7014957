"""A class as JSON, schema `gradkata/class/v1`, written student by student: a class need not fit into memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from grader.classroom.regrade import Change, why
from grader.model import Language, RunResult
from reports.escape import clean, clean_line
from reports.jsonout import run_json, written

SCHEMA = "gradkata/class/v1"


def class_json(
    head: dict[str, Any], changes: Iterable[Change], results: Iterable[tuple[str, RunResult]], lang: Language
) -> Iterator[str]:
    """The document in pieces. `results`: each student's id and run, in order. What is said of a hand-in as a whole stands at the
    end, by student: a submission has the fields of a run, and no others."""
    notes: dict[str, list[str]] = {}
    first = written({"schema": SCHEMA, **head, "changes": [_change(one, lang) for one in changes]})
    yield first.removesuffix("\n}") + ',\n  "submissions": ['
    separator = "\n"
    for student, result in results:
        document = {"student": clean_line(student), **run_json(result, lang)}
        document.pop("schema")
        if result.notes:
            notes[clean_line(student)] = [clean(note.in_(lang)) for note in result.notes]
        yield separator + _indented(written(document))
        separator = ",\n"
    yield f'\n  ],\n  "notes": {_indented(written(notes)).lstrip()}\n}}\n'


def _change(change: Change, lang: Language) -> dict[str, Any]:
    return {
        "student": clean_line(change.student),
        "exercise": change.exercise,
        "before": change.before.score if change.before else None,
        "after": change.after.score,
        "why": clean(why(change).in_(lang)),
    }


def _indented(block: str) -> str:
    return "\n".join("    " + row for row in block.split("\n"))
