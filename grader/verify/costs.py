"""What each mistake costs: one mistake should cost once, and not again in every check that it passes through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.judge.run import parts_right
from grader.model import Check, Mistake, Text
from grader.verify.certificate import Cost, Finding
from grader.verify.implementations import reference_path
from grader.words import text

HALF = 0.5  # of an exercise's points is what a mistake about one quantity may cost


def earned(oracle: Oracle, check: Check, seen: Sequence[Observation]) -> float:
    """What a check is worth to an implementation of which it saw this."""
    if not any(oracle.differences(check, seen)):
        return check.points
    return sum(check.shares[part] for part in parts_right(check, seen, oracle.expect(check)))


def costs(oracle: Oracle) -> tuple[list[Cost], list[Finding]]:
    """The share of the exercise's points that each mistake costs, and what costs too much for one quantity.

    The quantities of an exercise are the parts that have points of their own, but for those of a check that holds the answer
    against itself: these are cases.
    """
    path = reference_path(oracle.exercise).with_name("mistakes.py")
    found: list[Cost] = []
    findings: list[Finding] = []
    total = sum(check.points for check in oracle.checks) or 1.0
    by_part = [check for check in oracle.checks if not any(one.trace.by_itself for one in oracle.expect(check))]
    parts = {part for check in by_part for part in check.shares}
    for mistake in oracle.mistakes:
        left, wrong = 0.0, set[str]()
        for check in oracle.checks:
            if check.points:
                seen = [oracle.of_mistake(mistake, check, level) for level in range(check.levels)]
                left += earned(oracle, check, seen)
                if check in by_part:
                    wrong |= check.shares.keys() - set(parts_right(check, seen, oracle.expect(check)))
        cost = Cost(mistake.slug, round(1 - left / total, 4), tuple(sorted(wrong)))
        found.append(cost)
        findings += (Finding(path, said) for said in _said(mistake, cost, one_of_several=len(wrong) == 1 < len(parts)))
    return found, findings


def _said(mistake: Mistake, cost: Cost, one_of_several: bool) -> Iterator[Text]:
    if one_of_several and cost.share > HALF and not mistake.costs.strip():
        yield text(
            "{mistake} is about {part} alone and costs {share:.0f} % of the points; give the points by part, hold what calls "
            "disturb against the answer itself (`lab.gap`), or say costs=\"why\".",
            mistake=mistake.slug,
            part=cost.parts[0],
            share=100 * cost.share,
        )  # fmt: skip
    elif mistake.costs and not (one_of_several and cost.share > HALF):
        yield text(
            "{mistake} costs {share:.0f} % of the points, which needs no reason; take out its costs=…",
            mistake=mistake.slug,
            share=100 * cost.share,
        )
