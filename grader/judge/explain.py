"""What became of a check, in words: for people, in both languages, and no more than may be told of a hidden one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from textwrap import indent
from typing import TYPE_CHECKING

from grader.checks.calls import calls
from grader.checks.compare import Difference
from grader.checks.places import named
from grader.errors import AnswerError, Fault
from grader.judge.python_said import python_said
from grader.judge.run import Ran
from grader.judge.syntax_said import syntax_said
from grader.lacking import lack
from grader.model import NOTHING, Answer, Check, CheckResult, Disclosure, Status, Text, same
from grader.sandbox.inside.interpreter import LINES, MAX_NOTE_TEXT
from grader.words import joined, text

if TYPE_CHECKING:
    from grader.judge.counterexample import Shown


def unscored(check: Check, status: Status, message: Text, line: int | None, detail: Text = NOTHING) -> CheckResult:
    """A check that was not run, for the reason that all the exercise's checks share."""
    return CheckResult(
        id=check.id,
        title=check.title,
        hidden=check.hidden,
        status=status,
        score=0.0,
        max_score=check.points,
        message=message,
        duration_s=0.0,
        line=line,
        detail=detail,
    )


def is_open(check: Check, disclosure: Disclosure) -> bool:
    """Whether what the answer itself brought about in this check may be told: values, texts, lines, and how long it took. An
    answer can put what it saw into each of them."""
    return disclosure == "full" or not check.hidden


def check_result(ran: Ran, answer: Answer, disclosure: Disclosure, shown: Shown | None = None) -> CheckResult:
    """Verdict, points and words for a check that ran; of a hidden one no more than `disclosure` allows. `shown`: what to show
    of a failure, if not what was first seen."""
    check = ran.check
    passed = ran.wrong is None
    result = CheckResult(
        id=check.id, title=check.title, hidden=check.hidden, status="passed", score=ran.earned, max_score=check.points,
        message=NOTHING, duration_s=ran.seconds if is_open(check, disclosure) else 0.0, output=ran.output,
    )  # fmt: skip
    if passed:
        return result
    try:
        return _worded(result, ran, answer, disclosure, shown)
    except Exception as bug:  # words that fail must not take the verdict with them
        said = text("the result is wrong; it could not be put into words ({kind}).", kind=type(bug).__name__)
        return result._replace(status="failed", message=said)


def _worded(result: CheckResult, ran: Ran, answer: Answer, disclosure: Disclosure, shown: Shown | None) -> CheckResult:
    check, seen, wrong = ran.check, ran.observations[ran.level], ran.wrong
    detail = program = NOTHING
    if shown:
        seen, wrong, program = shown
    line = None
    if seen.fault:
        status, message, line = explain_stop(seen.fault, answer, quoted=is_open(check, disclosure))
    elif seen.error:
        status, message, line = explain_stop(seen.error, answer, quoted=is_open(check, disclosure))
    elif seen.broken:
        status, message = "failed", seen.broken
    else:
        status, message, detail = "failed", _what_differs(ran, wrong), wrong.detail  # type: ignore[union-attr, arg-type]
    if program:
        told = Text(*(indent(one, "  ") for one in program))
        detail = text("run this below your code\n{told}\n{detail}", told=told, detail=detail)
    elif called := calls(seen.trace.steps):
        detail = text("called\n{called}\n{detail}", called=called, detail=detail)
    if not is_open(check, disclosure):
        detail = program = NOTHING
        if status == "failed":
            message = _CATEGORY.get(ran.wrong.kind, _CATEGORY["values"])  # type: ignore[union-attr]
        if disclosure == "none":
            return result._replace(status="failed", message=text("a hidden check did not pass."))
    if ran.lucky:
        message = text("it passed once; run again with the same inputs it failed: {said}", said=message)
    return result._replace(status=status, message=message, detail=detail, line=line, program=program)


def _what_differs(ran: Ran, wrong: Difference) -> Text:
    """What is wrong, and which parts are right all the same."""
    said = wrong.said(ran.check.labels)
    if not ran.right:
        return said
    right = joined((named((part,), ran.check.labels) for part in ran.right), ", ", "、")
    points, most = ran.earned, ran.check.points
    return text(
        "{said}. Right: {right} ({points:g} of {most:g} points).", said=said, right=right, points=points, most=most
    )


# What a hidden check of a course may say: what kind of thing is wrong, never a value.
_CATEGORY = {
    "type": text("the result is of the wrong type."),
    "keys": text("the result has the wrong keys."),
    "length": text("the number of results is wrong."),
    "shape": text("the result has the wrong shape."),
    "dtype": text("the result has the wrong dtype."),
    "finite": text("the result is not finite."),
    "values": text("the values are wrong."),
    "expectation": text("a property that must hold does not."),
}


def explain_stop(stop: AnswerError | Fault, answer: Answer, quoted: bool = True) -> tuple[Status, Text, int | None]:
    """Status, words and line for an answer that raised or whose worker is gone. With `quoted` off, nothing that the answer
    itself could have chosen gets into them: no name, no line, no text."""
    if isinstance(stop, Fault):
        return stop.status, _FAULTS[stop.status](stop.note if quoted else ""), None
    told = quoted and stop.line is not None and 0 < stop.line <= answer.text.count("\n") + 1
    line = stop.line if told else None
    place = _place(answer, line)
    if stop.kind == "missing":
        what = same(stop.text) if quoted else text("what the exercise asks for")
        status: Status = "error" if _defines(answer, stop.text) else "missing"
        return status, text("{what} is not defined in {answer}.", what=what, answer=answer.name), None
    if stop.kind == "not_implemented" and "NotImplementedError" in answer.quote(stop.line or 0):
        return "not_started", text("not written yet{place}.", place=place), line
    if stop.kind == "memory":
        return "memory", text("it ran out of memory{place}.", place=place), line
    if stop.kind == "unusable":
        return "failed", text("the result cannot be used as an array or a number."), None
    name = same(stop.type_name) if quoted else text("an exception")
    said = (
        same(f"{stop.type_name}: {first_line}")
        if quoted and (first_line := next(iter(stop.text.splitlines()), ""))
        else name
    )
    if stop.kind == "syntax":
        if quoted and line is not None:
            return "error", _unreadable(stop, answer, line, said), line
        message = text("the file cannot be read as Python: {said}{place}.", said=said, place=place)
    else:
        message = text("it stopped with {said}{place}.", said=said, place=place)
    return "error", _with_advice(message, stop, answer) if quoted else message, line


def _unreadable(stop: AnswerError, answer: Answer, line: int, said: Text) -> Text:
    """In words of our own if there are any; the line itself stands below them (`syntax_shown`)."""
    label, number = answer.place(line)
    source = answer.text.split("\n")[line - 1]
    words = python_said(stop, source) or syntax_said(stop, answer)
    return text(
        "the file cannot be read as Python ({label}, line {number}): {words}",
        label=label,
        number=number,
        words=words or joined((said, same(".")), "", ""),
    )


def _with_advice(message: Text, stop: AnswerError, answer: Answer) -> Text:
    """With what stands behind Python's own words, if anything does."""
    lines = answer.text.split("\n")
    more = python_said(stop, lines[stop.line - 1] if stop.line is not None and 0 < stop.line <= len(lines) else "")
    return joined((message, more), " ", "") if more != NOTHING else message


MAX_TOLD = 3  # of the lines that were left out
MAX_QUOTED = 40


def _defines(answer: Answer, name: str) -> bool:
    """Whether a line of it says that it defines the name, of a method the last part. A worker that says it is missing does not
    tell the truth, or it stands where it does not count; either way something was begun."""
    last = re.escape(name.rpartition(".")[2])
    return re.search(rf"^[ \t]*((async[ \t]+)?def|class)[ \t]+{last}\b", answer.text, re.MULTILINE) is not None


def _place(answer: Answer, line: int | None) -> Text:
    if line is None:
        return NOTHING
    label, number = answer.place(line)
    source = answer.quote(line)
    return text(" ({label}, line {number}: {source})", label=label, number=number, source=source)


_FAULTS: dict[str, Callable[[str], Text]] = {
    "timeout": lambda note: (
        text("the {seconds} seconds that all checks together may take were over.", seconds=note)
        if note
        else text("it did not finish within the time limit. Is there a loop that never ends?")
    ),
    "memory": lambda _: text("it used too much memory and was stopped."),
    "crashed": lambda note: (
        text("Python itself crashed ({note}).", note=note) if note else text("Python itself crashed.")
    ),
    "exited": lambda _: text("it ended the program (sys.exit, exit or os._exit). Remove that call."),
    "protocol": lambda _: text("it disturbed the grader's connection."),
    "forbidden": lambda _: text("it started too many threads and was stopped."),
    "output_limit": lambda _: text("it printed too much and was stopped. Remove the print from the loop."),
}

_NUMPY_WARNING = re.compile(r"(overflow|underflow|divide by zero|invalid value) encountered in [a-z_0-9 ]{1,40}")


def warning_notes(ran: Sequence[Ran], answer: Answer) -> tuple[Text, ...]:
    """numpy's warnings in the answer's lines. Only numpy's: an answer could put anything into one of its own."""
    heard: dict[tuple[str, int], None] = {}
    for one in ran:
        for observation in one.observations:
            heard.update(observation.trace.warnings)
    lines: dict[int, str] = {}
    for warning, line in heard:
        if _NUMPY_WARNING.fullmatch(warning):
            lines.setdefault(line, warning)
    return tuple(
        text("numpy warned: {warning}{place}. No points are lost.", warning=warning, place=_place(answer, line))
        for line, warning in sorted(lines.items())
    )


def note_text(note: object, answer: Answer) -> Text:
    """Words for a worker's note; nothing for what the verdict says anyway. The note is hostile data: what does not fit
    becomes a general sentence."""
    if not (isinstance(note, tuple) and note and type(note[0]) is str):  # before it is compared: an array has no truth
        return text("part of the answer was left out.")
    if len(note) == 4 and note[0] in ("broken-cell", "broken-part"):
        kind, start, line, message = note
        if type(start) is int and type(line) is int and line in LINES and type(message) is str:
            label, number = answer.place(line)
            said = message[:MAX_NOTE_TEXT]
            if kind == "broken-part":
                left = text(
                    "part of {label} was left out: {message} (line {number}).", label=label, message=said, number=number
                )
            else:
                left = text(
                    "{label} was left out: {message} (line {number}).", label=label, message=said, number=number
                )
            return _with_advice(left, AnswerError("syntax", "SyntaxError", said, line), answer)
    if len(note) == 3 and note[0] == "left-out" and type(note[1]) is list and type(note[2]) is int:
        if len(answer.own) > 1:  # in a notebook there is always something else
            return NOTHING
        lines = [line for line in note[1][:MAX_TOLD] if type(line) is int and line in LINES and answer.quote(line)]
        if lines and len(lines) == len(note[1]):
            return _left_out(lines, note[2] - len(lines), answer)
    if len(note) == 2 and type(note[1]) is str:
        if note[0] == "missing":
            return NOTHING
        if note[0] == "out-of-order":
            return text(
                "{note} is defined below the cell that needs it; move its cell up, so that the notebook runs "
                "from the top.",
                note=note[1][:MAX_NOTE_TEXT],
            )
    return text("part of the answer was left out.")


def _left_out(lines: Sequence[int], more: int, answer: Answer) -> Text:
    said = [text("line {line} ({source})", line=line, source=answer.quote(line)[:MAX_QUOTED]) for line in lines]
    if more > 0:
        said.append(text("{n} more", n=more))
    return text("not run, for the answer does not need it: {places}.", places=joined(said, ", ", "、"))


def sandbox_failed(error: Exception) -> Text:
    """Our fault, and where to look."""
    return lack(str(error)) or text("the sandbox failed: {error}. `grade doctor` shows more.", error=error)
