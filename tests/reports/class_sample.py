"""A class made by hand: 120 students, four exercises, names that mean harm, and one of everything that can happen."""

from __future__ import annotations

import numpy as np

from grader.classroom.attention import FaultyCheck, NeedsHelp, Rule
from grader.classroom.estimates import Interval
from grader.classroom.statistics import ClassStatistics, ExerciseStatistics, Totals
from grader.gradebook.records import Adjustment, CheckColumn, ClassTable, Column, Mistaken, Student
from grader.model import ExerciseResult, Language, Text
from grader.status import STATUSES
from reports.classroom.report_data import Classroom
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
        {1: (Text(f"answers found: affine in {HARM}.py.", f"{HARM}.py に解答があります。"), Text("not used: Quillfeather.png.", "Quillfeather.png。"))},
        (
            Adjustment("a001", "sigmoid", "override", 8.0, REASON, AUTHOR, "2026-11-20T10:00:00+09:00"),
            Adjustment("a001", "", "late", 0.1, REASON, AUTHOR, "2026-11-20T10:05:00+09:00"),
            Adjustment("a003", "affine", "excused", 0.0, REASON, AUTHOR, "2026-11-20T10:10:00+09:00"),
        ),
    )  # fmt: skip


NOBODY = ExerciseStatistics(
    id="", n=0, tried=0, missing=0, not_started=0, facility_first=None, facility=None, solved=None, discrimination=None,
    efficiency=None, dubious=False, weight=None, upper_lower=None, distribution=(0,) * 10, tries=(0,) * 10,
    median_tries=None, reliable=False, why={},
)  # fmt: skip
NO_TOTALS = Totals(
    n=0, mean=None, median=None, deviation=None, skewness=None, kurtosis=None, distribution=(0,) * 10, why={}
)


def classroom() -> Classroom:
    sigmoid = NOBODY._replace(
        id="sigmoid", n=119, tried=96, missing=1, not_started=22, facility_first=Interval(0.2, 0.1, 0.3),
        facility=Interval(0.4, 0.33, 0.47), solved=Interval(0.25, 0.17, 0.35), discrimination=Interval(0.31, 0.1, 0.5),
        efficiency=31.0, weight=25.0, upper_lower=-0.125, distribution=(40, 0, 0, 0, 30, 0, 0, 0, 0, 26),
        tries=(10, 9, 7, 0), median_tries=2.0, reliable=True,
    )  # fmt: skip
    affine = sigmoid._replace(
        id="affine", discrimination=Interval(-0.4, -0.6, -0.1), efficiency=9.0, dubious=True, reliable=False
    )
    adam = sigmoid._replace(id="adam", discrimination=None, median_tries=None)
    everyone = NO_TOTALS._replace(
        n=N, mean=0.355, median=0.3625, deviation=0.15, distribution=(3, 10, 20, 30, 25, 20, 8, 3, 1, 0)
    )
    faulty = FaultyCheck(
        exercise="affine", check="backward", title=Text("backward gives dx", "backward が dx を返す"), hidden=False,
        points=6.0, n=96, failed=Interval(0.3, 0.2, 0.4), discrimination=None, best=32,
        best_failed=Interval(0.28, 0.15, 0.45), unnamed=Interval(0.03, 0.01, 0.09),
        rules=(Rule("best", Text("Failed by 9 of the best 32.", "上位 32 人のうち 9 人が不合格です。")),),
    )  # fmt: skip
    nothing = Rule("nothing", Text("Handed in nothing.", "何も提出していません。"))
    stuck = Rule("stuck", Text("5 attempts.", "5 回挑戦しました。"))
    return Classroom(
        table=table(),
        class_statistics=ClassStatistics(
            everyone=everyone, answered=everyone._replace(n=117), complete=100, alpha=42.0, error_ratio=76.2,
            standard_error=0.115, reliable=True, why={},
        ),
        exercise_statistics={one.id: one for one in (sigmoid, affine, adam, NOBODY._replace(id="attention"))},
        units=sample.UNITS,
        faulty=(faulty,),
        help=(NeedsHelp(3, (nothing,)), NeedsHelp(1, (stuck,))),
        example=lambda exercise, slug: EXAMPLE if slug == SLUG else None,
        details=details,
        secret="not to be guessed",
        version="0.1.0",
    )  # fmt: skip


def details(row: int) -> tuple[ExerciseResult, ...]:
    """Two students' answers are at hand; the second's quotes what somebody wrote."""
    results = {0: sample.affine(), 1: sample.hostile()}
    return (results[row],) if row in results else ()


def empty(n: int) -> Classroom:
    """n students who did nothing at all."""
    full = table()
    cells = np.zeros((n, len(IDS)))
    new = full._replace(
        students=students()[:n], status=np.full((n, len(IDS)), STATUSES.index("missing"), dtype=np.uint8), raw=cells, score=cells,
        total=np.zeros(n), most=np.full(n, 40.0), first=np.full((n, len(IDS)), np.nan), solved=cells.astype(np.int16),
        attempts=cells.astype(np.int16), checks={}, mistakes={}, damaged={}, handed_in={}, adjustments=(),
    )  # fmt: skip
    statistics = ClassStatistics(
        everyone=NO_TOTALS, answered=NO_TOTALS, complete=0, alpha=None, error_ratio=None, standard_error=None,
        reliable=False, why={},
    )  # fmt: skip
    return Classroom(
        table=new, class_statistics=statistics, exercise_statistics={id_: NOBODY._replace(id=id_) for id_ in IDS}
    )


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
