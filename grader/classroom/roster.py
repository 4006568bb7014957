"""A table of students to `Student` records, and a student found again by what a download says of her.

The table is whatever people have: a registrar's list, Excel's CSV, a gradebook exported by Canvas or Moodle, Moodle's grading
worksheet, a list of GitHub accounts. Columns are known by their headings (headings.py), in any order, in English or Japanese.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from grader.classroom.headings import PARTICIPANT, Columns, columns_of, folded, letters
from grader.errors import SubmissionError
from grader.gradebook.records import Student
from grader.lacking import reraise_lack
from grader.words import text

Index = dict[str, frozenset[int]]

MAX_BYTES = 16 << 20  # a hundred thousand students
MAX_COLUMNS = 2000  # Canvas has one for each assignment
MAX_LINES = 200_000
_HEADING_ROWS = 20  # registrars put a title, a date and a teacher above the table
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+\d+")
_CJK = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class Roster(NamedTuple):
    """
    Attributes:
        students: in the order of the table.
        by: for each kind of evidence the rows that a value stands for; `roster_of` makes it.
    """

    students: tuple[Student, ...]
    by: dict[str, Index]

    def find(self, hints: Student) -> Student | None:
        """The student of whom `hints` speak, or None if there is none, or more than one.

        `hints.id` may be any of the names that a person goes by. Each piece of evidence that finds somebody must allow for
        the same one: a number of Canvas and a name decide between three people of that name, and if they contradict each
        other, nobody is found.
        """
        looked_up = [
            *(self._rows(kind, hints.id) for kind in self.by),
            *(self._rows(kind, getattr(hints, kind)) for kind in self.by if kind != "id"),
        ]
        found = [rows for rows in looked_up if rows]
        common = frozenset.intersection(*found) if found else frozenset()
        if len(common) != 1:
            return None
        one = self.students[next(iter(common))]
        # people share names, and no number of a platform
        strangers = bool(hints.lms_id and one.lms_id) and folded(hints.lms_id) != folded(one.lms_id)
        return None if strangers else one

    def _rows(self, kind: str, value: str) -> frozenset[int]:
        return frozenset[int]().union(*(self.by[kind].get(key, frozenset()) for key in _keys(kind, value)))


def roster_of(students: Iterable[Student]) -> Roster:
    students = tuple(students)
    by: dict[str, dict[str, set[int]]] = {kind: {} for kind in ("id", "lms_id", "email", "login", "name")}
    for row, student in enumerate(students):
        for kind, index in by.items():
            for key in _keys(kind, getattr(student, kind)):
                index.setdefault(key, set()).add(row)
    return Roster(students, {kind: {key: frozenset(rows) for key, rows in index.items()} for kind, index in by.items()})


def _keys(kind: str, value: str) -> set[str]:
    return name_keys(value) if kind == "name" else {folded(value)} - {""}


def name_keys(name: str) -> set[str]:
    """What a name is compared by: letters alone, since platforms drop blanks and apostrophes (Canvas writes `doejane`), in
    each order that family and given names can stand in."""
    words = [
        word
        for word in (
            letters(part) for part in re.split(r"[\s,_\u3001\uff0c\u30fb]+", unicodedata.normalize("NFKC", name))
        )
        if word
    ]
    turns = range(len(words)) if len(words) < 10 else (0,)  # more is no name
    return {"".join((*words[start:], *words[:start])) for start in turns} - {""}


def read_roster(path: Path) -> Roster:
    """Read a table of students. Raises SubmissionError, with line and column, for what cannot be one."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror)) from None
    if len(data) > MAX_BYTES:
        raise SubmissionError(
            text("{path} is larger than {limit} MiB and no roster.", path=path, limit=MAX_BYTES >> 20)
        )
    lines = _lines(_decoded(data, path), path)
    if not lines:
        raise SubmissionError(
            text("{path} is empty; a roster has a line of headings and a line for each student.", path=path)
        )
    at, columns = max(
        ((number, columns_of(cells)) for number, (_, cells) in enumerate(lines[:_HEADING_ROWS])),
        key=lambda found: (len(found[1].of), -found[0]),
    )
    if not columns.of.keys() & {"id", "name", "given", "family", "email", "login", "lms_id"}:
        raise SubmissionError(
            text(
                "{path}, line {line}: no column is called “id”, “name” or “email”; give the table a line of headings.",
                path=path,
                line=lines[at][0],
            )
        )
    rows = [(line, cells) for line, cells in lines[at + 1 :] if not _is_no_student(cells, columns)]
    if not rows:
        raise SubmissionError(
            text("{path} has headings in line {line} and no student below.", path=path, line=lines[at][0])
        )
    return roster_of(_unique([(line, _student(cells, columns, line, path)) for line, cells in rows], columns, path))


def _decoded(data: bytes, path: Path) -> str:
    """Excel writes UTF-16 (“Unicode Text”), UTF-8 with a byte order mark, or in Japan cp932."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data[:2]:
        encodings = ["utf-16-be" if data[:1] == b"\0" else "utf-16-le"]
    else:
        encodings = ["utf-8-sig", "cp932"]
    for encoding in encodings:
        try:
            decoded = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in decoded:
            return decoded
    raise SubmissionError(text("{path} is no text in UTF-8, UTF-16 or cp932; save it as “CSV UTF-8”.", path=path))


def _lines(content: str, path: Path) -> list[tuple[int, list[str]]]:
    """Every row that is not empty, with the number of its first line; split where most headings are recognised."""
    if content[:4].lower() == "sep=" and content[4:5] not in ("", "\r", "\n", '"'):  # Excel's way to say the separator
        separators, skipped = content[4:5], 1
        content = content.partition("\n")[2]
    else:
        separators, skipped = ",;\t", 0

    def recognised(separator: str) -> int:
        try:
            start = [cells for cells, _ in zip(_reader(content, separator), range(_HEADING_ROWS), strict=False)]
        except csv.Error:
            return 0
        return max((len(columns_of(cells[:MAX_COLUMNS]).of) for cells in start), default=0)

    reader = _reader(content, max(separators, key=recognised))
    rows, line = [], skipped + 1
    try:
        for cells in reader:
            if len(cells) > MAX_COLUMNS:
                raise SubmissionError(
                    text(
                        "{path}, line {line}: more than {n} columns are no roster.", path=path, line=line, n=MAX_COLUMNS
                    )
                )
            if line > MAX_LINES:
                raise SubmissionError(text("{path}: more than {n} lines are no roster.", path=path, n=MAX_LINES))
            rows.append((line, [_plain(cell) for cell in cells]))
            line = reader.line_num + skipped + 1
    except csv.Error as error:
        raise SubmissionError(
            text(
                "{path}, line {line}: {reason}; mend the quotes there, or save the table anew.",
                path=path,
                line=line,
                reason=error,
            )
        ) from None
    return [(line, cells) for line, cells in rows if any(cells)]


def _reader(content: str, separator: str) -> Any:
    return csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)


def _plain(cell: str) -> str:
    """A cell without what Excel puts round a number to keep its zeros: `="00123"`."""
    cell = cell.strip().strip("\ufeff")
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell


def _is_no_student(cells: Sequence[str], columns: Columns) -> bool:
    """Canvas has rows for the points possible and for a student that it made up; Excel has rows of separators."""
    if columns.canvas and columns.cell(cells, "name") == "Student, Test":
        return True
    kinds = ("id", "lms_id", "login", "email") if columns.canvas else tuple(columns.of)
    return not any(columns.cell(cells, kind) for kind in kinds)


def _student(cells: Sequence[str], columns: Columns, line: int, path: Path) -> Student:
    got = {kind: columns.cell(cells, kind) for kind in columns.of}
    for kind in ("id", "lms_id"):
        if _SHORTENED.fullmatch(got.get(kind, "")):
            raise SubmissionError(
                text(
                    "{path}, line {line}, column “{column}”: {value} is a number that a spreadsheet has shortened; format the column as text and export it again.",
                    path=path,
                    line=line,
                    column=columns.heading(kind),
                    value=got[kind],
                )
            )
    name = got.get("name") or _full_name(got.get("given", ""), got.get("family", ""))
    lms_id, id_ = got.get("lms_id", ""), got.get("id", "")
    if letters(columns.heading("id")) == "identifier" and PARTICIPANT.fullmatch(id_):
        lms_id, id_ = id_, ""
    if participant := PARTICIPANT.fullmatch(lms_id):
        lms_id = participant[1]
    # Moodle's number of a participant is another one in each assignment, so it comes last
    ids = [id_, got.get("login", ""), got.get("email", ""), lms_id]
    if not any(ids) and not columns.of.keys() & {"id", "login", "email", "lms_id"}:
        ids = [name]
    chosen = next(filter(None, ids), "")
    if not chosen:
        first = next(kind for kind in ("id", "login", "email", "lms_id") if kind in columns.of)
        raise SubmissionError(
            text(
                "{path}, line {line}, column “{column}”: {name} has no id; write one there.",
                path=path,
                line=line,
                column=columns.heading(first),
                name=name,
            )
        )
    return Student(
        id=chosen,
        name=name,
        email=got.get("email", ""),
        section=got.get("section", ""),
        lms_id=lms_id,
        login=got.get("login", ""),
    )


def _full_name(given: str, family: str) -> str:
    parts = (family, given) if _CJK.search(given + family) else (given, family)
    return " ".join(filter(None, parts))


def _unique(numbered: Sequence[tuple[int, Student]], columns: Columns, path: Path) -> list[Student]:
    seen: dict[str, int] = {}
    for line, student in numbered:
        key = folded(student.id)
        if key in seen:
            raise SubmissionError(
                text(
                    "{path}, line {line}, column “{column}”: {id} is in line {other} as well; each student needs an id of her own.",
                    path=path,
                    line=line,
                    column=columns.heading(_kind_of_id(student, columns)),
                    id=student.id,
                    other=seen[key],
                )
            )
        seen[key] = line
    return [student for _, student in numbered]


def _kind_of_id(student: Student, columns: Columns) -> str:
    kinds = ("login", "email", "lms_id", "name")
    if "id" in columns.of and student.id not in (student.login, student.email, student.lms_id):
        return "id"
    return next((kind for kind in kinds if getattr(student, kind) == student.id and kind in columns.of), "id")
