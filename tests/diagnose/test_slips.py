"""What a worker says of slips, in words; and nothing of what it could not have seen."""

from __future__ import annotations

from typing import Any

import pytest

from grader.diagnose.slip_kinds import KINDS
from grader.diagnose.slips import slips_in_words
from grader.errors import AnswerError
from grader.model import Answer, Cell, Diagnosis, file_answer, same

SOURCE = """import numpy as np
class Affine:
    def foward(self, x):
        return np.summ(x) + self.wieghts
    def backward(self, dout):
        dW = dout
        return dW ^ 2
"""
STUB = "class Affine:\n    def forward(self, x):\n        raise NotImplementedError\n"
ANSWER = file_answer("affine.py", SOURCE)


def said(findings: Any, *errors: AnswerError, answer: Answer = ANSWER) -> list[Diagnosis]:
    return list(slips_in_words(findings, answer, STUB, errors))


def error(type_name: str, text: str, line: int | None) -> AnswerError:
    return AnswerError("exception", type_name, text, line)


def test_a_cause_is_said_with_its_line() -> None:
    [one] = said([("name-near", 3, "foward", "forward")])

    assert (one.slug, one.kind, one.confidence) == ("name-near", "slip", 1.0)
    assert one.message.en == "affine.py, line 3 defines foward; forward is asked for."
    assert one.message.ja == "affine.py の 3 行目で定義されているのは foward ですが、求められているのは forward です。"


def test_what_may_matter_is_a_cause_only_where_just_its_exception_was_raised() -> None:
    finding = ("numpy-near", 4, "np.summ", "np.sum")
    own = error("AttributeError", "module 'numpy' has no attribute 'summ'", 4)

    assert [one.kind for one in said([finding], own)] == ["slip"]
    assert [one.kind for one in said([finding])] == ["fact"]
    assert [one.kind for one in said([finding], error("AttributeError", own.text, 7))] == ["fact"]
    assert [one.kind for one in said([finding], error("AttributeError", "no attribute 'dot'", 4))] == ["fact"]
    assert [one.kind for one in said([finding], error("TypeError", own.text, 4))] == ["fact"]


def test_what_needs_its_exception_is_not_said_without() -> None:
    finding = ("array-near", 4, "summ", "sum")

    assert said([finding]) == []
    assert said([finding], error("AttributeError", "'Net' object has no attribute 'summ'", 4)) == []
    raised = error("AttributeError", "'numpy.ndarray' object has no attribute 'summ'", 4)
    assert [one.kind for one in said([finding], raised)] == ["slip"]


def test_what_was_raised_comes_first_and_what_is_only_so_last() -> None:
    findings = [("numpy-near", 4, "np.summ", "np.sum"), ("name-near", 3, "foward", "forward"), ("power-as-xor", 7)]
    raised = error("TypeError", "ufunc 'bitwise_xor' not supported for the input types", 7)

    assert [(one.slug, one.kind) for one in said(findings, raised)] == [
        ("power-as-xor", "slip"),
        ("name-near", "slip"),
        ("numpy-near", "fact"),
    ]


def test_the_same_is_said_once_and_of_the_line_that_raised_it() -> None:
    findings = [("power-as-xor", 4), ("power-as-xor", 7)]

    [one] = said(findings, error("TypeError", "unsupported operand type(s) for ^", 7))
    assert "line 7" in one.message.en


def test_lines_of_cells_are_those_of_the_cells() -> None:
    cells = (Cell(1, "W = 1\n", same("cell 1")), Cell(3, "def f(w):\n    return W", same("cell 2")))
    answer = Answer("a.ipynb", cells)
    finding = ("defined-twice", 4, "W", "1")

    [one] = said([finding], answer=answer)
    assert one.message.en.startswith("cell 2, line 2 defines W, and so does line 1 of cell 1;")


@pytest.mark.parametrize(
    "finding",
    [
        ("name-near", 3, "forwards", "forward"),  # what is not in that line
        ("name-near", 3, "foward", "fraward"),  # what is not in the stub
        ("name-near", 1, "dW", "forward"),
        ("name-near", 0, "foward", "forward"),
        ("name-near", -1, "foward", "forward"),
        ("name-near", 99, "foward", "forward"),
        ("name-near", True, "foward", "forward"),
        ("name-near", 3.0, "foward", "forward"),
        ("name-near", "3", "foward", "forward"),
        ("name-near", 3, "foward"),
        ("name-near", 3, "foward", "forward", "x"),
        ("name-near", 3, "foward", 5),
        ("name-near", 3, "foward", None),
        ("name-near", 3, "foward {x}", "forward"),
        ("name-near", 3, "foward\n", "forward"),
        ("name-near", 3, "foward " * 20, "forward"),
        ("name-near", 3, "", "forward"),
        ("you-passed", 3, "foward", "forward"),
        ("return-in-loop", 3, "0"),
        ("return-in-loop", 3, "99"),
        ("return-in-loop", 3, "٣"),
        ("return-in-loop", 3, "two"),
        ("returns-lazy", 3, "treasure"),
        ("numpy-near", 4, "np.summ", "np.secret"),
        ("numpy-near", 4, "np.sum", "np.dot"),
        ("name-near",),
        (),
        "name-near",
        None,
        7,
        [["name-near", 3, "foward", "forward"]],
    ],
)
def test_what_a_worker_could_not_have_seen_is_passed_over(finding: Any) -> None:
    assert said([finding, ("power-as-xor", 7)]) == said([("power-as-xor", 7)])


@pytest.mark.parametrize("findings", [None, 5, "slips", (("power-as-xor", 7),), {"power-as-xor": 7}])
def test_what_is_no_list_is_nothing(findings: Any) -> None:
    assert said(findings) == []


def test_no_more_is_read_than_an_honest_worker_says() -> None:
    assert said([("name-near", 99, "a", "b")] * 10_000 + [("power-as-xor", 7)]) == []


def test_every_kind_can_be_said_in_both_languages() -> None:
    for slug, kind in KINDS.items():
        words = dict.fromkeys(kind.words, "1")
        assert kind.said.en.format(place="a.py", line=1, **words) != kind.said.ja.format(place="a.py", line=1, **words)
        assert kind.hint.en.format(**words), slug
