"""Certifies a course: what `grade verify` demands of every exercise, each with the file to mend.

- the stub is what the reference generates, and is graded *not started* when run
- the reference passes every check, in the sandbox, without a diagnosis
- every gradient check agrees with finite differences and is not vacuous
- every mistake fails, and is diagnosed as itself
- points add up; titles, hints, statements and texts exist in English and Japanese
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.diagnose import known_mistakes
from grader.judge import judge
from grader.materials import make_stub
from grader.model import NOTHING, Answer, Cell, Course, CourseError, Exercise, Mistake, Text, same
from grader.oracle import Oracle, difference
from grader.sandbox.host import Sandbox

HINTS = 3


class Finding(NamedTuple):
    """One thing that keeps a course from being certified."""

    path: Path
    text: Text


class Certificate(NamedTuple):
    """What was found out about one exercise. It is certified if `findings` is empty."""

    exercise: Exercise
    checks: int
    hidden: int
    mistakes: int
    findings: tuple[Finding, ...]


def verify(course: Course, exercise: Exercise, sandbox: Sandbox) -> Certificate:
    """Certify one exercise."""
    try:
        oracle = Oracle(course, exercise, 0)
        findings = tuple(_findings(oracle, sandbox))
        hidden = sum(check.hidden for check in oracle.checks)
        return Certificate(exercise, len(oracle.checks), hidden, len(oracle.mistakes), findings)
    except CourseError as error:
        return Certificate(exercise, 0, 0, 0, (Finding(exercise.folder, Text(str(error), str(error))),))


def write_stub(exercise: Exercise) -> bool:
    """Generate the stub from the reference; whether it changed."""
    stub = make_stub(_reference(exercise).read_text(encoding="utf-8"))
    if exercise.stub.is_file() and exercise.stub.read_text(encoding="utf-8") == stub:
        return False
    exercise.stub.write_text(stub, encoding="utf-8")
    return True


def _reference(exercise: Exercise) -> Path:
    assert exercise.solution is not None  # Oracle has refused a course without solutions already
    return exercise.solution / f"{exercise.id}.py"


def _findings(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    yield from _languages(oracle)
    yield from _points(oracle)
    yield from _stub(oracle, sandbox)
    yield from _reference_passes(oracle, sandbox)
    for check in oracle.checks:
        for level in range(check.levels):
            oracle.audit(check, level)
    for mistake in oracle.mistakes:
        yield from _mistake(oracle, mistake)


def _languages(oracle: Oracle) -> Iterator[Finding]:
    exercise = oracle.exercise
    for path in (exercise.statement("en"), exercise.statement("ja")):
        if not path.is_file() or not path.read_text(encoding="utf-8").strip():
            yield Finding(path, Text("the statement is missing.", "問題文がありません。"))
    unit = oracle.course.units.get(exercise.unit, NOTHING)
    texts = [
        (f"title of {exercise.unit} in course.toml", unit),
        ("title", exercise.title),
        *(("hint", hint) for hint in exercise.hints),
    ]
    texts += [(f"check {check.id}", check.title) for check in oracle.checks]
    for mistake in oracle.mistakes:
        texts += [(f"mistake {mistake.slug}", mistake.text), (f"hint of mistake {mistake.slug}", mistake.hint)]
    for what, text in texts:
        same = text.ja == text.en and "title" not in what  # a name may be the same in both
        if not text.en.strip() or not text.ja.strip() or same:
            yield Finding(exercise.folder, Text(f"{what}: write it in English and in Japanese.",
                                                f"{what}: 英語と日本語の両方で書いてください。"))  # fmt: skip
    if len(exercise.hints) != HINTS:
        yield Finding(exercise.folder / "exercise.toml", Text(f"it has {len(exercise.hints)} hints; write {HINTS}.",
                                                              f"ヒントが {len(exercise.hints)} 個です。{HINTS} 個にしてください。"))  # fmt: skip


def _points(oracle: Oracle) -> Iterator[Finding]:
    total = sum(check.points for check in oracle.checks)
    if total != oracle.exercise.points:
        yield Finding(
            oracle.exercise.folder / "exercise.toml",
            Text(f"points is {oracle.exercise.points:g}, but the checks sum to {total:g}.",
                 f"points は {oracle.exercise.points:g} ですが、チェックの合計は {total:g} です。"),
        )  # fmt: skip


def _as_answer(exercise: Exercise, source: str) -> Answer:
    return Answer(f"{exercise.id}.py", (Cell(1, source, same(f"{exercise.id}.py")),))


def _stub(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    exercise = oracle.exercise
    expected = make_stub(_reference(exercise).read_text(encoding="utf-8"))
    if not exercise.stub.is_file() or exercise.stub.read_text(encoding="utf-8") != expected:
        yield Finding(exercise.stub, Text("the stub is not what the reference generates; run `grade verify --write-stubs`.",
                                          "参照解答から作られるものと違います。`grade verify --write-stubs` を実行してください。"))  # fmt: skip
    # With a line more it is no longer the untouched file, and is really run.
    result = judge(exercise, _as_answer(exercise, expected + "\ntouched = True\n"), oracle, sandbox, "full")
    if result.status != "not_started" or result.score:
        yield Finding(exercise.stub, Text(f"the stub is graded {result.status} with {result.score:g} points, not not_started.",
                                          f"スタブの判定が not_started ではなく {result.status}({result.score:g} 点)です。"))  # fmt: skip


def _reference_passes(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    path = _reference(oracle.exercise)
    result = judge(
        oracle.exercise, _as_answer(oracle.exercise, path.read_text(encoding="utf-8")), oracle, sandbox, "full"
    )
    for check in result.checks:
        if check.status != "passed":
            yield Finding(path, Text(f"the reference does not pass {check.id} in a worker: {check.message.en}",
                                     f"参照解答がワーカー内で {check.id} に合格しません: {check.message.ja}"))  # fmt: skip
    for diagnosis in result.diagnoses:
        yield Finding(
            path,
            Text(
                f"the reference is diagnosed: {diagnosis.message.en}", f"参照解答に診断が出ます: {diagnosis.message.ja}"
            ),
        )


def _mistake(oracle: Oracle, mistake: Mistake) -> Iterator[Finding]:
    assert oracle.exercise.solution is not None
    path = oracle.exercise.solution / "mistakes.py"
    seen = {
        check.id: [oracle.of_mistake(mistake, check, level) for level in range(check.levels)] for check in oracle.checks
    }
    points = [check for check in oracle.checks if check.points]
    if not any(
        difference(one, oracle.expected(check, level), check.rtol)
        for check in points
        for level, one in enumerate(seen[check.id])
    ):
        yield Finding(path, Text(f"{mistake.slug} is accepted; write a check that rejects it.",
                                 f"{mistake.slug} が正解になってしまいます。はじくチェックを書いてください。"))  # fmt: skip
        return
    named = [diagnosis.slug for diagnosis in known_mistakes(oracle, seen)]
    if named != [mistake.slug]:
        yield Finding(path, Text(f"{mistake.slug} is diagnosed as {', '.join(named) or 'nothing'}; add a check that tells them apart, or merge them.",
                                 f"{mistake.slug} の診断が {', '.join(named) or 'なし'} になります。区別するチェックを加えるか、まとめてください。"))  # fmt: skip
