"""What of a file is run for an answer does all that the whole file does to it: both give the same observations."""

from __future__ import annotations

from types import CodeType

import pytest

from grader.course.stub import kind_of
from grader.model import Course
from grader.sandbox.inside.answer import Source, prepare
from grader.sandbox.inside.selection import Wanted
from tests.submission.observing import observe
from tests.submission.selection_files import Whole, files

FILES = files()


def whole(file: Whole) -> CodeType:
    return compile(file.source, file.name, "exec", dont_inherit=True)


def selected(file: Whole, course: Course) -> CodeType:
    """The part that the grader runs; an error instead of it is raised where the code runs."""
    exercise = next(one for one in course.exercises if one.id == file.exercise)
    wanted = [Wanted(one, exercise.aliases.get(one, ()), kind_of(exercise, one)) for one in exercise.symbols]
    try:
        prepared, _ = prepare([Source(1, file.source)], wanted, file.name)
    except Exception as error:  # one file's is one file's
        return compile(f"raise RuntimeError({f'not prepared: {error!r}'!r})", file.name, "exec")
    return prepared.code


Seen = dict[str, tuple[list[str], list[str]]]


@pytest.fixture(scope="module")
def seen(course: Course) -> Seen:
    """By the file's name: what was seen of the whole, and of the selected part."""
    imported = observe((whole(file), "answer", file.calls) for file in FILES)
    started = observe((whole(file), "__main__", file.calls) for file in FILES)
    # what stands below `if __name__ == "__main__"` counts where there is nothing else
    wholes = [
        alone if any("Error: " in said for said in one) else one for one, alone in zip(imported, started, strict=True)
    ]
    parts = observe((selected(file, course), "answer", file.calls) for file in FILES)
    return {file.name: pair for file, *pair in zip(FILES, wholes, parts, strict=True)}  # type: ignore[misc]


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
