"""Submissions as platforms hand them out: real folders, zips and tars, and whose each part of them is."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from grader.classroom.intake import HandIn, Intake, take_in
from grader.classroom.roster import Roster, roster_of
from grader.errors import SubmissionError
from grader.gradebook.records import Student
from grader.model import Course
from grader.submission import account, files
from grader.submission.load import submission_of
from tests.conftest import ROOT, exercise

Data = str | bytes
Writer = Callable[[Path, dict[str, Data]], Path]


def as_bytes(data: Data) -> bytes:
    return data.encode() if isinstance(data, str) else data


def as_folder(at: Path, entries: dict[str, Data]) -> Path:
    """A name that ends in `/` is an empty folder."""
    for name, data in entries.items():
        path = at / "week 3" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if name.endswith("/") else path.write_bytes(as_bytes(data))
    return at / "week 3"


def as_zip(at: Path, entries: dict[str, Data]) -> Path:
    (at / "week3.zip").write_bytes(zipped(entries))
    return at / "week3.zip"


def as_tar(at: Path, entries: dict[str, Data]) -> Path:
    with tarfile.open(at / "week3.tar.gz", "w:gz") as archive:
        for name, data in reversed(entries.items()):
            entry = tarfile.TarInfo(name.rstrip("/"))
            entry.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
            entry.size = len(as_bytes(data))
            archive.addfile(entry, io.BytesIO(as_bytes(data)))
    return at / "week3.tar.gz"


def zipped(entries: dict[str, Data], encoding: str = "") -> bytes:
    """A zip; with `encoding`, its names in that encoding and without the flag that says UTF-8, as Windows writes them."""

    class Foreign(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
            return self.filename.encode(encoding), self.flag_bits

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in reversed(entries.items()):
            archive.writestr(Foreign(name) if encoding else name, as_bytes(data), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read(hand_in: HandIn) -> dict[str, str]:
    return {str(file.name): (file.data or b"").decode() for file in hand_in.read().files}


def contents(intake: Intake) -> dict[str, dict[str, str]]:
    return {one.student.id: read(one) for one in intake.hand_ins}


def said(intake: Intake) -> str:
    return "\n".join(note.en for note in (*intake.notes, *(note for one in intake.hand_ins for note in one.notes)))


def people(*students: Student) -> Roster:
    return roster_of(students)


WAYS = pytest.mark.parametrize("write", [as_folder, as_zip, as_tar])

# --- plain ------------------------------------------------------------------------------------------------


@WAYS
def test_each_child_is_a_student(tmp_path: Path, write: Writer) -> None:
    entries: dict[str, Data] = {
        "dora/": "",
        "山田 太郎.tar/affine.py": "folder",
        "carol.d.ipynb": "{}",
        "bob.zip": zipped({"old/affine.py": "B", "notes.txt": "", ".x/affine.py": ""}),
        "alice.py": "A",
        "index.html": "",
        "Thumbs.db": "",
        ".DS_Store": "",
        "__MACOSX/._alice.py": "",
        "README.txt": "",
    }

    intake = take_in(write(tmp_path, entries), None)

    assert contents(intake) == {
        "alice": {"answer.py": "A"},
        "bob": {"notes.txt": "", "old/affine.py": "B"},
        "carol.d": {"answer.ipynb": "{}"},
        "dora": {},
        "山田 太郎.tar": {"affine.py": "folder"},
    }
    assert [one.read().alone for one in intake.hand_ins] == [True, False, True, False, False]
    assert [note.en for note in intake.notes] == [
        "Each file or folder is taken for one student's: 5 were found.",
        "Nobody's, and left out: README.txt.",
    ]


@WAYS
def test_the_roster_names_them_and_misses_those_who_are_not_there(tmp_path: Path, write: Writer) -> None:
    entries: dict[str, Data] = {
        "jane@x.edu/affine.py": "J",
        "Tarō.zip": zipped({}),
        "yamada.pdf": "",
        "mallory.py": "M",
    }
    roster = people(
        Student("3", "Jane Doe", "Jane@x.edu"),
        Student("1", "absent"),
        Student("2", "Tarō"),
        Student("4", login="yamada"),
    )

    intake = take_in(write(tmp_path, entries), roster)

    assert [(one.student.id, one.name) for one in intake.hand_ins] == [
        ("1", ""), ("2", "Tarō.zip"), ("3", "jane@x.edu"), ("4", "yamada.pdf"), ("mallory", "mallory.py"),
    ]  # fmt: skip
    with pytest.raises(SubmissionError, match=r"holds no \.py file or notebook, but yamada\.pdf"):
        intake.hand_ins[3].read()
    rest = intake._replace(hand_ins=(*intake.hand_ins[:3], intake.hand_ins[4]))
    assert contents(rest) == {"1": {}, "2": {}, "3": {"affine.py": "J"}, "mallory": {"mallory.py": "M"}}
    assert "yamada.pdf is no .py file" in intake.hand_ins[3].notes[0].en
    assert "mallory.py is not in the roster" in intake.hand_ins[4].notes[0].en


def test_a_single_file_is_a_class_of_one(tmp_path: Path) -> None:
    (tmp_path / "alice.py").write_text("A")

    assert contents(take_in(tmp_path / "alice.py", None)) == {"alice": {"answer.py": "A"}}


@WAYS
def test_the_folder_that_an_archive_is_made_of_is_no_student(tmp_path: Path, write: Writer) -> None:
    path = write(tmp_path, {f"{tmp_path.name if write is as_folder else 'week3'}/alice/affine.py": "A"})
    renamed = path.rename(path.with_name(tmp_path.name)) if write is as_folder else path

    assert contents(take_in(renamed, None)) == {"alice": {"affine.py": "A"}}


def test_a_roster_tells_a_student_from_a_wrapper(tmp_path: Path) -> None:
    path = as_zip(tmp_path, {"homework/alice/affine.py": "A"})

    assert [one.name for one in take_in(path, people(Student("alice"))).hand_ins] == ["homework/alice"]
    assert [one.name for one in take_in(path, people(Student("homework"), Student("alice"))).hand_ins] == [
        "",
        "homework",
    ]
    assert contents(take_in(path, None)) == {"homework": {"alice/affine.py": "A"}}


def test_two_hand_ins_of_one_student_are_refused_unless_it_is_said_which_is_newer(tmp_path: Path) -> None:
    entries: dict[str, Data] = {
        "alice/affine.py": "1",
        "alice.zip": zipped({"sigmoid.py": "2"}),
        "7.py": "3",
        "bob.py": "",
    }

    seven, bob = take_in(as_folder(tmp_path, entries), people(Student("7", login="alice"), Student("bob"))).hand_ins

    assert (seven.student.id, seven.name) == ("7", "7.py, alice, alice.zip")
    with pytest.raises(SubmissionError, match=r"^7\.py, alice, alice\.zip are one student's by their names"):
        seven.read()
    assert read(bob) == {"answer.py": ""}


def test_three_of_one_name_are_not_confused(tmp_path: Path) -> None:
    roster = people(*(Student(f"s{number}", "Jane Doe", lms_id=f"10{number}") for number in (1, 2, 3)))
    plain = take_in(as_folder(tmp_path, {"Jane Doe/affine.py": "?", "s2/affine.py": "2"}), roster)
    moodle = take_in(
        as_zip(tmp_path, {f"Jane Doe_10{n}_assignsubmission_file/affine.py": str(n) for n in (3, 1, 4)}), roster
    )

    assert contents(plain) == {"Jane Doe": {"affine.py": "?"}, "s1": {}, "s2": {"affine.py": "2"}, "s3": {}}
    assert contents(moodle) == {"104": {"affine.py": "4"}, "s1": {"affine.py": "1"}, "s2": {}, "s3": {"affine.py": "3"}}
    assert "more than one student could be meant" in said(plain)


def test_a_stranger_never_gets_the_id_of_a_student(tmp_path: Path) -> None:
    roster = people(Student("carol"), Student("bob", login="carol"))

    intake = take_in(as_folder(tmp_path, {"carol/affine.py": "?"}), roster)

    assert contents(intake) == {"bob": {}, "carol": {}, "carol?": {"affine.py": "?"}}


def test_one_student_of_a_platform_is_no_wrapper(tmp_path: Path) -> None:
    """Not even if she handed in what she once downloaded."""
    path = as_zip(tmp_path, {"Jane Doe_12_assignsubmission_file/doejane_11_801_affine.py": "J"})

    assert contents(take_in(path, None)) == {"12": {"doejane_11_801_affine.py": "J"}}


# --- git --------------------------------------------------------------------------------------------------


@WAYS
def test_checkouts_lose_what_all_their_names_begin_with(tmp_path: Path, write: Writer) -> None:
    names = ("hw3-al-ice", "hw3-alan", "hw3-zoe")
    entries: dict[str, Data] = {f"{name}/{file}": name for name in names for file in (".git/HEAD", "affine.py")}

    intake = take_in(write(tmp_path, entries), people(Student("1", login="al-ice"), Student("2", login="alan")))

    assert {one.student.id: one.name for one in intake.hand_ins} == {
        "1": "hw3-al-ice", "2": "hw3-alan", "hw3-zoe": "hw3-zoe"
    }  # fmt: skip
    assert contents(intake)["1"] == {"affine.py": "hw3-al-ice"}


def test_folders_that_are_no_checkouts_keep_their_names(tmp_path: Path) -> None:
    path = as_folder(tmp_path, {"hw3-alice/affine.py": "", "hw3-bob/affine.py": ""})

    assert [one.student.id for one in take_in(path, people(Student("alice"))).hand_ins] == [
        "alice",
        "hw3-alice",
        "hw3-bob",
    ]


# --- Moodle -----------------------------------------------------------------------------------------------

MOODLE: dict[str, Data] = {
    "Jane_van der Doe_1234567_assignsubmission_file/affine.py": "J",
    "Jane_van der Doe_1234567_assignsubmission_onlinetext/onlinetext.html": "typed",
    "Jane_van der Doe_1234567_assignsubmission_onlinetext/sigmoid.py": "pasted",
    "山田 太郎_1234568_assignsubmission_file_/第3回/homework.py": "Y",
    "Participant_1234569_assignsubmission_file_/レポート.zip": zipped({"affine.py": "P"}),
    "Sam O'Neil_1234570_assignsubmission_onlinetext_/onlinetext.html": "typed",
}
FLAT: dict[str, Data] = {
    "Jane_van der Doe_1234567_assignsubmission_file_affine.py": "J",
    "Jane_van der Doe_1234567_assignsubmission_onlinetext_onlinetext.html": "typed",
    "山田 太郎_1234568_assignsubmission_file_第3回_homework.py": "Y",
    "Participant_1234569_assignsubmission_file_レポート.zip": zipped({"affine.py": "P"}),
    "Sam O'Neil_1234570_assignsubmission_onlinetext_onlinetext.html": "typed",
}
PARTICIPANTS = people(
    Student("j", "Jane_van der Doe"),
    Student("y", "太郎 山田"),
    Student("p", lms_id="1234569"),
    Student("s", "sam oneil"),
)


@WAYS
def test_moodle(tmp_path: Path, write: Writer) -> None:
    intake = take_in(write(tmp_path, MOODLE), PARTICIPANTS)

    assert contents(intake) == {
        "j": {"affine.py": "J"}, "p": {"レポート.zip/affine.py": "P"}, "s": {}, "y": {"第3回/homework.py": "Y"}
    }  # fmt: skip
    assert [one.read().alone for one in intake.hand_ins] == [True, False, False, True]
    assert said(intake) == "A download of Moodle: 4 were handed in."


@WAYS
def test_moodle_without_folders(tmp_path: Path, write: Writer) -> None:
    intake = take_in(write(tmp_path, FLAT), PARTICIPANTS)

    assert contents(intake) == {
        "j": {"affine.py": "J"}, "p": {"レポート.zip/affine.py": "P"}, "s": {}, "y": {"第3回_homework.py": "Y"}
    }  # fmt: skip
    assert [one.read().alone for one in intake.hand_ins] == [True, False, False, True]


def test_moodle_without_a_roster(tmp_path: Path) -> None:
    intake = take_in(as_zip(tmp_path, MOODLE | {"Default group_assignsubmission_file/affine.py": "G"}), None)

    assert [one.student for one in intake.hand_ins] == [
        Student("1234567", "Jane_van der Doe", lms_id="1234567"),
        Student("1234568", "山田 太郎", lms_id="1234568"),
        Student("1234569", "Participant", lms_id="1234569"),
        Student("1234570", "Sam O'Neil", lms_id="1234570"),
        Student("Default group", "Default group"),
    ]


@pytest.mark.parametrize("encoding", ["", "utf-8", "cp932"])
def test_japanese_names_in_zips(tmp_path: Path, encoding: str) -> None:
    """With the flag for UTF-8 (Moodle), in UTF-8 without it (macOS), and in cp932 (Windows), where 表 and ソ end in `\\`."""
    inner = zipped({"課題/ソフトマックス表.py": "S", "affine.py": "A"}, encoding)
    entries: dict[str, Data] = {
        "山田 太郎_12_assignsubmission_file/表.zip": inner,
        "能登 ソフィア_13_assignsubmission_file/affine.py": "B",
    }
    (tmp_path / "第3回.zip").write_bytes(zipped(entries, encoding))

    intake = take_in(tmp_path / "第3回.zip", people(Student("1", "山田太郎"), Student("2", "ソフィア 能登")))

    assert contents(intake) == {
        "1": {"表.zip/affine.py": "A", "表.zip/課題/ソフトマックス表.py": "S"}, "2": {"affine.py": "B"}
    }  # fmt: skip


def test_accents_in_zips_of_the_west(tmp_path: Path) -> None:
    entries: dict[str, Data] = {"Müller, Bob/affine.py": "M", "Hélène/affine.py": "H", "Åsa/affine.py": "Å"}
    (tmp_path / "a.zip").write_bytes(zipped(entries, "cp437"))

    assert [one.student.id for one in take_in(tmp_path / "a.zip", None).hand_ins] == ["Hélène", "Müller, Bob", "Åsa"]


def test_a_name_of_macos_is_the_same_name(tmp_path: Path) -> None:
    """が as か and a mark, as Apple's file systems and zips have it."""
    decomposed = "か\u3099っこう.py"

    assert [one.student.id for one in take_in(as_zip(tmp_path, {decomposed: ""}), None).hand_ins] == ["がっこう"]
    assert [
        one.student.id for one in take_in(as_zip(tmp_path, {decomposed: ""}), people(Student("1", "がっこう"))).hand_ins
    ] == ["1"]


# --- Canvas -----------------------------------------------------------------------------------------------

CANVAS: dict[str, Data] = {
    "doejane_11_801_affine.py": "first",
    "doejane_11_802_affine-1.py": "second",
    "doejane_11_910_affine-10.py": "tenth",
    "doejane_11_804_hw-1.ipynb": "{1}",
    "doejane_11_805_hw-2.ipynb": "{2}",
    "山田太郎_LATE_12_806_my_final_1_2_homework.py": "Y",
    "anonymous_k3xP2_807_affine.py": "anonymous",
    "anonymous_late_99999_808_affine.py": "late",
    "oneilsam_14_text.html": "typed",
    "index.html": "",
}


@WAYS
def test_canvas(tmp_path: Path, write: Writer) -> None:
    roster = people(
        Student("j", "Doe, Jane"), Student("y", "unknown to Canvas", lms_id="12"), Student("s", "Sam O'Neil")
    )

    intake = take_in(write(tmp_path, CANVAS), roster)

    assert contents(intake) == {
        "99999": {"affine.py": "late"},
        "j": {"affine.py": "tenth", "hw-1.ipynb": "{1}", "hw-2.ipynb": "{2}"},
        "k3xP2": {"affine.py": "anonymous"},
        "s": {},
        "y": {"my_final_1_2_homework.py": "Y"},
    }
    assert [one.late for one in intake.hand_ins] == [True, False, False, False, True]
    assert [one.read().alone for one in intake.hand_ins] == [True, False, True, False, True]
    assert "Handed in again: affine-10.py counts, not affine.py, affine-1.py." in said(intake)
    assert "A download of Canvas: 5 were handed in." in said(intake)


# --- Gradescope -------------------------------------------------------------------------------------------

METADATA = """\
---
submission_2:
  :submitters:
  - :name: Jane Doe
    :sid: 00123
    :email: jane@x.edu
  - :name: "山田 太郎"
    :sid: '7'
    :email:
  :created_at: 2026-11-20 13:00:00.160352000 Z
  :score: 1.0
submission_3:
  :submitters:
  - &1
    :name: Jane Doe
    :sid: 00123
    :email: jane@x.edu
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2026-11-20 12:00:00.000000000 Z
    zone: !ruby/object:ActiveSupport::TimeZone
      name: Asia/Tokyo
  :history: [*1]
submission_4:
  :submitters: []
  :created_at: 2026-11-20 21:30:00 +0900
"""
GRADESCOPE: dict[str, Data] = {
    "assignment_9_export/submission_metadata.yml": METADATA,
    "assignment_9_export/submission_2/affine.py": "newer",
    "assignment_9_export/submission_3/affine.py": "older",
    "assignment_9_export/submission_4/affine.py": "whose?",
    "assignment_9_export/submission_5/affine.py": "not in the metadata",
}


@WAYS
@pytest.mark.parametrize("unpacked", [False, True])
def test_gradescope(tmp_path: Path, write: Writer, unpacked: bool) -> None:
    entries = {name.partition("/")[2]: data for name, data in GRADESCOPE.items()} if unpacked else GRADESCOPE
    roster = people(Student("00123", "Jane"), Student("y", "太郎 山田"))

    intake = take_in(write(tmp_path, entries), roster)

    assert contents(intake) == {
        "00123": {"affine.py": "newer"}, "submission_4": {"affine.py": "whose?"}, "y": {"affine.py": "newer"}
    }  # fmt: skip
    at = ["2026-11-20T13:00:00+00:00", "2026-11-20T21:30:00+09:00", "2026-11-20T13:00:00+00:00"]
    assert [one.handed_in_at for one in intake.hand_ins] == at
    folder = "" if unpacked else "assignment_9_export/"
    counts = f"Handed in more than once: {folder}submission_2 counts, not {folder}submission_3."
    assert [note.en for note in intake.hand_ins[0].notes] == ["Handed in together: Jane Doe, 山田 太郎.", counts]
    assert "Nobody's, and left out: submission_5." in said(intake)


@pytest.mark.parametrize("metadata", ["a: [", "[" * 100_000, "- 1", "\x00", b"\xff\xfe\xfd"])
def test_metadata_that_cannot_be_read_are_one_line(tmp_path: Path, metadata: Data) -> None:
    with pytest.raises(SubmissionError, match=r"submission_metadata\.yml, line \d, cannot be read"):
        take_in(as_folder(tmp_path, {"submission_metadata.yml": metadata, "submission_1/affine.py": ""}), None)


def test_metadata_make_no_objects(tmp_path: Path) -> None:
    evil = f"submission_1:\n  :submitters:\n  - :sid: !!python/object/apply:os.mkdir ['{tmp_path / 'made'}']\n"

    intake = take_in(as_folder(tmp_path, {"submission_metadata.yml": evil, "submission_1/affine.py": "A"}), None)

    assert [one.student.id for one in intake.hand_ins] == ["submission_1"]
    assert not (tmp_path / "made").exists()


# --- archives in archives, and those that mean no good -----------------------------------------------------


@WAYS
def test_one_level_of_archives_is_opened(tmp_path: Path, write: Writer) -> None:
    inner = zipped({"affine.py": "A", "deeper.zip": zipped({"sigmoid.py": "S"})})
    at = tmp_path / "inner"
    at.mkdir()
    tar = as_tar(at, {"relu.py": "R"}).read_bytes()
    entries: dict[str, Data] = {
        "alice/answers.zip": inner,
        "alice/more.tgz": tar,
        "bob.zip": zipped({"answers.zip": inner}),
    }

    assert contents(take_in(write(tmp_path, entries), None)) == {
        "alice": {"answers.zip/affine.py": "A", "answers.zip/deeper.zip/sigmoid.py": "S", "more.tgz/relu.py": "R"},
        "bob": {"answers.zip/affine.py": "A", "answers.zip/deeper.zip/sigmoid.py": "S"},
    }


@WAYS
def test_a_damaged_archive_costs_its_student_and_nobody_else(tmp_path: Path, course: Course, write: Writer) -> None:
    cut = zipped({"affine.py": "x" * 1000})[:-30]
    chosen = (exercise(course, "affine"),)
    entries: dict[str, Data] = {
        "a.zip": cut, "b/answers.zip": cut, "c/answers.zip": cut, "c/affine.py": "C", "d.tar.gz": b"\x1f\x8b", "e.py": "E"
    }  # fmt: skip

    a, b, c, d, e = take_in(write(tmp_path, entries), None).hand_ins

    for damaged in (a, d):
        with pytest.raises(SubmissionError, match=rf"^{damaged.name} (is damaged or not an archive|is cut off)"):
            damaged.read()
    with pytest.raises(SubmissionError, match=r"^answers\.zip (is damaged or not an archive|is cut off)"):
        submission_of(b.read(), chosen)
    found = submission_of(c.read(), chosen)
    assert found.answers["affine"].text == "C"
    assert "answers.zip is cut off" in found.notes[0].en
    assert read(e) == {"answer.py": "E"}


@WAYS
def test_a_bomb_costs_its_student_and_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Writer
) -> None:
    monkeypatch.setattr(account, "MAX_ENTRIES", 50)
    for module in (files, account):  # of one archive, and of all together
        monkeypatch.setattr(module, "MAX_ARCHIVE_BYTES", 1 << 20)
    monkeypatch.setattr(account, "MAX_UNPACKED_BYTES", 3 << 19)
    monkeypatch.setattr(account, "MAX_PASSED_BYTES", 3 << 19)
    monkeypatch.setattr(account, "MAX_SKIPPED", 50)
    at = tmp_path / "inner"
    at.mkdir()
    entries: dict[str, Data] = {
        "files.zip": zipped({f"{number}.py": "" for number in range(51)}),
        "many/1.zip": zipped({f"{number}.txt": "" for number in range(30)}),
        "many/2.zip": zipped({f"{number}.txt": "" for number in range(30)}),
        "tar.tar.gz": as_tar(at, {"zeros.bin": bytes(2 << 20)}).read_bytes(),
        "packed/1.zip": zipped({"data.bin": Random(1).randbytes(700_000)}),
        "packed/2.zip": zipped({"data.bin": Random(2).randbytes(700_000)}),
        "table.zip": zipped({"x" * 200 + str(number): "" for number in range(600)}),
        "zip.zip": zipped({"zeros.zip": bytes(2 << 20)}),
        "zz.py": "Z",
    }

    *bombs, tall, fine = take_in(write(tmp_path, entries), None).hand_ins

    for bomb in bombs:
        with pytest.raises(SubmissionError, match="hand in the answers alone"):
            bomb.read()
    assert "zeros.zip is larger than 1 MiB" in tall.read().files[0].problem.en
    assert read(fine) == {"answer.py": "Z"}


def test_a_tar_of_a_class_is_unpacked_no_further_than_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.classroom.tree.MAX_CLASS_BYTES", 1 << 20)

    with pytest.raises(SubmissionError, match=r"week3\.tar\.gz holds more than"):
        take_in(as_tar(tmp_path, {"alice/zeros.bin": bytes(2 << 20)}), None)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04" + bytes(60), b"\x1f\x8b" + bytes(60)])
def test_a_damaged_class_is_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(SubmissionError, match=r"damaged or not an archive|is cut off|has no bytes"):
        take_in(tmp_path / name, None)


def test_no_class_there(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="Check the path"):
        take_in(tmp_path / "nowhere", None)


@pytest.mark.parametrize("write", [as_zip, as_tar])
def test_names_that_lead_out_are_no_names(tmp_path: Path, write: Writer) -> None:
    entries: dict[str, Data] = {
        "../a.py": "",
        "/b.py": "",
        "alice/../../c.py": "",
        "alice\\..\\d.py": "",
        "alice\\affine.py": "A",
    }

    assert contents(take_in(write(tmp_path, entries), None)) == {"alice": {"affine.py": "A"}}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
def test_links_and_pipes_are_neither_followed_nor_opened(tmp_path: Path) -> None:
    folder = as_folder(tmp_path, {"alice/real.py": "secret"})
    (folder / "alice" / "affine.py").symlink_to(folder / "alice" / "real.py")
    (folder / "alice" / "answers.zip").symlink_to(as_zip(tmp_path, {"affine.py": "secret"}))
    (folder / "bob.py").symlink_to(folder / "alice" / "real.py")
    (folder / "carol").symlink_to(folder / "alice")
    os.mkfifo(folder / "dave.zip")

    alice, bob, carol, dave = take_in(folder, people(Student("carol"))).hand_ins

    links = {str(file.name): file.problem.en for file in alice.read().files if file.data is None}
    assert sorted(links) == ["affine.py", "answers.zip"]
    assert all("link or device" in problem for problem in [*links.values(), bob.read().files[0].problem.en])
    with pytest.raises(SubmissionError, match=r"^carol is a link or device"):
        carol.read()
    with pytest.raises(SubmissionError, match="link or device"):
        dave.read()


def test_a_folder_that_cannot_be_read_is_not_empty(tmp_path: Path) -> None:
    folder = as_folder(tmp_path, {"alice/affine.py": "A"})
    [alice] = take_in(folder, None).hand_ins
    (folder / "alice").rename(tmp_path / "gone")

    with pytest.raises(SubmissionError, match="alice cannot be read"):
        alice.read()


# --- parcels ----------------------------------------------------------------------------------------------


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    folder = as_folder(tmp_path, {"alice/affine.py": "early", "bob.zip": b"not written yet"})
    intake = take_in(folder, None)
    (folder / "alice" / "affine.py").write_text("late")
    (folder / "bob.zip").write_bytes(zipped({"affine.py": "late"}))

    assert contents(intake) == {"alice": {"affine.py": "late"}, "bob": {"affine.py": "late"}}


def test_the_same_bytes_have_the_same_digest(tmp_path: Path) -> None:
    both: dict[str, Data] = {"affine.py": "A", "lib/sigmoid.py": "S"}
    entries: dict[str, Data] = {f"alice/{name}": data for name, data in both.items()}
    entries |= {f"bob/{name}": data for name, data in reversed(both.items())}
    entries |= {
        "carol.zip": zipped(both),
        "dave/affine.py": "Alib/sigmoid.pyS",
        "erin.py": "A",
        "fred.py": "A",
    }
    folder, packed = as_folder(tmp_path, entries), as_zip(tmp_path, entries)

    digests = [one.read().digest for one in take_in(folder, None).hand_ins]

    assert digests == [one.read().digest for one in take_in(packed, None).hand_ins]
    alice, bob, carol, dave, erin, fred = digests
    assert alice == bob == carol
    assert erin == fred
    assert len({alice, dave, erin}) == 3


def test_a_problem_has_a_digest_of_its_own(tmp_path: Path) -> None:
    folder = as_folder(tmp_path, {"alice/affine.py": "", "bob/affine.py": "#" * ((1 << 20) + 1)})

    alice, bob = (one.read() for one in take_in(folder, None).hand_ins)

    assert (alice.files[0].data, bob.files[0].data) == (b"", None)
    assert alice.digest != bob.digest


def test_a_parcel_travels(tmp_path: Path) -> None:
    [hand_in] = take_in(as_folder(tmp_path, {"alice/affine.py": "A", "alice/a.zip": b"no"}), None).hand_ins
    sent = hand_in.read()

    assert pickle.loads(pickle.dumps(sent)) == sent


def test_to_know_a_parcel_costs_nothing() -> None:
    code = "import sys, grader.submission.files, grader.submission.load; print(*sys.modules.keys() & {'zipfile', 'tarfile', 'nbformat', 'numpy', 'yaml'})"

    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert made.stdout.split() == []


def test_a_file_answers_what_it_defines_and_what_it_is_named_after(tmp_path: Path, course: Course) -> None:
    """Adam's file is named after him, not after the exercise `adam`; a platform says whose a file is, and keeps its name."""
    chosen = tuple(exercise(course, id_) for id_ in ("adam", "affine"))
    affine = "class Affine:\n    def forward(self, x):\n        return x"
    plain = take_in(as_folder(tmp_path, dict.fromkeys(("adam.py", "adam_copy.py", "affine.zip/adam.py"), affine)), None)
    names = ("a_1_1_adam.py", "b_2_2_homework.py", "c_3_3_adam.py", "c_3_4_homework.py")
    canvas = take_in(as_zip(tmp_path, dict.fromkeys(names, affine)), None)

    def answered(intake: Intake) -> list[list[str]]:
        submissions = [submission_of(one.read(), chosen) for one in intake.hand_ins]
        return [[one.id for one in chosen if submission.answer(one.id)] for submission in submissions]

    assert answered(plain) == [["affine"], ["affine"], ["adam", "affine"]]
    assert answered(canvas) == [["adam", "affine"], ["affine"], ["adam", "affine"]]


def test_a_damaged_notebook_alone_is_refused(tmp_path: Path, course: Course) -> None:
    [hand_in] = take_in(as_folder(tmp_path, {"alice.ipynb": "{"}), None).hand_ins

    with pytest.raises(SubmissionError, match="is cut off"):
        submission_of(hand_in.read(), (exercise(course, "affine"),))
