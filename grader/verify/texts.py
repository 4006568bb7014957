"""Texts: both languages, formulas that can be read, sums that are right, and nothing that gives the answer away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.checks.oracle import Oracle
from grader.course.stub import BLOCK, pristine_stub
from grader.model import NOTHING
from grader.verify.certificate import Finding
from grader.words import text
from reports.statement import broken_formulas

HINTS = 3
TELLING = 14  # characters without spaces: shorter lines of code are in everybody's hands


def languages(oracle: Oracle) -> Iterator[Finding]:
    exercise = oracle.exercise
    for path in (exercise.statement("en"), exercise.statement("ja")):
        if not path.is_file() or not path.read_text(encoding="utf-8").strip():
            yield Finding(path, text("the statement is missing."))
    unit = oracle.course.units.get(exercise.unit, NOTHING)
    texts = [
        (f"title of {exercise.unit} in course.toml", unit),
        ("title", exercise.title),
        *(("hint", hint) for hint in exercise.hints),
    ]
    texts += [(f"check {check.id}", check.title) for check in oracle.checks]
    for mistake in oracle.mistakes:
        texts += [(f"mistake {mistake.slug}", mistake.text), (f"hint of mistake {mistake.slug}", mistake.hint)]
    for what, words in texts:
        same = words.ja == words.en and "title" not in what  # a name may be the same in both
        if not words.en.strip() or not words.ja.strip() or same:
            yield Finding(exercise.folder, text("{what}: write it in English and in Japanese.", what=what))
    if len(exercise.hints) != HINTS:
        yield Finding(
            exercise.folder / "exercise.toml",
            text("it has {n} hints; write {wanted}.", n=len(exercise.hints), wanted=HINTS),
        )


def formulas(oracle: Oracle) -> Iterator[Finding]:
    for path in (oracle.exercise.statement("en"), oracle.exercise.statement("ja")):
        for formula in broken_formulas(path.read_text(encoding="utf-8")) if path.is_file() else ():
            yield Finding(
                path,
                text(
                    "this formula cannot be shown everywhere (see `reports/statement.py`): {formula}", formula=formula
                ),
            )


def points(oracle: Oracle) -> Iterator[Finding]:
    total = sum(check.points for check in oracle.checks)
    if total != oracle.exercise.points:
        yield Finding(
            oracle.exercise.folder / "exercise.toml",
            text("points is {points:g}, but the checks sum to {total:g}.", points=oracle.exercise.points, total=total),
        )


def leaks(oracle: Oracle) -> Iterator[Finding]:
    """Lines of the solution in what a student may read."""
    exercise = oracle.exercise
    assert exercise.solution is not None
    source = (exercise.solution / f"{exercise.id}.py").read_text(encoding="utf-8")
    public = [(path, path.read_text(encoding="utf-8")) for path in sorted(exercise.folder.glob("*.*"))]
    public += [(exercise.folder / "exercise.toml", words) for hint in exercise.hints for words in hint]
    mistakes = exercise.solution / "mistakes.py"
    public += [(mistakes, words) for mistake in oracle.mistakes for words in (*mistake.text, *mistake.hint)]
    squeezed = [(path, _squeezed(words)) for path, words in public]
    for line in _telling_lines(source, pristine_stub(exercise)):
        for path, words in squeezed:
            if _squeezed(line) in words:
                yield Finding(path, text("it tells a line of the solution: {line}", line=line))
    secret = oracle.course.secret
    for path, words in public:
        if secret and secret in words:
            yield Finding(path, text("it tells the course's secret."))


def _telling_lines(source: str, stub: str) -> list[str]:
    lines = [line.split("  #")[0].strip() for match in BLOCK.finditer(source) for line in match[0].splitlines()[1:-1]]
    given = _squeezed(stub)
    return [line for line in dict.fromkeys(lines) if len(_squeezed(line)) >= TELLING and _squeezed(line) not in given]


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)
