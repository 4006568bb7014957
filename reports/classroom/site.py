"""Writes the class report: `index.html`, `exercises/`, `students/` and one style sheet."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from grader.model import Language
from reports.classroom.example import traces
from reports.classroom.exercise import exercise_page
from reports.classroom.grid import student_page
from reports.classroom.index import index_page
from reports.classroom.report_data import Classroom
from reports.classroom.student import register, student_view
from reports.classroom.unnamed import unnamed
from reports.html import environment, script, stylesheet

# Over http the style sheet is 'self'; opened from a disk it is a file, which not every browser takes for 'self'.
POLICY = "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'"
OURS = b'<meta name="generator" content="gradkata">'


def write_site(folder: Path, room: Classroom, lang: Language, anonymous: bool = False) -> None:
    """Write the class report into `folder`, which need not exist. The same class gives the same bytes.

    Pages of an earlier report that this one does not have are removed: nobody who left the class, and no name that an
    anonymous report must not show, stays behind. `anonymous` needs a `room.secret`. Raises ValueError without one.
    """
    if anonymous and not room.secret:
        raise ValueError("an anonymous report needs a secret, or its order could be worked out from the students' ids")
    known = traces(room.table)
    shown = unnamed(room, lang) if anonymous else room
    written = set()
    for name, content in _pages(shown, lang, anonymous, known):
        path = folder / name
        if path.parent not in written:
            path.parent.mkdir(parents=True, exist_ok=True)
            written.add(path.parent)
        path.write_text(content, encoding="utf-8", newline="\n")
    _sweep(folder, len(room.table.students), {one.id for one in room.table.exercises})


def _pages(room: Classroom, lang: Language, anonymous: bool, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each file's name and text, the overview last: who opens it finds what it links to."""
    templates = environment(lang)
    yield "class.css", stylesheet("progress") + stylesheet("class")
    of_exercise = templates.get_template("class_exercise.html.j2")
    for index, column in enumerate(room.table.exercises):
        page = exercise_page(room, index, lang, known)
        yield f"exercises/{column.id}.html", of_exercise.render(page=page, policy=POLICY) + "\n"
    of_student = templates.get_template("class_student.html.j2")
    everybody = register(room, lang)
    for row in range(len(room.table.students)):
        yield student_page(row), of_student.render(page=student_view(everybody, row), policy=POLICY) + "\n"
    code = script("class")
    policy = f"{POLICY}; script-src 'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
    overview = index_page(room, lang, anonymous)
    data = Markup(overview.grid.data)  # made for this place: see `grid.plain`
    rendered = templates.get_template("class_index.html.j2").render(
        page=overview, policy=policy, script=Markup(code), data=data
    )
    yield "index.html", rendered + "\n"


def _sweep(folder: Path, students: int, exercises: set[str]) -> None:
    """Remove what an earlier report left. A file that is not one of our pages is left alone, whatever its name."""
    left = [one for one in (folder / "students").glob("*.html") if not _is_page(one.stem, students)]
    left += [one for one in (folder / "exercises").glob("*.html") if one.stem not in exercises]
    for path in left:
        with path.open("rb") as stream:
            ours = OURS in stream.read(1000)
        if ours:
            path.unlink()


def _is_page(stem: str, students: int) -> bool:
    return stem.isdecimal() and stem == str(int(stem)) and 1 <= int(stem) <= students
