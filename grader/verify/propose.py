"""`grade verify --propose`: changes of the reference that are rejected but would not be named, as lines of a `mistakes.py`.

Each waits for its words only: with them it is a mistake that `grade verify` accepts. So what cannot be one is left out:
what does not come to an end (mistakes run in the grader's process), what no check with points rejects, what lies near to
a tolerance. Of changes that give the same results the first stands for all.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from grader.checks.materials import mistake_of
from grader.checks.oracle import Oracle
from grader.checks.rewrite import Misfit, rewritten, without_comments
from grader.diagnose import Seen, diagnose, known_mistakes
from grader.errors import CourseError, Stop
from grader.model import NOTHING, Course, Exercise, Mistake, Text
from grader.sandbox.host import Sandbox
from grader.verify.certificate import Finding, what_is_at_fault
from grader.verify.implementations import judged_as, near, reference_path
from grader.verify.mutate import Mutant, head, mutants
from grader.verify.mutation import runs

WIDTH = 120  # of a line of Python


class Proposal(NamedTuple):
    """A mistake without words.

    Attributes:
        line: of the reference, where it is changed.
        before, after: what `changed` wants: lines of the reference, and what stands there instead.
        checks: those that reject it.
        told: what whoever writes it is told today, which may be enough.
    """

    line: int
    before: str
    after: str
    checks: tuple[str, ...]
    told: Text


class Proposals(NamedTuple):
    """What became of the mutants of one reference.

    Attributes:
        tried: how many there are; `rejected` of them by a check.
        named: how many of the rejected are diagnosed as known mistakes.
        alike: how many would be diagnosed as one of those proposed.
        unfit: how many cannot be known mistakes.
        findings: why nothing could be tried.
    """

    exercise: Exercise
    tried: int = 0
    rejected: int = 0
    named: int = 0
    alike: int = 0
    unfit: int = 0
    proposed: tuple[Proposal, ...] = ()
    findings: tuple[Finding, ...] = ()


def propose(course: Course, exercise: Exercise, sandbox: Sandbox) -> Proposals:
    """Mistakes for one exercise, by the line of the reference. As in `grade verify`, none where it is open-ended."""
    try:
        oracle = Oracle(course, exercise, 0)
        known = list(oracle.mistakes)
        result = Proposals(exercise=exercise)
        if exercise.open_ended:
            return result
        source = reference_path(exercise).read_text(encoding="utf-8")
        for mutant in sorted(mutants(source), key=lambda one: one.line):
            result = result._replace(tried=result.tried + 1)
            seen = _watched(mutant, oracle, sandbox)
            if seen is not None and not any(one.failed for one in seen.values()):
                continue
            result = result._replace(rejected=result.rejected + 1)
            if seen is not None and known_mistakes(oracle, seen):
                result = result._replace(named=result.named + 1)
            elif seen is not None and known_mistakes(oracle, seen, known):
                result = result._replace(alike=result.alike + 1)
            elif seen is not None and (made := _as_mistake(mutant, source, oracle, known)):
                lines, mistake = made
                ((before, after),) = lines.items()
                known.append(mistake)
                failed = tuple(id_ for id_, one in seen.items() if one.failed)
                told = next((one.message for one in diagnose(oracle, seen, seen, []) if one.kind != "notice"), NOTHING)
                proposal = Proposal(mutant.line, before, after, failed, told)
                result = result._replace(proposed=(*result.proposed, proposal))
            else:
                result = result._replace(unfit=result.unfit + 1)
        return result
    except CourseError as error:
        return Proposals(exercise=exercise, findings=what_is_at_fault(exercise, error))


def _watched(mutant: Mutant, oracle: Oracle, sandbox: Sandbox) -> dict[str, Seen] | None:
    """What each check saw of a mutant; None if it does not load, or a worker did not survive it."""
    seen: dict[str, Seen] = {}
    try:
        for ran in runs(mutant, oracle, sandbox):
            if any(one.fault for one in ran.observations):
                return None
            seen[ran.check.id] = Seen(ran.observations, bool(ran.wrong))
    except Stop:
        return None
    return seen


def _as_mistake(
    mutant: Mutant, source: str, oracle: Oracle, known: list[Mistake]
) -> tuple[Mapping[str, str], Mistake] | None:
    """A mutant as the lines that `changed` wants, and the mistake that they make; None if `grade verify` would refuse it."""
    lines = as_lines(mutant, source)
    if lines is None:
        return None
    mistake = mistake_of(oracle.exercise, oracle.reference, f"line {mutant.line}, {mutant.after}", lines)
    judged = judged_as(oracle, mistake, [*known, mistake])
    worth = {check.id for check in oracle.checks if check.points}
    narrow = any(near(one) for one in judged.sightings if one.check in worth)
    fits = judged.rejected and judged.named == [mistake.slug] and not narrow
    return (lines, mistake) if fits else None


# --- as Python ------------------------------------------------------------------------------------------------------


def as_lines(mutant: Mutant, source: str) -> Mapping[str, str] | None:
    """The lines of `source` that make the mutant when they are changed, and what then stands there.

    As few as are enough: where a line stands twice, lines before or after it are added. None if there are none, as for
    one statement of several in a line.
    """
    code = without_comments(source)
    statements = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    changed = next((one for one in statements if one.lineno == mutant.line and head(one) == mutant.before), None)
    if changed is None:
        return None
    first, last, after = changed.lineno - 1, _last_row(changed, code), mutant.after
    if isinstance(changed, ast.If) and changed.body[0].lineno > changed.lineno:
        after = after.split("\n")[0]  # a mutant of an `if` comes with what it holds, which stays as it is
    if code[first].lstrip().startswith("elif ") and after.startswith("if "):
        after = f"el{after}"
    wanted = ast.unparse(ast.parse(mutant.source))
    for begin, end in _windows(first, last, code):
        made = [*_dedented(code[begin:first], code[begin]), *_indented(after, code[first], code[begin])]
        made += _dedented(code[last + 1 : end + 1], code[begin])
        lines = {"\n".join(_dedented(code[begin : end + 1], code[begin])): "\n".join(made)}
        try:
            if ast.unparse(ast.parse(rewritten(source, lines))) == wanted:
                return lines
        except (Misfit, SyntaxError):
            continue
    return None


def _last_row(statement: ast.stmt, code: Sequence[str]) -> int:
    """The last row of a statement, or of its head if it has a body."""
    body = getattr(statement, "body", None)
    assert statement.end_lineno is not None
    last = statement.end_lineno - 1
    if body and body[0].lineno > statement.lineno:
        last = body[0].lineno - 2
        while not code[last].strip():
            last -= 1
    return last


def _windows(first: int, last: int, code: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Rows around `first` to `last`, fewest first, none of which stands further left than the first of them."""
    for more in range(len(code)):
        for before in range(more + 1):
            begin, end = first - before, last + more - before
            if begin < 0 or end >= len(code) or not code[begin].strip() or not code[end].strip():
                continue
            if all(_indent(row) >= _indent(code[begin]) for row in code[begin : end + 1] if row.strip()):
                yield begin, end


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _dedented(rows: Sequence[str], first: str) -> list[str]:
    return [row[_indent(first) :].rstrip() for row in rows]


def _indented(text: str, row: str, first: str) -> list[str]:
    return [" " * (_indent(row) - _indent(first)) + line for line in text.splitlines()]


def as_python(one: Proposal) -> str:
    """A proposal as it is pasted into a `mistakes.py`, where its slug and its words are then written."""
    pair = f"{_literal(one.before)}: {_literal(one.after)}"
    whole = f'changed("…", {{{pair}}}, en="", ja="")'
    if len(whole) <= WIDTH:
        return whole
    lines = f"    {{{pair}}},"
    if len(lines) > WIDTH:
        lines = f"    {{\n        {pair},\n    }},"
    return f'changed(\n    "…",\n{lines}\n    en="",\n    ja="",\n)'


def _literal(text: str) -> str:
    return repr(text) if '"' in text and "'" not in text else json.dumps(text, ensure_ascii=False)
