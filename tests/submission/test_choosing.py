"""Of several files the right one is graded, and it is said which, why not the others, and what is called almost as it should be."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from grader.course.stub import pristine_stub
from grader.model import Cell, Course, same
from grader.submission.near_misses import near_misses
from tests.conftest import exercise, reference_source
from tests.submission.handed_in import FUNCTION, GATES, LAYER, RELU, SIGMOID, Files, Grader

WRONG = "import numpy as np\n\n\ndef relu(x):\n    return 0 * x\n"


def notebook(*sources: str) -> str:
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": one} for one in sources
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells})


def written(sources: dict[str, str]) -> Files:
    """Each source as its file's name says."""
    return {name: notebook(source) if name.endswith(".ipynb") else source for name, source in sources.items()}


# --- which one ----------------------------------------------------------------------------------------------

# The right one, and a wrong one beside it.
PAIRS = [
    ("relu.py", "old/relu.py"),
    ("src/relu.py", "old/relu.py"),
    ("relu.py", "backup/relu.py"),
    ("relu.py", "relu_old.py"),
    ("relu_v1.py", "relu_old.py"),
    ("answer.py", "relu_old.py"),
    ("w3/hw.py", "backup/relu.py"),
    ("relu.py", "a.py"),
    ("relu.py", "relu_2.py"),
    ("relu.py", "relu copy.py"),
    ("relu.py", "z/answer.py"),
    ("Version 10/relu.py", "Version 9/relu.py"),
    ("Version 10/relu.py", "Version 1/relu.py"),
    ("relu_v10.py", "relu_v9.py"),
    ("relu_v10.py", "relu_v2.py"),
    ("relu (10).py", "relu (9).py"),
    ("relu_final.py", "relu_v3.py"),
    ("relu_完成.py", "relu_下書き.py"),
    ("relu_v1.py", "homework.py"),
    ("02_activations.ipynb", "homework.ipynb"),
    ("homework.ipynb", "old/homework.ipynb"),
    ("relu.py", "old/relu.ipynb"),
]


@pytest.mark.parametrize(("counts", "other"), PAIRS)
def test_the_one_that_counts_is_graded(hand_in: Grader, counts: str, other: str) -> None:
    for status, sources in (("passed", (RELU, WRONG)), ("failed", (WRONG, RELU))):
        graded = hand_in(written(dict(zip((counts, other), sources, strict=True))), "relu")

        assert graded.statuses == [status]
        [said] = [note.en for note in graded.results["relu"].notes if other in note.en]
        assert said == f"{counts} is graded; {other} is not. To have another one graded, hand in that one alone."


@pytest.mark.parametrize("stub", ["relu.py", "relu_final.py", "Version 10/relu.py", "02_activations.ipynb", "z.ipynb"])
@pytest.mark.parametrize("done", ["x.py", "relu_old.py", "old/relu.py", "Version 9/relu.py", "a.ipynb", "tmp/draft.ipynb"])  # fmt: skip
def test_a_finished_one_counts_before_a_stub(hand_in: Grader, course: Course, stub: str, done: str) -> None:
    graded = hand_in(written({stub: pristine_stub(exercise(course, "relu")), done: RELU}), "relu")

    assert graded.statuses == ["passed"]
    assert stub in graded.said  # and why it is not used


STUBS = {
    "as handed out": None,
    "without its docstring": "def relu(x):\n    raise NotImplementedError\n",
    "pass": "import numpy as np\ndef relu(x):\n    pass\n",
    "dots": "def relu(x): ...\n",
    "a remark": "def relu(x):\n    # TODO\n    pass\n",
    "a docstring": 'def relu(x):\n    """Later."""\n',
}


@pytest.mark.parametrize("which", STUBS)
def test_what_is_a_stub(hand_in: Grader, course: Course, which: str) -> None:
    stub = STUBS[which] or pristine_stub(exercise(course, "relu"))

    assert hand_in({"relu.py": stub, "z.py": RELU}, "relu").statuses == ["passed"]


CLASSES: dict[str, Files] = {
    "one file": {"relu_layer.py": f"{LAYER}\n\n{FUNCTION}"},
    "one notebook": {"a.ipynb": notebook(LAYER, FUNCTION)},
    "two notebooks": {"a.ipynb": notebook(LAYER), "b.ipynb": notebook(FUNCTION)},
    "two files": {"a.py": LAYER, "b.py": FUNCTION},
    "the function's file has the name": {"layers.py": LAYER, "relu_layer.py": FUNCTION},
    "a function of the very name": {"layers.py": LAYER, "relu_layer.py": FUNCTION.replace("ReLU", "Relu")},
    "a value of the very name": {"a.ipynb": notebook(LAYER, "relu = Relu()", "ReLU = 3")},
}


@pytest.mark.parametrize("where", CLASSES)
def test_a_class_is_not_replaced_by_a_function(hand_in: Grader, where: str) -> None:
    assert hand_in(CLASSES[where], "relu_layer").statuses == ["passed"]


def test_a_function_alone_is_no_answer_where_a_class_is_asked_for(hand_in: Grader) -> None:
    graded = hand_in({"homework.py": FUNCTION}, "relu_layer")

    assert graded.results["relu_layer"].score == 0
    assert "class" in graded.said + graded.results["relu_layer"].message.en  # it is said what is asked for


@pytest.mark.parametrize(
    "files",
    [
        {"a.py": LAYER, "b.py": LAYER.replace("Relu", "ReLU").replace("0.0, dout", "1.0, dout")},
        {"a.ipynb": notebook(LAYER, LAYER.replace("Relu", "ReLU").replace("0.0, dout", "1.0, dout"))},
        {"a.ipynb": notebook(LAYER.replace("Relu", "ReLU").replace("0.0, dout", "1.0, dout"), LAYER)},
        {"a.py": LAYER + LAYER.replace("Relu", "ReLU").replace("0.0, dout", "1.0, dout")},
    ],
)
def test_the_name_that_is_asked_for_counts_before_one_that_is_accepted(hand_in: Grader, files: Files) -> None:
    assert hand_in(files, "relu_layer").statuses == ["passed"]


def test_of_two_definitions_in_one_file_the_last_counts(hand_in: Grader) -> None:
    assert hand_in({"relu.py": WRONG + RELU}, "relu").statuses == ["passed"]
    assert hand_in({"a.ipynb": notebook(WRONG, RELU)}, "relu").statuses == ["passed"]
    assert hand_in({"a.ipynb": notebook(RELU, WRONG)}, "relu").statuses == ["failed"]


# --- what is not used ------------------------------------------------------------------------------------------


def unused(graded_said: list[str], name: str) -> str:
    [said] = [one for one in graded_said if name in one]
    return said


def test_every_file_that_is_not_used_is_named_with_the_reason(hand_in: Grader, course: Course) -> None:
    files = {
        "relu.py": f"import random\n{RELU}\n\ndef noise():\n    return random.random()\n",
        "sigmoid.py": pristine_stub(exercise(course, "sigmoid")),
        "helpers/io.py": "def save():\n    pass\n",
        "constants.py": "E = 2.7\n",
        "empty.py": "",
        "random.py": "def random():\n    return 4\n",
        "curve.png": b"\x89PNG\r\n\x1a\n" + bytes(32),
        "notes.md": "# Notes\n",
        "report.pdf": b"%PDF-1.4",
        "scratch.ipynb": notebook("1 + 1"),
        "data.csv": "1,2\n",
    }

    graded = hand_in(files, "relu")

    assert graded.statuses == ["passed"]
    said = [note.en for note in graded.submission.notes]
    assert "random.py is not used: `import random` means Python's own module of that name" in unused(said, "random.py")
    for name in ("sigmoid.py", "helpers/io.py", "constants.py", "empty.py", "scratch.ipynb"):
        assert "nothing that is asked for is defined there" in unused(said, name)
    for name in ("curve.png", "notes.md", "report.pdf", "data.csv"):
        assert "neither Python nor a notebook" in unused(said, name)


def test_a_stub_as_handed_out_is_named_as_such(hand_in: Grader, course: Course) -> None:
    files = {"relu.py": RELU, "sub/relu.py": pristine_stub(exercise(course, "relu"))}

    graded = hand_in(files, "relu")

    assert [note.en for note in graded.submission.notes] == [
        "not used: sub/relu.py: what is asked for is not written there yet."
    ]


def test_what_is_used_is_not_named(hand_in: Grader) -> None:
    files = {"relu.py": "from helper import biggest\n\n\ndef relu(x):\n    return biggest(x)\n",
             "helper.py": "import numpy as np\n\n\ndef biggest(x):\n    return np.maximum(x, 0)\n"}  # fmt: skip

    graded = hand_in(files, "relu")

    assert (graded.statuses, graded.said) == (["passed"], "")


def test_whoever_hands_in_only_what_cannot_be_used_is_told_so(hand_in: Grader) -> None:
    graded = hand_in({"notes.txt": "To do.", "a.png": b"\x89PNG", "b.py": "x = 1\n"}, "relu")

    assert graded.statuses == ["missing"]
    assert all(name in graded.said for name in ("notes.txt", "a.png", "b.py"))


# --- near misses ---------------------------------------------------------------------------------------------

MISSES = [
    ("sigmoid", "a.py", SIGMOID.replace("sigmoid", "sigmiod"), 4, "sigmiod; sigmoid is asked for"),
    ("sigmoid", "sigmoid.py", SIGMOID.replace("sigmoid", "sigmiod"), 4, "sigmiod; sigmoid is asked for"),
    ("sigmoid", "a.py", SIGMOID.replace("sigmoid", "Sigmoid"), 4, "Sigmoid; sigmoid is asked for"),
    ("sigmoid", "a.ipynb", SIGMOID.replace("sigmoid", "sigmoid_"), 4, "sigmoid_; sigmoid is asked for"),
    ("relu_layer", "a.py", LAYER.replace("Relu", "relu"), 4, "relu; Relu is asked for"),
    ("relu_layer", "relu_layer.py", LAYER.replace("def forward", "def foward"), 5, "foward; forward is asked for"),
    ("relu_layer", "b.ipynb", LAYER.replace("def forward", "def forword"), 5, "forword; forward is asked for"),
    ("relu_layer", "a.py", LAYER.replace("def backward", "def backword"), 9, "backword; backward is asked for"),
    ("affine", "a.py", "", 0, "affine; Affine is asked for"),
    ("affine", "affine.py", "", 0, "__int__; __init__ is asked for"),
    ("affine", "a.py", "", 0, "_init_; __init__ is asked for"),
    ("affine", "a.py", "", 0, "init; __init__ is asked for"),
    ("logic_gates", "a.py", GATES["AND"] + GATES["OR"] + GATES["NAND"].replace("NAND", "NADN"), 5, "NADN; NAND is asked for"),
    ("logic_gates", "a.py", "".join(GATES.values()).replace("AND", "And"), 1, "And; AND is asked for"),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "name", "source", "line", "said"), MISSES)
def test_a_near_miss_is_said_with_its_line_and_not_accepted(
    hand_in: Grader, course: Course, id_: str, name: str, source: str, line: int, said: str
) -> None:
    if not source:
        wanted, asked = said.partition(" is")[0].split("; ")[::-1]
        source = ast.unparse(ast.parse(reference_source(course, id_))).replace(f" {wanted}", f" {asked}")
        line = next(number for number, row in enumerate(source.splitlines(), 1) if f" {asked}" in row)
    place = "cell 1" if name.endswith(".ipynb") else name

    for alone in (True, False):
        graded = hand_in(written({name: source}), id_, alone=alone)

        assert graded.statuses != ["passed"]
        assert f"{place}, line {line} defines {said}." in graded.said + graded.results[id_].message.en


def test_a_method_outside_its_class_is_said(hand_in: Grader) -> None:
    head, below, tail = LAYER.partition("    def backward")
    source = head + (below + tail).replace("    def", "def").replace("        return", "    return")

    graded = hand_in({"relu_layer.py": source}, "relu_layer")

    assert graded.statuses != ["passed"]
    assert "relu_layer.py, line 9 defines backward outside the class Relu" in graded.said


def test_a_near_miss_beside_a_stub_is_said(hand_in: Grader, course: Course) -> None:
    stub = pristine_stub(exercise(course, "sigmoid"))

    graded = hand_in({"sigmoid.py": f"{stub}\n\ndef sigmiod(x):\n    return 1 / (1 + np.exp(-x))\n"}, "sigmoid")

    assert graded.results["sigmoid"].score == 0
    assert "defines sigmiod; sigmoid is asked for" in graded.said


def test_no_reference_and_no_alternative_has_a_near_miss(course: Course) -> None:
    for one in course.exercises:
        assert one.solution is not None
        alternatives = (one.solution / "alternatives.py").read_text(encoding="utf-8")
        made = [node for node in ast.parse(alternatives).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        own = [ast.unparse(node) for node in made if node.name in one.spellings]
        for source in [reference_source(course, one.id), *own]:
            said = [note.en for note in near_misses([Cell(1, source, same("a.py"))], one)]
            assert said == [], f"{one.id}: {said}\n{source}"


def test_a_right_answer_beside_other_names_has_none(hand_in: Grader) -> None:
    more = "\n\ndef sigmoid2(x):\n    return x\n\n\ndef sigmoid_grad(x):\n    return x\n\n\nclass Sigmoid:\n    pass\n"

    graded = hand_in({"sigmoid.py": SIGMOID + more}, "sigmoid")

    assert (graded.statuses, graded.said) == (["passed"], "")
