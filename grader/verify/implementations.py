"""Implementations: the stub is not started, right ones pass, wrong ones fail and are named, and a margin lies between."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.compare import deviation
from grader.diagnose import Seen, known_mistakes
from grader.judge import judge
from grader.materials import load_alternatives
from grader.model import Answer, Check, CourseError, Exercise, Text, file_answer
from grader.oracle import Observation, Oracle
from grader.run import Ran, prepare, run_check
from grader.sandbox.host import Sandbox
from grader.stub import pristine_stub
from grader.verify.mutate import Mutant, mutants
from grader.verify.records import Finding, Margin, Sighting

ALTERNATIVES = 2
APART = 10.0  # times the tolerance: right answers must stay that far below it, wrong ones that far above
SEEDS = 8
MUTANT_SECONDS = 1.0  # many a mutant loops forever


def reference_path(exercise: Exercise) -> Path:
    assert exercise.solution is not None  # Oracle has refused a course without solutions already
    return exercise.solution / f"{exercise.id}.py"


def _as_answer(exercise: Exercise, source: str) -> Answer:
    return file_answer(f"{exercise.id}.py", source)


def stub(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    exercise = oracle.exercise
    expected = pristine_stub(exercise)
    if not exercise.stub.is_file() or exercise.stub.read_text(encoding="utf-8") != expected:
        yield Finding(exercise.stub, Text("the stub is not what the reference generates; run `grade verify --write-stubs`.",
                                          "参照解答から作られるものと違います。`grade verify --write-stubs` を実行してください。"))  # fmt: skip
    # With a line more it is no longer the untouched file, and is really run.
    result = judge(exercise, _as_answer(exercise, expected + "\ntouched = True\n"), oracle, sandbox, "full")
    if result.status != "not_started" or result.score:
        yield Finding(exercise.stub, Text(f"the stub is graded {result.status} with {result.score:g} points, not not_started.",
                                          f"スタブの判定が not_started ではなく {result.status}({result.score:g} 点)です。"))  # fmt: skip


def reference_passes(oracle: Oracle, sandbox: Sandbox) -> Iterator[Finding]:
    path = reference_path(oracle.exercise)
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


def alternatives(oracle: Oracle) -> tuple[list[Finding], list[Sighting], int]:
    """Right implementations in other styles must pass; also, how many there are."""
    path = reference_path(oracle.exercise).with_name("alternatives.py")
    found = load_alternatives(oracle.exercise, oracle.reference)
    findings: list[Finding] = []
    sightings: list[Sighting] = []
    if len(found) < ALTERNATIVES:
        findings.append(Finding(path, Text(f"it holds {len(found)} right answers in other styles; write {ALTERNATIVES} or more.",
                                           f"別の書き方の正解が {len(found)} 個です。{ALTERNATIVES} 個以上書いてください。")))  # fmt: skip
    # A right answer must be right for every class, and each has its own secret: other inputs are tried too.
    others = {seed: Oracle(oracle.course, oracle.exercise, seed) for seed in range(1, SEEDS)}
    for alternative in found:
        for check in oracle.checks:
            seen = [oracle.of_symbols(alternative.symbols, check, level) for level in range(check.levels)]
            sightings.append(_sighting(oracle, check, alternative.slug, True, seen))
            wrong = next(filter(None, oracle.differences(check, seen)), None)
            for seed in range(1, SEEDS) if not wrong else ():
                elsewhere = others[seed]
                seen = [elsewhere.of_symbols(alternative.symbols, check, level) for level in range(check.levels)]
                wrong = wrong or next(filter(None, elsewhere.differences(check, seen)), None)
            if wrong and check.points:
                error = next((one.error for one in seen if one.error), None)
                said = f"{error.type_name}: {error.text}" if error else wrong.text.en
                findings.append(Finding(path, Text(f"{alternative.slug} is right, but {check.id} rejects it: {said}",
                                                   f"{alternative.slug} は正しいのに、{check.id} で不正解になります: {said}")))  # fmt: skip
    return findings, sightings, len(found)


def mistakes(oracle: Oracle) -> tuple[list[Finding], list[Sighting]]:
    """Every mistake must fail a check with points and be diagnosed as itself."""
    path = reference_path(oracle.exercise).with_name("mistakes.py")
    findings: list[Finding] = []
    sightings: list[Sighting] = []
    for mistake in oracle.mistakes:
        seen = {
            check.id: [oracle.of_mistake(mistake, check, level) for level in range(check.levels)]
            for check in oracle.checks
        }
        sightings += [_sighting(oracle, check, mistake.slug, False, seen[check.id]) for check in oracle.checks]
        judged = {
            check.id: Seen(seen[check.id], any(oracle.differences(check, seen[check.id]))) for check in oracle.checks
        }
        if not any(judged[check.id].failed for check in oracle.checks if check.points):
            findings.append(Finding(path, Text(f"{mistake.slug} is accepted; write a check that rejects it.",
                                               f"{mistake.slug} が正解になってしまいます。はじくチェックを書いてください。")))  # fmt: skip
            continue
        named = [diagnosis.slug for diagnosis in known_mistakes(oracle, judged)]
        if named != [mistake.slug]:
            others = ", ".join(named)
            findings.append(Finding(path, Text(f"{mistake.slug} is diagnosed as {others or 'nothing'}; add a check that tells them apart, or merge them.",
                                               f"{mistake.slug} の診断が {others or 'なし'} になります。区別するチェックを加えるか、まとめてください。")))  # fmt: skip
    return findings, sightings


class Mutation(NamedTuple):
    """What became of the mutants of one reference."""

    findings: list[Finding]
    sightings: list[Sighting]
    tried: int
    survived: int
    waived: int


def mutation(oracle: Oracle, sandbox: Sandbox) -> Mutation:
    """Every small change of the solution must fail some check, or be waived as changing nothing.

    Not asked of an open-ended exercise: what still reaches its goal is right.
    """
    path = reference_path(oracle.exercise)
    waivers = _waivers(path.with_name("waivers.toml"))
    result = Mutation([], [], 0, 0, 0)
    if oracle.exercise.open_ended:
        return result
    tried = survived = waived = 0
    used: set[tuple[str, str]] = set()
    for mutant in mutants(path.read_text(encoding="utf-8")):
        tried += 1
        rejected, sightings = _try(mutant, oracle, sandbox)
        excused = (mutant.before, mutant.after) in waivers
        result.sightings.extend(one._replace(right=excused) for one in sightings)
        used.add((mutant.before, mutant.after))
        if rejected and excused:
            result.findings.append(Finding(path.with_name("waivers.toml"), Text(
                f"{mutant.after!r} is rejected by a check, so it need not be waived.",
                f"{mutant.after!r} はチェックではじかれるので、waiver は要りません。")))  # fmt: skip
        elif excused:
            waived += 1
        elif not rejected:
            survived += 1
            result.findings.append(Finding(path, Text(
                f"line {mutant.line}: {mutant.before!r} could be {mutant.after!r} and no check would notice; "
                "write one, or say in waivers.toml why that is equally right.",
                f"{mutant.line} 行目: {mutant.before!r} を {mutant.after!r} に変えても、どのチェックも気づきません。"
                "チェックを書くか、同じく正しい理由を waivers.toml に書いてください。")))  # fmt: skip
    for before, after in sorted(waivers.keys() - used):
        result.findings.append(Finding(path.with_name("waivers.toml"), Text(
            f"there is no such change any more: {before!r} to {after!r}; remove it.",
            f"{before!r} から {after!r} への変更はもうありません。削除してください。")))  # fmt: skip
    return result._replace(tried=tried, survived=survived, waived=waived)


def _try(mutant: Mutant, oracle: Oracle, sandbox: Sandbox) -> tuple[bool, list[Sighting]]:
    """Whether a check rejects the mutant, in a worker: it may loop, crash or eat memory."""
    answer = _as_answer(oracle.exercise, mutant.source)
    prepared = prepare(oracle.exercise, answer, sandbox)
    if not isinstance(prepared, tuple) or len(prepared) != 2:
        return True, []
    sightings: list[Sighting] = []
    for check in oracle.checks:
        ran = run_check(check, oracle, sandbox, answer, prepared[0], MUTANT_SECONDS, explain=False)
        if not isinstance(ran, Ran):
            return True, sightings
        sightings.append(_sighting(oracle, check, f"{mutant.line}: {mutant.after}", False, ran.observations))
        if ran.wrong:
            return True, sightings
    return False, sightings


def _waivers(path: Path) -> dict[tuple[str, str], str]:
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        return {(entry["before"], entry["after"]): str(entry["why"]) for entry in entries}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{path}: each [[mutant]] needs before, after and why ({error})") from None


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
            if 1 / APART < one.deviation < APART or (one.right and one.deviation >= APART):
                findings.append(Finding(oracle.exercise.folder / "checks.py", Text(
                    f"{check.id}: {one.who!r} deviates by {one.deviation:.2g} of the tolerance {check.rtol:g}; "
                    f"right answers must stay below {1 / APART:g}, wrong ones above {APART:g}.",
                    f"{check.id}: {one.who!r} のずれが許容 {check.rtol:g} の {one.deviation:.2g} 倍です。"
                    f"正解は {1 / APART:g} 倍未満、不正解は {APART:g} 倍超でなければなりません。")))  # fmt: skip
    return found, findings


def _sighting(oracle: Oracle, check: Check, who: str, right: bool, seen: Sequence[Observation]) -> Sighting:
    """The widest deviation over all levels; infinite where the answer did not return at all."""
    widest = 0.0
    for level, one in enumerate(seen):
        returned = not (one.error or one.fault or one.broken)
        apart = deviation(one.value, oracle.expected(check, level).value, check.rtol) if returned else float("inf")
        widest = max(widest, apart)
    return Sighting(check.id, who, right, widest)
