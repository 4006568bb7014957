"""The class report, behind `grade class --report` and `grade report --db`; and one page for each student to hand out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.common import GRADER_FAILED, LANG, stop
from grader.cli.gradebook import read_table, stop_if_unpublished
from grader.model import Course
from grader.words import text

if TYPE_CHECKING:
    from sqlalchemy import Engine


def write_class_report(
    folder: Path, engine: Engine, course: Course, anonymous: bool, named: Sequence[str] = ()
) -> None:
    """Write the site of everybody in the gradebook. Ends the command if it cannot be written."""
    from grader.gradebook.open import reading
    from reports.classroom.from_gradebook import read_classroom
    from reports.classroom.site import write_site

    try:
        with reading(engine) as connection:
            stop_if_unpublished(connection)
            write_site(folder, read_classroom(connection, course, named), LANG, anonymous)
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=folder, reason=error.strerror), GRADER_FAILED)


def write_handouts(folder: Path, engine: Engine, course: Course, named: Sequence[str] = ()) -> int:
    """Write one page for each student who handed in anything, with nothing of others in it. Returns how many."""
    from grader.classroom.results import standing_results
    from grader.exports.zipped import file_name
    from grader.gradebook.book import handed_in
    from grader.gradebook.open import reading
    from reports.classroom.handout import handout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken: set[str] = set()
        with reading(engine) as connection:
            table = read_table(connection, course, named)
            those = handed_in(connection)
            rows = {one.id: row for row, one in enumerate(table.students) if one.id in those}
            for student, result in standing_results(connection, course, table, set(rows)):
                page = folder / f"{file_name(student, taken)}.html"
                page.write_text(handout(result, course, table, rows[student], LANG), encoding="utf-8", newline="\n")
        return len(taken)
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=folder, reason=error.strerror), GRADER_FAILED)
