"""What Canvas would make of our files: its header detection and its matching of students, written again as the judge."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

import pytest

from grader.exports.canvas import fill, fresh, heading
from grader.exports.grades import ExportError
from grader.gradebook.records import Student
from tests.exports.sample import STUDENTS, class_table

HEAD = "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (77),Quiz (78),HW Final Grade,Final Score\r\n"
WORTH = "    Points Possible,,,,,15.00,20,,(read only)\r\n"
EXPORTED = (
    "\ufeff" + HEAD + ",,,,,Manual Posting,,,\r\n" + WORTH
    + '"佐藤, 健",101,zz,zz,"A 組",  ,9.5,,88.1\r\n'
    + '"Tanaka, PhD",7,s2,zz,"A, ""B""",0,-,,\r\n'
    + "Ann Nan,,,ANN,,,,,\r\n"
    + '"lines, two",,s5,,,"",,,\r\n'
    + "Test Student,900,,,,3,1,,\r\n"
)  # fmt: skip


# --- the judge ----------------------------------------------------------------------------------------------


def canvas_rows(data: str) -> list[list[str]]:
    """The rows as Canvas's importer would cut them."""
    lines = data.removeprefix("\ufeff").splitlines(keepends=True)[:3]

    def consistent(delimiter: str) -> int:
        counts = {len(next(csv.reader([line], delimiter=delimiter))) for line in lines}
        return counts.pop() if len(counts) == 1 else 0

    delimiter = ";" if consistent(";") > consistent(",") else ","
    return list(csv.reader(io.StringIO(data, newline=""), delimiter=delimiter))


def canvas_assignments(headings: Sequence[str]) -> dict[int, str]:
    """The assignments that Canvas sees in a header row, by column; fails if it takes it for no header."""
    row = list(headings)
    assert len(row) > 3 and "Student" in row[0] and "ID" in row[1], "Invalid header row"
    columns = 3
    if re.search(r"SIS\s+Login\s+ID", row[2]):
        columns += 1
    elif re.search(r"SIS\s+User\s+ID", row[2]) and re.search(r"SIS\s+Login\s+ID", row[3]):
        integration = bool(re.search(r"Integration\s+ID", row[4]))
        columns += 2 + integration + bool(re.search(r"Root\s+Account", row[4 + integration]))
    assert "Section" in row[columns - 1], "Invalid header row"
    dropped = re.compile(
        "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade"
        "|Override Score|Override Grade|Override Status"
    )
    return {headings.index(name): name for name in row[columns:] if not dropped.search(name)}


def column(data: str, index: int) -> list[str]:
    return [row[index] for row in csv.reader(io.StringIO(data, newline=""))]


# --- filling ------------------------------------------------------------------------------------------------


def test_only_the_cells_of_the_assignment_change_and_not_a_byte_else() -> None:
    filled = fill(EXPORTED, class_table(), "HW 1").text

    assert filled == (
        EXPORTED.replace('"A 組",  ,9.5', '"A 組",15,9.5')
        .replace(",0,-,,", ",11.25,-,,").replace("ANN,,,,,", "ANN,,15,,,").replace(',"",,,', ',"EX",,,')
    )  # fmt: skip


def test_students_are_found_in_the_order_of_canvas() -> None:
    """By ID although the SIS ids are wrong, then SIS user id, SIS login id, and at last the exact name."""
    rows = "".join(
        f"{cells}\n"
        for cells in (
            "Student,ID,SIS User ID,SIS Login ID,Section,HW (1)",
            "Points Possible,,,,,15",
            "Somebody,11,b,c,,",  # all three keys, of three people: the ID counts
            "Somebody,,b,d,,",
            "Somebody,,,c,,",
            '"Dee, Ann",,,,,',
        )
    )
    people = (Student("a", lms_id="11"), Student("b"), Student("x", login="c"), Student("y", "Ann Dee"))
    table = class_table()
    points = table.total.copy()
    points[:4] = [1, 2, 3, 4]
    table = table._replace(students=(*people, *STUDENTS[4:]), total=points, most=points * 0 + 15, adjustments=())

    assert column(fill(rows, table).text, 5)[2:] == ["1", "2", "3", "4"]
    unclear = fill(rows.replace("Somebody,11,b,c", "Somebody,,b,c"), table)
    assert column(unclear.text, 5)[2:] == ["", "", "", "4"]  # two rows are `b`, and two are `c`: nobody guesses


def test_namesakes_with_other_ids_stay_apart_and_a_match_by_name_is_said() -> None:
    exported = "Student,ID,Section,HW (1)\nPoints Possible,,,15\n佐藤 健,999,,\nAnn Nan,,,\n"
    table = class_table()
    table = table._replace(students=(table.students[0], *table.students[1:3], Student("s4", "Ann Nan"), *STUDENTS[4:]))

    filled = fill(exported, table)

    assert column(filled.text, 3) == ["HW (1)", "15", "", "15"]
    assert any("by the name alone" in note.en and "Ann Nan" in note.en for note in filled.notes)


def test_strangers_on_either_side_are_reported_and_never_invented() -> None:
    filled = fill(EXPORTED, class_table(), "77")
    said = "\n".join(note.en for note in filled.notes)

    assert filled.text.count("\n") == EXPORTED.count("\n")
    assert "Test Student" in said and "Ann Nan" not in said
    assert "2 students are not in the file" in said and "=HYPERLINK" in said and "+s6" in said
    assert "Test Student,900,,,,3,1,," in filled.text
    assert filled.filled == 4


def test_points_are_scaled_to_what_the_column_is_worth_and_that_is_said() -> None:
    filled = fill(EXPORTED, class_table(), "Quiz (78)")

    assert column(filled.text, 6)[3:] == ["20", "15", "20", "EX", "1"]
    assert any("from 15 points to 20" in note.en for note in filled.notes)
    assert not any("scaled" in note.en for note in fill(EXPORTED, class_table(), "77").notes)


def test_who_is_excused_in_canvas_stays_so() -> None:
    filled = fill(EXPORTED.replace('"A 組",  ', '"A 組",EX'), class_table(), "77")

    assert column(filled.text, 5)[3] == "EX"
    assert any("excused in Canvas" in note.en and "佐藤 健" in note.en for note in filled.notes)


def test_a_semicolon_file_stays_one() -> None:
    exported = 'Student;ID;Section;"a, b (5)"\nPoints Possible;;;"15,00"\n"Sato; Ken";101;A, B;\n'

    filled = fill(exported.encode(), class_table())

    assert filled.text == exported.replace("A, B;", "A, B;15")


def test_integration_ids_root_accounts_and_custom_columns_are_no_assignments() -> None:
    head = "Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Notes,HW (1)\n"
    filled = fill(head + "Points Possible,,,,,,,,15\n佐藤,101,,,,,,my note,\n", class_table())

    assert filled.text.endswith("my note,15\n")


@pytest.mark.parametrize(
    ("exported", "assignment", "said"),
    [
        (EXPORTED, None, "say which assignment: HW 1 (77), Quiz (78)"),
        (EXPORTED, "HW 2", "no assignment HW 2"),
        (EXPORTED, "Final Score", "no assignment"),
        (EXPORTED.replace("Quiz", "HW 1"), "HW 1", "say its id"),
        ("a,b,c\n", None, "no gradebook"),
        ("Student,ID,SIS User ID,HW (1)\n", None, "no Section"),
        ("Student,ID,Section,Final Score\n", None, "no assignment; make one"),
        ("", None, "empty"),
        (EXPORTED.encode("cp932", "ignore"), "77", "not UTF-8"),
    ],
)
def test_what_cannot_be_filled_says_why(exported: str | bytes, assignment: str | None, said: str) -> None:
    with pytest.raises(ExportError, match=re.escape(said)):
        fill(exported, class_table(), assignment)


# --- a new one ----------------------------------------------------------------------------------------------


def test_canvas_reads_the_new_gradebook() -> None:
    data = fresh(class_table(), "Week; 3; a; b; c; d; e; f").text
    rows = canvas_rows(data)

    assert data.startswith("\ufeff")  # for whoever opens it in Excel; the tests for headings look for parts of them
    assert canvas_assignments(rows[0]) == {5: "Week; 3; a; b; c; d; e; f"}
    assert "Points Possible" in rows[1][0] and rows[1][5] == "15"
    assert [row[5] for row in rows[2:]] == ["15", "11.25", "0", "15", "EX", "0"]
    assert rows[2][:5] == ["佐藤 健", "101", "s1", "ksato", "A 組"]
    assert [row[0] for row in rows[3:]] == ["Tanaka, PhD", '\'=HYPERLINK("http://x")', 'Ann "Nan" O_Neil', "two lines", "'+s6"]  # fmt: skip


def test_nobody_is_called_like_the_row_of_the_points() -> None:
    table = class_table()
    table = table._replace(students=(Student("p", "Points Possible\n99"), *table.students[1:]))

    rows = canvas_rows(fresh(table, "HW").text)

    assert ["Points Possible" in row[0] for row in rows] == [False, True, *[False] * 6]


@pytest.mark.parametrize(
    "title",
    ["Final Grade", "My Current  Score", "Unposted Final\nPoints", "Override Status", "Week 3 (12)", "ID", "Section",
     "Student", "=1+1", "", "  ", "x" * 999, "第3週, \"a\"; b", "Week 3 (12) "],
)  # fmt: skip
def test_any_title_becomes_a_column_of_its_own(title: str) -> None:
    rows = canvas_rows(fresh(class_table(), title).text)

    assert canvas_assignments(rows[0]) == {5: rows[0][5]}  # kept, and found where it stands
    assert not re.search(r"\(\d+\)$", rows[0][5])  # that would be another assignment's id
    assert 0 < len(rows[0][5]) <= 255 and not rows[0][5].startswith(("=", "+", "-", "@"))


def test_an_ordinary_title_is_kept() -> None:
    assert heading("第3週: Affine (ReLU)") == "第3週: Affine (ReLU)"
