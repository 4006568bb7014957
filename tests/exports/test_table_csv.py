"""The tidy CSV, read back by `csv` as a spreadsheet would."""

from __future__ import annotations

import csv
import io
from itertools import islice

import pytest

from grader.exports.sheet import safe
from grader.exports.table_csv import COLUMNS, lines
from tests.exports.sample import STUDENTS, class_table, many


def read() -> list[dict[str, str]]:
    data = "".join(lines(class_table())).encode()
    assert data.startswith(b"\xef\xbb\xbf")  # or Excel reads Japanese as cp932
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_there_is_a_row_for_each_student_and_exercise_whatever_the_names_are() -> None:
    rows = read()

    assert [(row["student"].lstrip("'"), row["exercise"]) for row in rows] == [
        (student.id, exercise) for student in STUDENTS for exercise in ("affine", "relu")
    ]
    assert all(set(row) == set(COLUMNS) for row in rows)  # no cell ran into the next column
    assert [row["name"] for row in rows[::2]] == [
        "佐藤 健", "Tanaka, PhD", '\'=HYPERLINK("http://x")', 'Ann "Nan" O_Neil', "two\nlines", "",
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠", "\x00=", "\u202e="])
def test_text_that_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert safe(f"{start}1+1").startswith("'")


def test_numbers_stay_numbers() -> None:
    table = class_table()
    negative = table.score.copy()
    negative[0, 0] = -2.5
    rows = list(csv.DictReader(list(lines(table._replace(score=negative)))))

    assert float(rows[0]["score"]) == -2.5


def test_no_spreadsheet_sees_a_formula_in_any_cell_of_a_student() -> None:
    numbers = {"score", "max_score", "raw_score", "first_score", "attempts", "solved_attempt", "excused"}
    texts = [value for row in read() for key, value in row.items() if key not in numbers]

    assert not [value for value in texts if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_points_are_those_of_the_table_and_what_is_unknown_is_empty() -> None:
    first, _, _, excused, missing, _, _, failed, *_ = read()

    assert (first["score"], first["max_score"], first["first_score"], first["attempts"], first["solved_attempt"]) == (
        "10", "10", "4", "3", "3",
    )  # fmt: skip
    assert (excused["status"], excused["score"], excused["raw_score"], excused["excused"]) == ("passed", "", "5", "1")
    assert excused["adjustments"] == 'excused 0: a, "b"\n=c (teacher, 2026-11-21T14:02:11+09:00)'
    assert (missing["status"], missing["score"], missing["first_score"], missing["solved_attempt"]) == (
        "missing",
        "0",
        "",
        "",
    )
    assert (failed["status"], failed["score"], failed["raw_score"]) == ("grader_error", "", "")


def test_who_is_excused_from_the_whole_is_so_in_each_row() -> None:
    rows = [row for row in read() if row["student"] == "s5"]

    assert [row["excused"] for row in rows] == ["1", "1"]
    assert all(row["overall_adjustments"].startswith("excused 0: ill") and not row["adjustments"] for row in rows)


def test_mistakes_are_named_and_damage_is_said() -> None:
    rows = {(row["student"], row["exercise"]): row for row in read()}

    assert rows["s2", "affine"]["mistakes"] == "mean-for-sum;transposed"
    assert rows["s4", "affine"]["mistakes"] == "transposed"
    assert rows["'+s6", "relu"]["problem"] == "the archive is damaged"


def test_it_streams() -> None:
    head = list(islice(lines(many(10_000, 40)), 3))

    assert len(head) == 3 and head[1].startswith("s00000,学生 0,")


def test_a_class_of_ten_thousand_has_four_hundred_thousand_rows() -> None:
    assert sum(1 for _ in lines(many(10_000, 40))) == 1 + 400_000
