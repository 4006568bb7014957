"""JUnit XML: parsed again, and held against what its readers expect."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

import pytest

from grader.exports.junit import Graded, junit
from grader.exports.messages import NoResult
from grader.model import RunResult, Text
from tests.exports.sample import HOSTILE, check, exercise, mixed_run, run

# element: (attributes it must have, those it may have, children in this order, each any number of times)
SCHEMA: dict[str, tuple[set[str], set[str], str]] = {
    "testsuites": ({"tests", "failures", "errors", "skipped", "time"}, {"name"}, "(testsuite )*"),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, set(), "(properties )?(testcase )*(system-out )?"),
    "properties": (set(), set(), "(property )+"),
    "property": ({"name", "value"}, set(), ""),
    "testcase": ({"name", "classname", "time"}, set(), "((failure|error|skipped) )?"),
    "failure": ({"message", "type"}, set(), ""),
    "error": ({"message", "type"}, set(), ""),
    "skipped": ({"message"}, set(), ""),
    "system-out": (set(), set(), ""),
}  # fmt: skip


def parsed(results: Graded | Iterable[tuple[str, Graded]]) -> ElementTree.Element:
    root = ElementTree.fromstring(junit(results).encode())
    for element in root.iter():
        must, may, children = SCHEMA[element.tag]
        assert must <= set(element.keys()) <= must | may, element.tag
        assert re.fullmatch(children, "".join(f"{child.tag} " for child in element)), element.tag
    for suite in (root, *root):
        cases = list(suite.iter("testcase"))
        assert suite.get("tests") == str(len(cases))
        for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(name) == str(sum(case.find(kind) is not None for case in cases))
    return root


def kinds(root: ElementTree.Element) -> dict[str, str]:
    return {case.get("name", ""): case[0].tag if len(case) else "passed" for case in root.iter("testcase")}


def test_there_is_a_suite_for_each_exercise_and_a_case_for_each_check() -> None:
    root = parsed(mixed_run())

    assert [suite.get("name") for suite in root] == ["affine", "relu", "adam", "lstm"]
    assert [case.get("classname") for case in root[0].iter("testcase")] == ["05_backprop.affine"] * 4
    assert {one.get("name"): one.get("value") for one in root[0].iter("property")} == {"score": "2", "max_score": "4"}


def test_the_answers_fault_the_graders_and_nobodys() -> None:
    assert kinds(parsed(mixed_run())) == {
        "does forward": "passed",
        "does backward": "failure",
        "does deep": "failure",
        "does more": "skipped",  # a stretch costs nothing
        "does all": "passed",
        "does step": "skipped",  # not begun
        "lstm": "error",  # the grader's own
    }


@pytest.mark.parametrize("status", ["error", "timeout", "memory", "crashed", "exited", "invalid", "forbidden"])
def test_whatever_an_answer_does_is_a_failure(status: str) -> None:
    assert kinds(parsed(run(exercise("a", [check("x", status)])))) == {"does x": "failure"}  # type: ignore[arg-type]


def test_what_xml_forbids_does_not_make_the_file_unreadable() -> None:
    root = parsed([(HOSTILE, mixed_run()), ("b\x0b\uffff", NoResult(Text(HOSTILE, ""), ours=False))])
    failure = root.find(".//failure")

    assert failure is not None and "</failure>]]>::error::x" in str(failure.text)
    assert [suite.get("name") for suite in root][1] == "b"


def test_a_class_has_a_suite_for_each_student_damaged_ones_included() -> None:
    damaged = NoResult(Text("the archive is damaged", ""), ours=False)
    root = parsed([("佐藤 健", mixed_run()), ('Tanaka, "PhD" <x>', damaged), ("c", damaged._replace(ours=True))])

    assert [suite.get("name") for suite in root] == ["佐藤 健", 'Tanaka, "PhD" <x>', "c"]
    assert [(suite.get("failures"), suite.get("errors")) for suite in root] == [("2", "1"), ("1", "0"), ("0", "1")]
    assert root[1].find(".//failure").get("message") == "the archive is damaged"  # type: ignore[union-attr]


def test_of_a_hidden_check_there_is_its_message_and_no_more() -> None:
    assert "0.123456789" not in junit(mixed_run())
    assert 'message="the values are wrong."' in junit(mixed_run())


def test_the_same_results_give_the_same_bytes_and_no_time_of_day() -> None:
    assert junit(mixed_run()) == junit(mixed_run())
    assert "timestamp" not in junit(mixed_run())
    assert parsed(run(exercise("a", [check("x", duration_s=0.25), check("y", duration_s=1.5)]))).get("time") == "1.750"


def test_a_note_of_the_run_is_not_lost() -> None:
    noted: RunResult = mixed_run()._replace(notes=(Text("a.py is graded; b.py is not.", ""),))

    assert "a.py is graded; b.py is not." in str(parsed([("s", noted)]).find(".//system-out").text)  # type: ignore[union-attr]
