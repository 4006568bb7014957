"""The class report, behind `grade class --report` and `grade report --db`; and one page for each student to hand out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.common import GRADER_FAILED, LANG, stop
from grader.model import Course
from grader.words import text

if TYPE_CHECKING:
    from sqlalchemy import Engine


def write_class_report(folder: Path, engine: Engine, course: Course, anonymous: bool) -> None:
    """Write the site of everybody in the gradebook. Ends the command if it cannot be written."""
    from reports.classroom.gathered import gathered
    from reports.classroom.site import write_site

    try:
        with engine.connect() as connection:
            write_site(folder, gathered(connection, course), LANG, anonymous)
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=folder, reason=error.strerror), GRADER_FAILED)


def write_handouts(folder: Path, engine: Engine, course: Course) -> int:
    """Write one page for each student who handed in anything, with nothing of others in it. Returns how many."""
    from grader.classroom.results import standing_results
    from grader.exports.zipped import file_name
    from grader.gradebook.book import handed_in
    from grader.gradebook.standing import class_table
    from reports.classroom.handout import handout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken: set[str] = set()
        with engine.connect() as connection:
            table = class_table(connection, course)
            those = handed_in(connection)
            rows = {one.id: row for row, one in enumerate(table.students) if one.id in those}
            for student, result in standing_results(connection, course, table, set(rows)):
                page = folder / f"{file_name(student, taken)}.html"
                page.write_text(handout(result, course, table, rows[student], LANG), encoding="utf-8", newline="\n")
        return len(taken)
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=folder, reason=error.strerror), GRADER_FAILED)
