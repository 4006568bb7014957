"""What stubs give ready-made: beside an answer in a notebook it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from grader.course.stub import pristine_source
from grader.model import Exercise
from grader.submission.definitions import block, definitions


def given_by_others(exercise: Exercise) -> tuple[str, ...]:
    """Source of what stubs of *other* exercises bring along ready-made under a name that this one asks for. In a notebook
    it stands beside the answer, and is none. Only what has a docstring: a line or two without could be anybody's own."""
    solutions = exercise.solution.parent.parent if exercise.solution else None
    given = _all_given(exercise.folder.parent.parent, solutions)
    return tuple(source for id_, name, source in given if id_ != exercise.id and name in exercise.spellings)


def ids_of_course(exercises: Sequence[Exercise]) -> tuple[str, ...]:
    """The ids of all exercises of the course that these are of: a file that is named after another one is not for these."""
    folders = {one.folder.parent.parent for one in exercises}
    return tuple({**dict.fromkeys(one.id for one in exercises), **{id_: None for one in folders for id_ in _ids(one)}})


@cache
def _ids(exercises: Path) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in exercises.glob("*/*/exercise.toml")))


def is_only_given(code: str, exercise: Exercise, of: str) -> bool:
    """Whether all that source defines of what an exercise asks for is what the stub of another one, `of`, brought along, however
    it was laid out anew."""
    solutions = exercise.solution.parent.parent if exercise.solution else None
    all_given = _all_given(exercise.folder.parent.parent, solutions)
    given = {_bare(source) for id_, name, source in all_given if id_ == of and name in exercise.spellings}
    own = [_bare(block(code, one)) for one in definitions(code) if one.name in exercise.spellings and not one.inside]
    return bool(given) and bool(own) and given.issuperset(own)


def _bare(code: str) -> str:
    """Code without comments, docstrings, blanks and kinds of quotes."""
    code = re.sub(r"(?s)\"{3}.*?\"{3}|\'{3}.*?\'{3}", "", code)
    return re.sub(r"#[^\n]*|\s+|,(?=\s*[)\]}])|;", "", code).replace("'", '"')


@cache
def _all_given(exercises: Path, solutions: Path | None) -> tuple[tuple[str, str, str], ...]:
    """(exercise, name, source) of every finished definition in the stubs of a course."""
    import ast

    from grader.sandbox.inside.pieces import is_bare

    found = []
    for folder in sorted(path.parent for path in exercises.glob("*/*/exercise.toml")):
        twin = solutions / folder.parent.name / folder.name if solutions else None
        stub = pristine_source(folder / f"{folder.name}.py", twin)
        for one in ast.parse(stub).body:  # our own text: this may be done here
            if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and not is_bare(one) and ast.get_docstring(one):
                found.append((folder.name, one.name, ast.get_source_segment(stub, one) or ""))
    return tuple(found)
