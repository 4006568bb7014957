"""What of a file is run for an answer does all that the whole file does to it: both give the same observations."""

from __future__ import annotations

import pytest

from grader.course.stub import kind_of
from grader.model import Course
from tests.submission.selection_files import Whole, files
from tests.submission.selections import Seen, both

FILES = files()


@pytest.fixture(scope="module")
def seen(course: Course) -> Seen:
    return both(FILES, course)


def test_there_are_two_hundred_files_and_more_that_run_whole(seen: Seen) -> None:
    assert len(seen) == len(FILES) >= 200  # each under a name of its own
    for name, (run, _) in seen.items():
        assert run[0] == "ran", (name, run)
        assert not all("Error: " in one for one in run[1:]), (name, run)


def test_the_files_are_the_same_each_time() -> None:
    assert files(3) == files(3) != files(4)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_part_does_what_the_whole_does(file: Whole, seen: Seen) -> None:
    run, part = seen[file.name]

    assert part == run, file.source
