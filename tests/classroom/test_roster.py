"""Tables of students as platforms, registrars and people write them, and students found again in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.headings import folded
from grader.classroom.roster import read_roster, roster_of
from grader.errors import SubmissionError
from grader.gradebook.records import Student

Read = Callable[[str | bytes], tuple[Student, ...]]

JANE = Student("s1", "Jane Doe", "jane@x.edu", "A", "11", "jdoe")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: str | bytes) -> tuple[Student, ...]:
        (tmp_path / "roster.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_roster(tmp_path / "roster.csv").students

    return read


# --- reading ----------------------------------------------------------------------------------------------

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Affine (815),Current Score
,,,,,Manual Posting,
    Points Possible,,,,,10.00,(read only)
"Doe, Jane",11,s1,jdoe,A,3,
"山田, 太郎",12,,yamada,A,,
"Student, Test",99,,00aa11,A,,
"""
MOODLE = """\
First name,Last name,ID number,Institution,Department,Email address,Assignment: Affine (Real)
Jane,Doe,s1,,,jane@x.edu,3
太郎,山田,s2,,,yamada@x.jp,-
"""
WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum grade,Last modified (grade),Feedback comments
Participant 123,Jane Doe,jane@x.edu,Submitted,,10,-,
"""


def test_gradebooks_of_platforms_are_rosters(read: Read) -> None:
    assert read(CANVAS) == (
        Student("s1", "Doe, Jane", "", "A", "11", "jdoe"),
        Student("yamada", "山田, 太郎", "", "A", "12", "yamada"),
    )
    assert read(MOODLE) == (
        Student("s1", "Jane Doe", "jane@x.edu"),
        Student("s2", "山田 太郎", "yamada@x.jp"),
    )
    # the number of a participant is another one in the next assignment: it is no id
    assert read(WORKSHEET) == (Student("jane@x.edu", "Jane Doe", "jane@x.edu", "", "123"),)
    assert read(WORKSHEET.replace("Full name", "ID number,Full name").replace("Jane D", "s1,Jane D")) == (
        Student("s1", "Jane Doe", "jane@x.edu", "", "123"),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "ID,Name,Email,Section,Login",
        "Student ID;FULL NAME;E-mail;section;GitHub username",
        "学籍番号\t氏名\tメールアドレス\tクラス\tユーザ名",
        '"identifier","name","email","section","github_username"',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932"])
def test_headings_separators_and_encodings(read: Read, heading: str, encoding: str) -> None:
    separator = next(mark for mark in "\t;," if mark in heading)
    row = separator.join(["00123", "山田 太郎", "y@x.jp", "A", "yamada"])
    said = f"2026年度 深層学習\r\n\r\n{heading}\r\n{row}\r\n\r\n"

    assert read(said.encode(encoding)) == (Student("00123", "山田 太郎", "y@x.jp", "A", "", "yamada"),)


def test_the_habits_of_spreadsheets(read: Read) -> None:
    said = 'sep=;\r\nid;name;;\r\n="00123";"Doe; ""JD"" Jane\nJr.";;\r\n;;;\r\nｓ２;=HYPERLINK("x");;'

    assert read(said) == (Student("00123", 'Doe; "JD" Jane\nJr.'), Student("ｓ２", '=HYPERLINK("x")'))


def test_family_names_stand_first_where_they_do(read: Read) -> None:
    assert [one.name for one in read("id,名,姓\n1,太郎,山田\n2,Jane,Doe")] == ["山田 太郎", "Jane Doe"]


def test_an_e_mail_or_a_name_alone_is_enough(read: Read) -> None:
    assert [one.id for one in read("Name,Email\nJane,j@x\nJane,k@x")] == ["j@x", "k@x"]
    assert [one.id for one in read("氏名\n山田 太郎")] == ["山田 太郎"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("", "roster.csv is empty"),
        (" \n,,\n", "roster.csv is empty"),
        ("id,name\n", "headings in line 1 and no student"),
        ("number,points\n1,2\n", "line 1: no column is called “id”, “name” or “email”"),
        ('id,name\nA1,"x\ny"\na1,z\n', "line 4, column “id”: a1 is in line 2 as well"),
        ("Name\nJane Doe\nJane Doe\n", "line 3, column “Name”: Jane Doe is in line 2 as well"),
        ("学籍番号,氏名\n1,a\n,山田\n", "line 3, column “学籍番号”: 山田 has no id"),
        ("id,name\n1.23E+11,a\n", "line 2, column “id”: 1.23E+11 is a number that a spreadsheet has shortened"),
        ('id,name\n1,"never closed\n2,b\n', "line 2: unexpected end of data"),
        (b"id,name\n1,\x81", "no text in UTF-8"),
        (b"PK\x03\x04\0\0\0", "no text in UTF-8"),
    ],
)
def test_what_is_no_roster_is_one_line(read: Read, said: str | bytes, problem: str) -> None:
    with pytest.raises(SubmissionError) as error:
        read(said)

    assert problem in error.value.text.en
    assert error.value.text.ja != error.value.text.en


def test_no_roster_there(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="Check the path"):
        read_roster(tmp_path / "nowhere.csv")


# --- finding ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hints",
    [
        *(
            Student(word)
            for word in ("s1", "S1", "ｓ１", "11", "jdoe", "Jane@X.edu", "jane doe", "Doe, Jane", "doejane")
        ),
        Student("", lms_id="11"),
        Student("", email="JANE@x.edu"),
        Student("", login="JDoe"),
        Student("", "Doe  JANE"),
        Student("unheard of", "Jane Doe", "other@x.edu"),
    ],
)
def test_a_student_is_found_by_each_of_her_names(hints: Student) -> None:
    others = [Student("s2", "Jane Dough"), Student("s11", "山田 太郎", "s1@x.edu", "", "111", "janedoe1")]

    assert roster_of([*others, JANE]).find(hints) == JANE


@pytest.mark.parametrize("word", ["山田太郎", "太郎　山田", "山田, 太郎", "ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ・タロウ"])
def test_japanese_names_are_found_however_they_are_set(word: str) -> None:
    people = roster_of([Student("1", "山田 太郎"), Student("2", "ヤマダ タロウ"), Student("3", "山田 花子")])

    found = people.find(Student(word))

    assert found is not None
    assert found.id == ("1" if "山" in word else "2")


def test_nobody_is_guessed() -> None:
    three = [Student(str(number), "Jane Doe", lms_id=str(number * 100)) for number in (1, 2, 3)]
    people = roster_of([*three, Student("bob", login="carol"), Student("carol")])

    assert people.find(Student("Jane Doe")) is None
    assert people.find(Student("", "Doe Jane", lms_id="200")) == three[1]
    assert people.find(Student("carol")) is None, "the id of one, the login of another"
    assert people.find(Student("", lms_id="100", email="", login="carol")) is None, "contradictory"
    assert people.find(Student("")) is None
    assert people.find(Student("", "·")) is None
    assert people.find(Student("a.b")) is None


WORD = st.text(st.sampled_from("abß1Aｂ山田 ._,-"), max_size=4)
PERSON = st.builds(Student, WORD, WORD, WORD, st.just(""), WORD, WORD)
PEOPLE = st.lists(PERSON, min_size=1, max_size=6, unique_by=lambda one: folded(one.id))  # as `read_roster` sees to


@given(PEOPLE, st.data())
def test_never_the_wrong_person(students: list[Student], data: st.DataObject) -> None:
    """What is true of a student finds her or nobody, whoever else there is and however little of it is known."""
    truth = data.draw(st.sampled_from(students))
    hints = Student(*(data.draw(st.sampled_from([value, ""])) for value in truth))

    assert roster_of(students).find(hints) in (truth, None)


@given(PEOPLE, st.sampled_from(["lms_id", "email", "login"]), WORD)
def test_whoever_is_found_goes_by_what_was_said(students: list[Student], kind: str, word: str) -> None:
    found = roster_of(students).find(Student("")._replace(**{kind: word}))

    if found is not None:
        assert folded(getattr(found, kind)) == folded(word)
        assert sum(folded(getattr(one, kind)) == folded(word) for one in students) == 1
