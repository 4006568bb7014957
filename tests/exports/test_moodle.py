"""What Moodle would make of our files: its worksheet importer and its cutting of folder names, written again as the judge."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from grader.exports.grades import ExportError
from grader.exports.moodle import feedback_zip, fill_worksheet, gradebook_csv, participant
from grader.gradebook.records import ClassTable, Student
from tests.exports.sample import STUDENTS, class_table

EN = ("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Last modified (grade)", "Feedback comments")  # fmt: skip
JA = ("ID", "氏名", "メールアドレス", "ステータス", "評点", "最大評点", "最終更新日時 (評定)", "フィードバックコメント")
WHEN = "Saturday, 21 November 2026, 2:02 PM"


def worksheet(headings: tuple[str, ...] = EN, most: str = "100.00", word: str = "Participant ") -> str:
    rows = (
        (f"{word}101", "佐藤 健", "sato@example.ac.jp", "Submitted", "", most, f'"{WHEN}"', ""),
        (f"{word}102", '"Tanaka, PhD"', "", "", "50.00", most, f'"{WHEN}"', "Well done"),
        (f"{word}555", "=A1", "ANN@example.ac.jp", "", "", most, f'"{WHEN}"', ""),
        (f"{word}105", '"two\nlines"', "", "", "1", most, f'"{WHEN}"', ""),
        (f"{word}999", "Nobody", "", "", "3", most, f'"{WHEN}"', ""),
    )
    return "\ufeff" + "".join(",".join(row) + "\r\n" for row in (headings, *rows))


def imported(data: str, headings: tuple[str, ...] = EN) -> dict[int, tuple[str, str]]:
    """Grade and feedback by participant, as `assignfeedback_offline_grade_importer` reads them with the strings of the
    language that `headings` are in; a grade that `process_import_grades` would skip is left out."""
    columns, *rows = csv.reader(io.StringIO(data.removeprefix("\ufeff"), newline=""))
    at = {name: columns.index(heading) for name, heading in zip(
        ("id", "grade", "most", "modified", "feedback"), (headings[0], *headings[4:]), strict=True
    )}  # fmt: skip
    prefix = "Participant " if headings is EN else "参加者"
    found = {}
    for row in rows:
        assert row[at["modified"]] == WHEN  # or the row would be stale
        grade = row[at["grade"]]
        if grade and 0 <= float(grade) <= float(row[at["most"]]):
            found[int(row[at["id"]][len(prefix) :])] = (grade, row[at["feedback"]])
    return found


# --- the worksheet ------------------------------------------------------------------------------------------


def test_moodle_reads_grades_and_comments_from_the_filled_worksheet() -> None:
    filled = fill_worksheet(worksheet(), class_table())
    read = imported(filled.text)

    assert {number: grade for number, (grade, _) in read.items()} == {
        101: "100",
        102: "75",
        555: "100",
        105: "1",
        999: "3",
    }
    assert read[101][1] == "affine 10/10; relu 5/5"
    assert read[102][1] == "Well done"  # a teacher's own words stay
    assert filled.filled == 3


def test_only_grades_and_empty_comments_change() -> None:
    before = list(csv.reader(io.StringIO(worksheet(), newline="")))
    after = list(csv.reader(io.StringIO(fill_worksheet(worksheet(), class_table()).text, newline="")))

    changed = {(row, column) for row in range(6) for column in range(8) if before[row][column] != after[row][column]}
    assert changed == {(1, 4), (1, 7), (2, 4), (3, 4), (3, 7)}


def test_a_japanese_worksheet_keeps_its_headings_and_gets_japanese_comments() -> None:
    table = class_table()
    filled = fill_worksheet(worksheet(JA, word="参加者 ").encode().replace(b"Well done", b""), table)

    assert filled.text.startswith("\ufeff" + ",".join(JA))
    assert imported(filled.text, JA)[102] == ("75", "affine 7.5/10 (db が平均です。); relu: 免除")


def test_comments_are_safe_as_html_and_tell_no_reason_of_an_adjustment() -> None:
    filled = fill_worksheet(worksheet().replace("Well done", ""), class_table())

    assert "&lt;b&gt;not&lt;/b&gt;" in filled.text and "relu: excused" in filled.text
    assert "ill" not in filled.text and "teacher" not in filled.text


def test_everybody_who_gets_no_grade_is_named() -> None:
    said = "\n".join(note.en for note in fill_worksheet(worksheet(), class_table()).notes)

    assert "1 row of the file is nobody's in this class and stays as it was: Nobody." in said
    assert "2 students are not in the file" in said and "=HYPERLINK" in said and "+s6" in said
    assert "excused, which the worksheet cannot say; their rows stay: two lines." in said
    assert "the grader failed at part of these" in said and "O_Neil" in said


def test_more_than_the_maximum_which_moodle_would_skip_becomes_the_maximum_and_is_said() -> None:
    table = class_table()
    extra = table.total.copy()
    extra[0] = 18
    filled = fill_worksheet(worksheet(most="15"), table._replace(total=extra))

    assert imported(filled.text)[101][0] == "15"
    assert any("more than 15" in note.en and "佐藤 健" in note.en for note in filled.notes)
    assert not any("scaled" in note.en for note in filled.notes)


def test_points_cannot_fill_a_scale() -> None:
    with pytest.raises(ExportError, match="scale"):
        fill_worksheet(worksheet(most="Good"), class_table())


@pytest.mark.parametrize("missing", [0, 4, 6])
def test_a_worksheet_without_what_moodle_needs_is_refused(missing: int) -> None:
    headings = tuple("Anything" if index == missing else name for index, name in enumerate(EN))

    with pytest.raises(ExportError, match=EN[missing].split()[0]):
        fill_worksheet(worksheet(headings), class_table())


# --- the gradebook ------------------------------------------------------------------------------------------


def gradebook(table: ClassTable, most: float = 100.0) -> list[dict[str, str]]:
    data = gradebook_csv(table, "en", most).text
    assert data.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(data[1:], newline="")))


def test_the_gradebook_has_a_key_a_grade_and_feedback_for_each_student() -> None:
    rows = gradebook(class_table())

    assert [row["ID number"].lstrip("'") for row in rows] == [one.id for one in STUDENTS]
    assert [row["Total"] for row in rows] == ["100", "75", "0", "100", "-", "0"]  # `-` is no grade
    assert all(row["Feedback"] for row in rows)  # grade and feedback together
    assert rows[1]["Full name"] == "Tanaka, PhD" and rows[2]["Full name"].startswith("'=")


def test_no_grade_is_above_what_moodle_accepts() -> None:
    table = class_table()
    extra = table.total.copy()
    extra[0] = 30
    table = table._replace(total=extra)

    assert gradebook(table)[0]["Total"] == "100"
    assert any("more than 100" in note.en for note in gradebook_csv(table).notes)


def test_the_traps_of_the_import_are_said() -> None:
    said = "\n".join(note.en for note in gradebook_csv(class_table()).notes)

    assert (
        "map Total and Feedback" in said and "stops the whole file" in said and "scaled from 15 points to 100" in said
    )


# --- feedback files -----------------------------------------------------------------------------------------


def recipients(data: bytes, participants: set[int]) -> dict[int, str]:
    """Participant and content of every file, as `assignfeedback_file_zip_importer` finds them."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            for part in name.split("/"):
                info = part.split("_", 4)
                if len(info) >= 4 and info[1].isascii() and info[1].isdigit() and int(info[1]) in participants:
                    assert info[2:4] == ["assignfeedback", "file"]
                    assert len(info) == 5 and not info[4]  # Moodle before 4.1 wants the fifth part
                    assert name.endswith("/feedback.html")
                    found[int(info[1])] = archive.read(name).decode()
                    break
    return found


def test_moodle_finds_the_participant_of_every_feedback_file() -> None:
    people = (
        *STUDENTS[:3],
        Student("s4", "An_Oe_7_assignfeedback_file", lms_id="104"),
        Student("s5", "../../etc/passwd", lms_id="参加者 105"),
        Student("s6", "..~", lms_id="106"),
        Student("s7", "長" * 10_000, lms_id="107"),
    )
    zipped = feedback_zip((one, f"<p>{one.id} 採点</p>") for one in people)

    numbers = range(101, 108)
    assert recipients(zipped.data, set(numbers)) == {n: f"<p>s{n - 100} 採点</p>" for n in numbers}
    with zipfile.ZipFile(io.BytesIO(zipped.data)) as archive:
        assert all(len(part.encode()) < 255 and part != ".." for name in archive.namelist() for part in name.split("/"))
    assert not zipped.notes


def test_who_has_no_number_of_their_own_is_left_out_and_named() -> None:
    people = (
        Student("a", "Ann"),
        Student("b", "Ben", lms_id="x7"),
        Student("c", "Cy", lms_id="7"),
        Student("d", "Di", lms_id="07"),
    )
    zipped = feedback_zip((one, one.id) for one in people)

    assert recipients(zipped.data, {7}) == {7: "c"}
    assert zipped.notes[0].en.endswith("Ann, Ben, Di.")


def test_the_same_pages_give_the_same_bytes() -> None:
    assert feedback_zip([(STUDENTS[0], "x")]).data == feedback_zip([(STUDENTS[0], "x")]).data


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("123", "123"),
        ("Participant 123", "123"),
        ("参加者123", "123"),
        ("", ""),
        ("a_1", ""),
        ("１２", ""),
        ("1 2", ""),
    ],
)
def test_participants(said: str, number: str) -> None:
    assert participant(said) == number
