"""A class made by hand: 120 students, four exercises, names that mean harm, and one of everything that can happen."""

from __future__ import annotations

import numpy as np

from grader.classroom.estimates import Interval
from grader.gradebook.records import Adjustment, CheckColumn, ClassTable, Column, Mistaken, Student
from grader.model import ExerciseResult, Language, Text
from grader.status import STATUSES
from reports.classroom.pages import ClassNumbers, Classroom, FaultyCheck, ItemNumbers, NeedsHelp
from tests.reports import sample

N = 120
POINTS = 10.0
IDS = ("sigmoid", "affine", "adam", "attention")
HARM = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'
SPECIAL = (
    Student("a001", "佐藤 花子", "hanako@example.com", "月曜 3 限", "7001", "hanako-s"),
    Student("a002", HARM, "x@example.com", '=HYPERLINK("http://example.com")', "7002", "harm"),
    Student("a003", "Zebedee " + "x" * 10_000, section="月曜 3 限"),
    Student("a004", "\u202eevil\u202c\x1b[31m"),
    Student("a005", ""),
)
AUTHOR, REASON = "Professor Quillfeather", "showed Hanako's certificate"
EXAMPLE = '''"""Affine by Zebedee, zebedee@example.com."""
class Affine:
    """佐藤 花子の解答"""

    def backward(self, dout):  # ask Hanako
        'of Zebedee'
        self.db = dout
        print(f"made by {self!r} for Zebedee")
        return {"dW": 1, "note": "Hanako Sato wrote this"}
'''
SLUG, OTHER = "db-not-summed", "rare-one"


def students() -> tuple[Student, ...]:
    return SPECIAL + tuple(
        Student(f"s{row:04}", f"Family{row:03} Given", f"g{row}@example.com", f"{row % 3 + 1}")
        for row in range(len(SPECIAL), N)
    )


def table() -> ClassTable:
    code = {status: index for index, status in enumerate(STATUSES)}
    rows, columns = np.indices((N, len(IDS)))
    kind = (rows + 2 * columns) % 5
    status = np.choose(
        kind, [code["passed"], code["failed"], code["failed"], code["not_started"], code["timeout"]]
    ).astype(np.uint8)
    raw = np.choose(kind, [POINTS, 4.5, 0.0, 0.0, 0.0]).astype(float)
    status[1, 0], raw[1, 0] = code["grader_error"], np.nan
    status[3], raw[3] = code["missing"], 0.0
    score = raw.copy()
    score[2, 1] = np.nan  # excused
    score[0, 0] = 8.0
    attempts = np.where(kind == 3, 0, 1 + rows % 3).astype(np.int16)
    attempts[3] = 0
    solved = np.where(status == code["passed"], attempts, 0).astype(np.int16)
    failed = [np.flatnonzero((status[:, j] == code["failed"]) & (raw[:, j] > 0)).astype(np.int32) for j in range(4)]
    mistake = Text("db is dout itself: it was not summed.", "db が dout のままです。")
    checks = (
        CheckColumn(
            "backward", Text("backward gives dx", "backward が dx を返す"), False, 6.0, failed[1], failed[1][:3]
        ),
        CheckColumn("stretch", Text("float16", "float16"), True, 0.0, failed[1][:1], failed[1][:0]),
    )
    return ClassTable(
        "scratch", sample.TITLE, students(),
        tuple(Column(id_, sample.TITLES[id_][0], sample.TITLES[id_][1], POINTS) for id_ in IDS),
        status, raw, score, np.nansum(score, axis=1), POINTS * (~np.isnan(score)).sum(axis=1).astype(float),
        np.where(attempts > 0, raw / 2, np.nan), solved, attempts,
        {"affine": checks},
        {"affine": (Mistaken(SLUG, mistake, np.arange(4, 40, dtype=np.int32)), Mistaken(OTHER, Text("Rare.", "まれ。"), np.array([7, 90], dtype=np.int32)))},
        {3: Text("Zebedee.zip ends too early.", "Zebedee.zip が途中で切れています。"), 50: Text("not a zip.", "zip ではありません。")},
        (
            Adjustment("a001", "sigmoid", "override", 8.0, REASON, AUTHOR, "2026-11-20T10:00:00+09:00"),
            Adjustment("a001", "", "late", 0.1, REASON, AUTHOR, "2026-11-20T10:05:00+09:00"),
            Adjustment("a003", "affine", "excused", 0.0, REASON, AUTHOR, "2026-11-20T10:10:00+09:00"),
        ),
    )  # fmt: skip


def classroom() -> Classroom:
    item = ItemNumbers(
        96, Interval(0.25, 0.17, 0.35), Interval(0.2, 0.1, 0.3), Interval(0.4, 0.33, 0.47), Interval(0.31, 0.1, 0.5),
        True, 31.0, -0.125, 0.25, 2.0, (40, 0, 0, 0, 30, 0, 0, 0, 0, 26), (10, 9, 7, 0),
    )  # fmt: skip
    against = item._replace(discrimination=Interval(-0.4, -0.6, -0.1), efficiency=9.0, reliable=False)
    return Classroom(
        table(), ClassNumbers(117, 0.355, 0.3625, 0.15, 0.42, 0.115, True, (3, 10, 20, 30, 25, 20, 8, 3, 1, 0)), sample.UNITS,
        {"sigmoid": item, "affine": against, "adam": item._replace(discrimination=None, median_attempts=None)},
        (FaultyCheck("affine", "backward", (Text("Failed by 9 of the best 32.", "上位 32 人のうち 9 人が不合格です。"),)),),
        (NeedsHelp(3, (Text("Handed in nothing.", "何も提出していません。"),)), NeedsHelp(1, (Text("5 attempts.", "5 回挑戦しました。"),))),
        lambda exercise, slug: EXAMPLE if slug == SLUG else None,
        details, "not to be guessed", "0.1.0",
    )  # fmt: skip


def details(row: int) -> tuple[ExerciseResult, ...]:
    """Two students' answers are at hand; the second's quotes what somebody wrote."""
    said = {0: sample.affine(), 1: sample.hostile()}
    return (said[row],) if row in said else ()


def empty(n: int) -> Classroom:
    """n students who did nothing at all."""
    full = table()
    cells = np.zeros((n, len(IDS)))
    new = full._replace(
        students=students()[:n], status=np.full((n, len(IDS)), STATUSES.index("missing"), dtype=np.uint8), raw=cells, score=cells,
        total=np.zeros(n), most=np.full(n, 40.0), first=np.full((n, len(IDS)), np.nan), solved=cells.astype(np.int16),
        attempts=cells.astype(np.int16), checks={}, mistakes={}, damaged={}, adjustments=(),
    )  # fmt: skip
    return Classroom(new)


def traces() -> list[str]:
    """Everything by which somebody of this class could be known, but for the words that stand in every page."""
    known = {
        AUTHOR,
        "Quillfeather",
        "certificate",
        "Zebedee",
        "佐藤",
        "花子",
        "evil",
        "onerror",
        "HYPERLINK",
        "月曜",
        "Family",
    }
    for one in students():
        known.update((one.id, one.name, one.email, one.lms_id, one.login))
    return sorted(word for word in known if word)


def expected_state(result: ClassTable, row: int, column: int) -> str:
    """Written again, differently: what a cell must say."""
    status = STATUSES[result.status[row, column]]
    if status in ("grader_error", "skipped"):
        return "unjudged"
    if np.isnan(result.score[row, column]):
        return "excused"
    if status == "passed":
        return "done"
    if status in ("missing", "not_started"):
        return "not_started"
    return "started" if result.raw[row, column] > 0 else "failed"


LANGUAGES: tuple[Language, ...] = ("en", "ja")
