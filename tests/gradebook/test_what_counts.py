"""What counts in a gradebook, asked by the command: the later hand-in by real time, and points that read as people write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.classes import RIGHT, WRONG, grade, scores, small_class

HAND_IN = """submission_{number}:
  :submitters:
  - :name: Ann
    :sid: ann
    :email: ann@example.org
  :created_at: {when}
"""


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-11-01 01:50:00.000000000 -04:00", "2026-11-01 01:10:00.000000000 -05:00"),  # the clock went back
        ("2026-10-25 02:50:00.000000000 +02:00", "2026-10-25 02:05:00.000000000 +01:00"),
        ("2026-11-01 23:00:00.000000000 +09:00", "2026-11-01 15:00:00.000000000 Z"),
    ],
)
def test_the_later_one_by_real_time_counts(small: Path, earlier: str, later: str) -> None:
    for numbers in ((1, 2), (2, 1)):
        home = small / f"zone{numbers[0]}"
        for number, source in zip(numbers, (WRONG, RIGHT), strict=True):
            (home / f"submission_{number}").mkdir(parents=True)
            (home / f"submission_{number}" / "double.py").write_text(source)
        times = zip(numbers, (earlier, later), strict=True)
        words = "".join(HAND_IN.format(number=number, when=when) for number, when in sorted(times))
        (home / "submission_metadata.yml").write_text(f"---\n{words}", encoding="utf-8")
        book = ("--course", "course", "--db", f"{home.name}.sqlite3")

        grade(small, "class", home.name, *book, code=None)

        assert ",passed," in grade(small, "export", "csv", *book).stdout


def test_points_that_are_added_up_read_as_people_write_them(small: Path) -> None:
    small_class(small)
    for number in range(3):
        grade(small, "adjust", "ann", "double", "--extra", "0.1", "--reason", f"day {number}", "--course", "course")
    grade(small, "adjust", "ben", "double", "--points", "0.7", "--reason", "by hand", "--course", "course")
    grade(small, "adjust", "ben", "double", "--extra", "0.1", "--reason", "and more", "--course", "course")
    grade(small, "adjust", "cyd", "--late", "33", "--reason", "late", "--course", "course")

    said = [grade(small, "export", form, "--course", "course", "--output", "-").stdout for form in ("csv", "moodle")]
    said += [grade(small, "why", who, "--course", "course", code=None).stdout for who in ("ann", "ben", "cyd")]

    assert all(said)
    assert [found for one in said for found in re.findall(r"\d+\.\d{9,}", one)] == []


def test_a_damaged_hand_in_an_untouched_stub_or_none_takes_no_grade_away(small: Path) -> None:
    small_class(small)
    before = scores(small)
    stub = (small / "course" / "exercises" / "01_first" / "double" / "double.py").read_text()
    (small / "in" / "ann" / "double.py").write_bytes(b"x = 1\0")
    small_class(small)
    assert scores(small) == before
    (small / "in" / "ann" / "double.py").write_text(stub)
    small_class(small)
    assert scores(small) == before
    (small / "in" / "ann" / "double.py").unlink()
    small_class(small)

    assert scores(small) == before
