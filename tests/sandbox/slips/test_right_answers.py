"""No right answer that is at hand gets a slip: what is found must be so in every style."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from benchmarks.diagnosis import expectations
from grader.course.discover import load_course
from grader.course.stub import kind_of, pristine_stub
from grader.errors import CourseError
from grader.model import Exercise
from grader.sandbox.inside.pieces import Wanted
from tests.class_answers import variants
from tests.conftest import ROOT
from tests.sandbox.slips.here import slips

EXERCISES = {one.id: one for one in load_course(ROOT).exercises}
# What is said only if just that exception was raised is no claim as long as none was.
SILENT = {"calls-itself", "parameter-name", "key-near", "shadowed"}
# True all the same: a list is made of nothing, but batches may be given one by one.
SO = {("mini_batches", "returns-lazy")}


def slips_in(exercise: Exercise, source: str) -> list[str]:
    wanted = [Wanted(one, exercise.aliases.get(one, ()), kind_of(exercise, one)) for one in exercise.symbols]
    found = slips(source, (), pristine_stub(exercise), wanted)
    return [str(one) for one in found if one[0] not in SILENT and (exercise.id, one[0]) not in SO]


def alternatives(exercise: Exercise) -> Iterator[str]:
    """Each by itself, below what the stub gives; of some the lines alone."""
    assert exercise.solution is not None
    given = ast.parse(pristine_stub(exercise))
    given.body = [one for one in given.body if getattr(one, "name", "") not in exercise.symbols]
    stub = ast.unparse(given)
    try:
        for _, source in variants(exercise, "alternatives.py"):
            yield f"{stub}\n\n{source.replace('reference.', '')}"
    except CourseError:
        text = (exercise.solution / "alternatives.py").read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                others = [f"{one} = print" for one in exercise.symbols if one != node.name]
                lines = text.splitlines()[node.lineno - 1 : node.end_lineno]
                yield "\n".join([stub, *others, *lines]).replace("reference.", "")


@pytest.mark.parametrize("id_", EXERCISES)
def test_references_and_alternatives(id_: str) -> None:
    exercise = EXERCISES[id_]
    assert exercise.solution is not None
    reference = (exercise.solution / f"{id_}.py").read_text(encoding="utf-8")
    plain = re.sub(r"\n *# (BEGIN|END) SOLUTION", "", reference)
    for source in (plain, ast.unparse(ast.parse(plain)), *alternatives(exercise)):
        assert slips_in(exercise, source) == []


def test_answers_as_people_write_them() -> None:
    right = [one for one in expectations(ROOT / "tests" / "answers" / "diagnosis") if one.right]
    found = {one.name: slips_in(EXERCISES[one.exercise], one.path.read_text(encoding="utf-8")) for one in right}
    assert len(right) > 100
    assert {name: said for name, said in found.items() if said} == {}


def test_the_documents() -> None:
    """Their bugs are theirs: these are some, and rightly found."""
    said = {}
    for path in sorted((ROOT / "tests" / "answers" / "documents").glob("*.py")):
        name = path.stem.split("_", 1)[1]
        id_ = next((one for one in sorted(EXERCISES, key=len, reverse=True) if name.startswith(one)), "")
        if id_ and (found := slips_in(EXERCISES[id_], path.read_text(encoding="utf-8"))):
            said[path.stem] = found
    assert said == {
        "001_mul_layer": ["('self-before-name', 7, 'y')", "('self-before-name', 8, 'x')"],
        "003_gradient_descent": ["('unbound-near', 18, 'inti_x', 'init_x')"],
        "003_logic_gates": ["('defined-twice', 13, 'AND', '24')"],
        "003_two_layer_net_in_the_stub": ["('self-before-name', 61, 'predict')"],
    }
