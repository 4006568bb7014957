"""A whole file against the part of it that the grader runs. `python -m tests.submission.selections --seed N` prints those of the
files drawn with another seed that differ."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from types import CodeType

from grader.course.discover import load_course
from grader.course.stub import kind_of
from grader.model import Course
from grader.sandbox.inside.answer import prepare
from grader.sandbox.inside.parsing import Source
from grader.sandbox.inside.pieces import Wanted
from tests.conftest import ROOT
from tests.submission.observing import observe
from tests.submission.selection_files import Whole, files

Seen = dict[str, tuple[list[str], list[str]]]


def both(chosen: Sequence[Whole], course: Course) -> Seen:
    """By the file's name: what was seen of the whole, and of the selected part."""
    imported = observe((whole(file), "answer", file.calls) for file in chosen)
    started = observe((whole(file), "__main__", file.calls) for file in chosen)
    # what stands below `if __name__ == "__main__"` counts where nothing else defines the name
    ends = zip(imported, started, strict=True)
    wholes = [alone if any("Error: " in said for said in one) else one for one, alone in ends]
    parts = observe((selected(file, course), "answer", file.calls) for file in chosen)
    return {file.name: (run, part) for file, run, part in zip(chosen, wholes, parts, strict=True)}


def whole(file: Whole) -> CodeType:
    return compile(file.source, file.name, "exec", dont_inherit=True)


def selected(file: Whole, course: Course) -> CodeType:
    """The part that the grader runs; an error instead of it is raised where the code runs."""
    [exercise] = (one for one in course.exercises if one.id == file.exercise)
    try:
        wanted = [Wanted(one, exercise.aliases.get(one, ()), kind_of(exercise, one)) for one in exercise.symbols]
        prepared, _ = prepare([Source(1, file.source)], wanted, file.name)
    except Exception as error:  # one file's is one file's
        return compile(f"raise RuntimeError({f'not prepared: {error!r}'!r})", file.name, "exec")
    return prepared.code


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    drawn = files(parser.parse_args().seed)
    found = both(drawn, load_course(ROOT))
    for file in drawn:
        run, part = found[file.name]
        if run != part:
            print(f"# === {file.name}\n{file.source}\n# whole: {run}\n# part:  {part}\n")
    print(f"# {sum(run != part for run, part in found.values())} of {len(found)} differ")
