"""Who gains and who loses by a run, and why: worked out before anything is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from grader.gradebook.book import Entry, stands
from grader.gradebook.work import Summary
from grader.model import Text
from grader.words import filled, joined, listed, text


class Change(NamedTuple):
    """A grade that will be another one. `before` is None for the first."""

    student: str
    exercise: str
    before: Summary | None
    after: Summary

    @property
    def gain(self) -> float:
        """Points; negative for a loss, 0 for a first grade."""
        return self.after.score - self.before.score if self.before else 0.0


class Group(NamedTuple):
    """Students whose points in an exercise change alike and for the same reason."""

    exercise: str
    why: Text
    gain: float
    students: tuple[str, ...]


def changes(standing: Mapping[tuple[str, str], Summary], entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Every grade that the entries of a run make another one than it stands now."""
    found = []
    for entry in entries:
        for exercise, after in entry.results.items():
            before = standing.get((entry.student.id, exercise))
            if (before is None or before.key != after.key) and stands(after, before):
                found.append(Change(entry.student.id, exercise, before, after))
    return tuple(found)


def gains_and_losses(found: Sequence[Change]) -> tuple[Group, ...]:
    """The changes of points, losses first, the greatest first."""

    def alike(change: Change) -> tuple[float, str, Text]:
        return change.gain, change.exercise, why(change)

    changed = sorted((one for one in found if one.gain), key=alike)
    return tuple(
        Group(exercise, reason, gain, tuple(sorted(one.student for one in some)))
        for (gain, exercise, reason), some in groupby(changed, alike)
    )


def why(change: Change) -> Text:
    """What made the grade another one."""
    before, after = change.before, change.after
    if before is None:
        return text("first grade")
    reasons = [
        reason
        for reason, differs in (
            (text("a new answer"), before.code != after.code),
            (text("the exercise was changed"), before.exercise_key != after.exercise_key and before.seed == after.seed),
            (text("another seed"), before.seed != after.seed),
            (
                text("{before} became {after}", before=before.environment, after=after.environment),
                before.environment != after.environment,
            ),
        )
        if differs
    ] or [text("handed in otherwise")]
    return joined([*reasons, *_checks(before, after)], "; ", "、")


def _checks(before: Summary, after: Summary) -> list[Text]:
    """Which checks pass now and did not, and the other way round."""
    if before.code != after.code:
        return []  # the answer is another one; it goes without saying
    found = []
    for message, checks in (
        (text("now passes: {checks}"), [id_ for id_ in before.failed if id_ not in after.failed]),
        (text("no longer passes: {checks}"), [id_ for id_ in after.failed if id_ not in before.failed]),
    ):
        if checks:
            found.append(filled(message, checks=listed(checks)))
    return found
