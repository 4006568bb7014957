"""Implementations: the stub is not started, right ones pass, wrong ones fail and are named, and a margin lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.checks.compare import deviation
from grader.checks.materials import load_alternatives
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.course.stub import pristine_stub
from grader.diagnose import Seen, known_mistakes
from grader.judge.judge import judge_alone
from grader.model import Answer, Check, Exercise, Mistake, file_answer
from grader.sandbox.host import Sandbox
from grader.verify.certificate import Finding, Margin, Sighting
from grader.words import text

ALTERNATIVES = 2
APART = 10.0  # times the tolerance: right answers must stay that far below it, wrong ones that far above
SEEDS = 8


def reference_path(exercise: Exercise) -> Path:
    assert exercise.solution is not None  # Oracle has refused a course without solutions already
    return exercise.solution / f"{exercise.id}.py"


def as_answer(exercise: Exercise, source: str) -> Answer:
    return file_answer(f"{exercise.id}.py", source)


def stub(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    exercise = oracle.exercise
    expected = pristine_stub(exercise)
    if not exercise.stub.is_file() or exercise.stub.read_text(encoding="utf-8") != expected:
        yield Finding(
            exercise.stub, text("the stub is not what the reference generates; run `grade verify --write-stubs`.")
        )
    # With a line more it is no longer the untouched file, and is really run.
    result = judge_alone(exercise, as_answer(exercise, expected + "\ntouched = True\n"), oracle, sandbox, "full")
    if result.status != "not_started" or result.score:
        yield Finding(
            exercise.stub,
            text(
                "the stub is graded {status} with {score:g} points, not not_started.",
                status=result.status,
                score=result.score,
            ),
        )


def reference_passes(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    path = reference_path(oracle.exercise)
    result = judge_alone(
        oracle.exercise, as_answer(oracle.exercise, path.read_text(encoding="utf-8")), oracle, sandbox, "full"
    )
    for check in result.checks:
        if check.status != "passed":
            yield Finding(
                path,
                text(
                    "the reference does not pass {check} in a worker: {message}", check=check.id, message=check.message
                ),
            )
    for diagnosis in result.diagnoses:
        yield Finding(path, text("the reference is diagnosed: {message}", message=diagnosis.message))


def alternatives(oracle: Oracle) -> tuple[list[Finding], list[Sighting], int]:
    """Right implementations in other styles must pass; also, how many there are."""
    path = reference_path(oracle.exercise).with_name("alternatives.py")
    found = load_alternatives(oracle.exercise, oracle.reference)
    findings: list[Finding] = []
    sightings: list[Sighting] = []
    if len(found) < ALTERNATIVES:
        findings.append(
            Finding(
                path,
                text(
                    "it holds {n} right answers in other styles; write {wanted} or more.",
                    n=len(found),
                    wanted=ALTERNATIVES,
                ),
            )
        )
    # A right answer must be right for every class, and each has its own secret: other inputs are tried too.
    others = {seed: Oracle(oracle.course, oracle.exercise, seed) for seed in range(1, SEEDS)}
    for alternative in found:
        for check in oracle.checks:
            seen = [oracle.of_symbols(alternative.symbols, check, level) for level in range(check.levels)]
            sightings.append(sighting(oracle, check, alternative.slug, True, seen))
            wrong = next(filter(None, oracle.differences(check, seen)), None)
            for seed in range(1, SEEDS) if not wrong else ():
                elsewhere = others[seed]
                seen = [elsewhere.of_symbols(alternative.symbols, check, level) for level in range(check.levels)]
                wrong = wrong or next(filter(None, elsewhere.differences(check, seen)), None)
            if wrong and check.points:
                error = next((one.error for one in seen if one.error), None)
                said = f"{error.type_name}: {error.text}" if error else wrong.text.en
                findings.append(
                    Finding(
                        path,
                        text(
                            "{alternative} is right, but {check} rejects it: {said}",
                            alternative=alternative.slug,
                            check=check.id,
                            said=said,
                        ),
                    )
                )
    return findings, sightings, len(found)


def mistakes(oracle: Oracle) -> tuple[list[Finding], list[Sighting]]:
    """Every mistake must fail a check with points and be diagnosed as itself."""
    path = reference_path(oracle.exercise).with_name("mistakes.py")
    findings: list[Finding] = []
    sightings: list[Sighting] = []
    for mistake in oracle.mistakes:
        judged = judged_as(oracle, mistake, oracle.mistakes)
        sightings += judged.sightings
        if not judged.rejected:
            findings.append(
                Finding(path, text("{mistake} is accepted; write a check that rejects it.", mistake=mistake.slug))
            )
            continue
        if judged.named != [mistake.slug]:
            said = text(
                "{mistake} is diagnosed as {others}; add a check that tells them apart, or merge them.",
                mistake=mistake.slug,
                others=", ".join(judged.named) or text("nothing"),
            )
            findings.append(Finding(path, said))
    return findings, sightings


class Judged(NamedTuple):
    """What became of a wrong implementation: whether a check with points rejects it, and as what it is diagnosed."""

    rejected: bool
    named: list[str]
    sightings: list[Sighting]


def judged_as(oracle: Oracle, mistake: Mistake, among: Sequence[Mistake]) -> Judged:
    """A mistake as an answer, in this process; `among`: the mistakes that are known."""
    seen: dict[str, Seen] = {}
    for check in oracle.checks:
        there = [oracle.of_mistake(mistake, check, level) for level in range(check.levels)]
        seen[check.id] = Seen(there, any(oracle.differences(check, there)))
    return Judged(
        any(seen[check.id].failed for check in oracle.checks if check.points),
        [diagnosis.slug for diagnosis in known_mistakes(oracle, seen, among)],
        [sighting(oracle, check, mistake.slug, False, seen[check.id].observations) for check in oracle.checks],
    )


def margins(oracle: Oracle, sightings: Sequence[Sighting]) -> tuple[list[Margin], list[Finding]]:
    """The margin of every check with points, and what lies too near to its tolerance."""
    found: list[Margin] = []
    findings: list[Finding] = []
    for check in oracle.checks:
        if not check.points:
            continue
        here = [one for one in sightings if one.check == check.id]
        right = max((one.deviation for one in here if one.right), default=0.0)
        wrong = min((one.deviation for one in here if not one.right and one.deviation > 1), default=float("inf"))
        found.append(Margin(check.id, right, wrong))
        for one in here:
            if near(one) or (one.right and one.deviation >= APART):
                findings.append(
                    Finding(
                        oracle.exercise.folder / "checks.py",
                        text(
                            "{check}: {who!r} deviates by {deviation:.2g} of the tolerance {rtol:g}; right answers must stay "
                            "below {least:g}, wrong ones above {apart:g}.",
                            check=check.id,
                            who=one.who,
                            deviation=one.deviation,
                            rtol=check.rtol,
                            least=1 / APART,
                            apart=APART,
                        ),
                    )
                )
    return found, findings


def near(one: Sighting) -> bool:
    """Whether that is neither plainly right nor plainly wrong."""
    return 1 / APART < one.deviation < APART


def sighting(oracle: Oracle, check: Check, who: str, right: bool, seen: Sequence[Observation]) -> Sighting:
    """The widest deviation over all levels; infinite where the answer did not return at all."""
    widest = 0.0
    for level, one in enumerate(seen):
        returned = not (one.error or one.fault or one.broken)
        apart = deviation(one.value, oracle.expected(check, level).value, check.rtol) if returned else float("inf")
        widest = max(widest, apart)
    return Sighting(check.id, who, right, widest)
