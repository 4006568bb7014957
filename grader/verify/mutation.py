"""Every small change of a reference must be noticed: tries the mutants of `mutate.py` in workers.

The check that notices must also do so when the mutant rewrites its arguments (`arguments.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import tomli

from grader.checks.materials import load_in_its_place
from grader.checks.oracle import Oracle
from grader.errors import CourseError, Stop
from grader.judge.run import Ran, prepare, run_check
from grader.model import Text
from grader.sandbox.host import Sandbox
from grader.verify.arguments import rewriting
from grader.verify.certificate import Finding, Sighting
from grader.verify.implementations import as_answer, reference_path, sighting
from grader.verify.mutate import Mutant, mutants
from grader.words import text

MUTANT_SECONDS = 1.0  # many a mutant loops forever


class Mutation(NamedTuple):
    """What became of the mutants of one reference."""

    findings: tuple[Finding, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    tried: int = 0
    survived: int = 0
    waived: int = 0


def mutation(oracle: Oracle, sandbox: Sandbox) -> Mutation:
    """Every small change of the solution must fail some check, or be waived as changing nothing.

    Not asked of an open-ended exercise: what still reaches its goal is right. Raises CourseError.
    """
    path = reference_path(oracle.exercise)
    waivers = _waivers(_waivers_path(oracle))
    if oracle.exercise.open_ended:
        return Mutation()
    result = Mutation()
    used: set[tuple[str, str]] = set()
    for mutant in mutants(path.read_text(encoding="utf-8")):
        rejected, sightings, misled = _try(mutant, oracle, sandbox)
        excused = (mutant.before, mutant.after) in waivers
        used.add((mutant.before, mutant.after))
        result = result._replace(
            findings=(*result.findings, *_findings(mutant, oracle, rejected, excused), *misled),
            sightings=(*result.sightings, *(one._replace(right=excused) for one in sightings)),
            tried=result.tried + 1,
            survived=result.survived + (not rejected and not excused),
            waived=result.waived + (excused and not rejected),
        )
    gone = (_gone(*change, oracle) for change in sorted(waivers.keys() - used))
    return result._replace(findings=(*result.findings, *gone))


def _findings(mutant: Mutant, oracle: Oracle, rejected: bool, excused: bool) -> Iterator[Finding]:
    if rejected and excused:
        said = text("{after!r} is rejected by a check, so it need not be waived.", after=mutant.after)
        yield Finding(_waivers_path(oracle), said)
    elif not rejected and not excused:
        yield Finding(reference_path(oracle.exercise), _unnoticed(mutant))


def _unnoticed(mutant: Mutant) -> Text:
    return text(
        "line {line}: {before!r} could be {after!r} and no check would notice; write one, or say in "
        "waivers.toml why that is equally right.",
        line=mutant.line,
        before=mutant.before,
        after=mutant.after,
    )


def _gone(before: str, after: str, oracle: Oracle) -> Finding:
    said = text("there is no such change any more: {before!r} to {after!r}; remove it.", before=before, after=after)
    return Finding(_waivers_path(oracle), said)


def _try(mutant: Mutant, oracle: Oracle, sandbox: Sandbox) -> tuple[bool, list[Sighting], list[Finding]]:
    """Whether a check rejects the mutant, and whether it would not if the mutant rewrote its arguments."""
    sightings: list[Sighting] = []
    who = f"{mutant.line}: {mutant.after}"
    try:
        for ran in runs(mutant, oracle, sandbox):
            sightings.append(sighting(oracle, ran.check, who, False, ran.observations))
            if ran.wrong and any(one.fault for one in ran.observations):
                return True, sightings, []
            if ran.wrong:
                made = partial(load_in_its_place, oracle.exercise, mutant.source)
                return True, sightings, list(rewriting(oracle, who, made, ran.check))
    except Stop:
        return True, sightings, []
    return False, sightings, []


def runs(mutant: Mutant, oracle: Oracle, sandbox: Sandbox) -> Iterator[Ran]:
    """A mutant in one check after the other, in workers: it may loop, crash or eat memory. Raises Stop if it does not load."""
    prepared = prepare(oracle.exercise, as_answer(oracle.exercise, mutant.source), sandbox)
    for check in oracle.checks:
        yield run_check(check, oracle, sandbox, prepared, MUTANT_SECONDS, explain=False)


def _waivers_path(oracle: Oracle) -> Path:
    return reference_path(oracle.exercise).with_name("waivers.toml")


def _waivers(path: Path) -> dict[tuple[str, str], str]:
    if not path.is_file():
        return {}
    try:
        entries = tomli.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        return {(entry["before"], entry["after"]): str(entry["why"]) for entry in entries}
    except (tomli.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{path}: each [[mutant]] needs before, after and why ({error})") from None
