"""Tidy CSV: one row for each student and exercise, for spreadsheets and data frames.

Source: RFC 4180 and what Excel does. Traps: without a byte order mark Excel reads Japanese as cp932, and `sep=` would undo
the mark; a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is calculated when the file is opened, and `csv`
does not mind that. Text of that kind gets an apostrophe; numbers stay numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from math import isnan

from grader.exports.grades import excused
from grader.exports.sheet import BOM, safe
from grader.gradebook.records import Adjustment, ClassTable
from grader.model import Language
from grader.status import STATUSES

COLUMNS = (
    "student", "name", "email", "section", "lms_id", "login", "exercise", "unit", "status", "score", "max_score",
    "raw_score", "first_score", "attempts", "solved_attempt", "excused", "mistakes", "adjustments",
    "overall_adjustments", "problem",
)  # fmt: skip


class _Passed:
    """A file for `csv.writer` that hands each line back: `writerow` returns what `write` does."""

    def write(self, line: str) -> str:
        return line


def lines(table: ClassTable, lang: Language = "en") -> Iterator[str]:
    """The file line by line, the first with the byte order mark. `lang` is the language of `problem` alone: headings and
    statuses are for programs."""
    write = csv.writer(_Passed()).writerow
    yield BOM + str(write(COLUMNS))
    away = excused(table)
    decided = _adjustments(table.adjustments)
    slugs = _slugs(table)
    fixed = [(column.id, column.unit, _number(column.points)) for column in table.exercises]
    for row, student in enumerate(table.students):
        who = [
            safe(part)
            for part in (student.id, student.name, student.email, student.section, student.lms_id, student.login)
        ]
        overall = decided.get((student.id, ""), "")
        problem = safe(table.damaged[row].in_(lang)) if row in table.damaged else ""
        numbers = zip(
            table.status[row].tolist(), table.score[row].tolist(), table.raw[row].tolist(), table.first[row].tolist(),
            table.attempts[row].tolist(), table.solved[row].tolist(), fixed, strict=True,
        )  # fmt: skip
        for status, score, raw, first, attempts, solved, (id_, unit, most) in numbers:
            yield str(
                write((
                    *who, id_, unit, STATUSES[status], _number(score), most, _number(raw), _number(first), attempts,
                    solved or "", int(id_ in away.get(student.id, ())), slugs.get((row, id_), ""),
                    decided.get((student.id, id_), ""), overall, problem,
                ))
            )  # fmt: skip


def _number(points: float) -> str:
    return "" if isnan(points) else f"{points:.10g}"


def _slugs(table: ClassTable) -> dict[tuple[int, str], str]:
    found: dict[tuple[int, str], str] = {}
    for id_, mistakes in table.mistakes.items():
        for one in mistakes:
            for row in one.students.tolist():
                found[row, id_] = f"{found[row, id_]};{one.slug}" if (row, id_) in found else one.slug
    return found


def _adjustments(adjustments: tuple[Adjustment, ...]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in adjustments:
        decision = f"{one.kind} {one.value:.10g}: {one.reason} ({one.author}, {one.at})"
        found.setdefault((one.student, one.exercise), []).append(decision)
    return {key: safe("; ".join(decisions)) for key, decisions in found.items()}
