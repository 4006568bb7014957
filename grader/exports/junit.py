"""JUnit XML: a test suite for each exercise, or for each student of a class; a test case for each check.

Source: what Jenkins, GitLab and GitHub's actions read of Ant's format; there is no official schema. Traps: XML 1.0 forbids
most control characters even as entities, and one of them makes the whole file unreadable; a time stamp would make every file
differ, so there is none.

`failure` is the answer's fault, `error` the grader's. `skipped` is what says nothing about an answer: there is none, or it was
not begun, or the check is a stretch that costs nothing. A file without failures is therefore no full mark; that say the
properties `score` and `max_score`, and the exit code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from grader.exports.messages import NoResult, account, is_stretch, message, remarks, title
from grader.model import CheckResult, ExerciseResult, Language, RunResult, Status, Text
from grader.status import is_attempt, is_ours
from grader.words import text
from reports.escape import clean, clean_line
from reports.view import points

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Graded = RunResult | NoResult


def junit(results: Graded | Iterable[tuple[str, Graded]], lang: Language = "en") -> str:
    """One result with a suite for each exercise, or (student, result) pairs with a suite for each student."""
    root = Element("testsuites", name="gradkata")
    if isinstance(results, RunResult):
        for exercise in results.exercises:
            _suite(root, exercise.id, [exercise], results.notes, lang)
    else:
        for student, result in [("submission", results)] if isinstance(results, NoResult) else results:
            if isinstance(result, NoResult):
                _unread(root, student, result, lang)
            else:
                _suite(root, student, result.exercises, result.notes, lang)
    _count(root, root.iter("testcase"))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_in_a_log(tostring(root, encoding="unicode"))}\n'


def _in_a_log(document: str) -> str:
    """The same document, in which no line is a command to the CI job that shows it (see `reports.escape.inert`)."""
    document = re.sub(r"(?m)^(\s*):(?=:)", r"\1&#58;", document).replace("##", "#&#35;")
    return re.sub(r"(?m)^(\s*section)_(?=start:|end:)", r"\1&#95;", document)


def _suite(
    root: Element, name: str, exercises: Iterable[ExerciseResult], notes: Iterable[Text], lang: Language
) -> None:
    exercises = list(exercises)
    suite = SubElement(root, "testsuite", name=_line(name))
    properties = SubElement(suite, "properties")
    for key, number in (
        ("score", sum(one.score for one in exercises)),
        ("max_score", sum(one.max_score for one in exercises)),
    ):
        SubElement(properties, "property", name=key, value=points(number))
    for exercise in exercises:
        for check in exercise.checks:
            _check(suite, exercise, check, lang)
        if not exercise.checks:
            why = " ".join(remarks(exercise, lang))
            _case(suite, exercise, exercise.id, exercise.duration_s, "error", exercise.status, why)
    sentences = [clean_line(note.in_(lang)) for note in notes]
    sentences += [f"{one.id}: {remark}" for one in exercises if one.checks for remark in remarks(one, lang)]
    _count(suite, suite.iter("testcase"))
    if sentences:
        SubElement(suite, "system-out").text = _text("\n".join(sentences))


def _check(suite: Element, exercise: ExerciseResult, check: CheckResult, lang: Language) -> None:
    if check.status == "passed":
        kind = ""
    elif is_stretch(check):
        kind = "skipped"
    elif is_ours(check.status):
        kind = "error"
    else:
        kind = "failure" if is_attempt(check.status) else "skipped"
    sentence = message(check, lang)
    if kind == "skipped" and is_stretch(check):
        sentence = text("stretch, costs nothing").in_(lang) + f": {sentence}"
    case = _case(suite, exercise, title(check, lang), check.duration_s, kind, check.status, sentence)
    if kind == "failure":
        case[0].text = _text(account(check, lang))


def _case(
    suite: Element, exercise: ExerciseResult, name: str, seconds: float, kind: str, status: Status, sentence: str
) -> Element:
    classname = f"{exercise.unit}.{exercise.id}"
    case = SubElement(suite, "testcase", classname=classname, name=_line(name), time=f"{seconds:.3f}")
    if kind:
        about = {"message": _line(sentence)} if kind == "skipped" else {"message": _line(sentence), "type": status}
        SubElement(case, kind, about)
    return case


def _unread(root: Element, student: str, result: NoResult, lang: Language) -> None:
    """A suite that says why nothing of a submission was graded."""
    suite = SubElement(root, "testsuite", name=_line(student))
    case = SubElement(suite, "testcase", classname="submission", name="submission", time="0.000")
    kind, status = ("error", "grader_error") if result.ours else ("failure", "invalid")
    SubElement(case, kind, message=_line(result.why.in_(lang)), type=status)
    _count(suite, [case])


def _count(element: Element, cases: Iterable[Element]) -> None:
    """Set the attributes that sum up what is below an element."""
    found = list(cases)
    element.set("tests", str(len(found)))
    for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(kind) is not None for case in found)))
    element.set("time", f"{sum(float(case.get('time', 0)) for case in found):.3f}")


def _text(words: str) -> str:
    return _FORBIDDEN.sub("", clean(words))


def _line(words: str) -> str:
    return _FORBIDDEN.sub("", clean_line(words))
