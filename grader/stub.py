"""What a student begins with: the reference without its solutions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from grader.model import Exercise

BLOCK = re.compile(r"^( *)# BEGIN SOLUTION\n.*?^\1# END SOLUTION\n", re.MULTILINE | re.DOTALL)


def make_stub(reference_source: str) -> str:
    """A marked block becomes a line to replace, at top level nothing."""
    return BLOCK.sub(
        lambda match: (
            f"{match[1]}raise NotImplementedError  # write your answer here / ここに書く\n" if match[1] else ""
        ),
        reference_source,
    )


def pristine_stub(exercise: Exercise) -> str:
    """The stub as it was handed out. Made anew where that can be: in a clone people write their answers into its files."""
    return _pristine(exercise.stub, exercise.solution)


def _pristine(stub: Path, solution: Path | None) -> str:
    reference = solution / stub.name if solution else None
    if reference and reference.is_file():
        return make_stub(reference.read_text(encoding="utf-8"))
    return stub.read_text(encoding="utf-8") if stub.is_file() else ""


def given_by_others(exercise: Exercise) -> tuple[str, ...]:
    """Source of what stubs of *other* exercises bring along ready-made under a name that this one asks for. In a notebook
    it stands beside the answer, and is none. Only what has a docstring: a line or two without could be anybody's own."""
    solutions = exercise.solution.parent.parent if exercise.solution else None
    given = _all_given(exercise.folder.parent.parent, solutions)
    return tuple(source for id_, name, source in given if id_ != exercise.id and name in exercise.spellings)


@cache
def _all_given(exercises: Path, solutions: Path | None) -> tuple[tuple[str, str, str], ...]:
    """(exercise, name, source) of every finished definition in the stubs of a course."""
    import ast

    from grader.sandbox.inside.answer import is_bare

    found = []
    for folder in sorted(path.parent for path in exercises.glob("*/*/exercise.toml")):
        twin = solutions / folder.parent.name / folder.name if solutions else None
        stub = _pristine(folder / f"{folder.name}.py", twin)
        for one in ast.parse(stub).body:  # our own text: this may be done here
            if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and not is_bare(one) and ast.get_docstring(one):
                found.append((folder.name, one.name, ast.get_source_segment(stub, one) or ""))
    return tuple(found)
