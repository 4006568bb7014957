"""What the renderers have in common: words for statuses, numbers for people, and what to do next."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from grader.model import CheckResult, Course, Diagnosis, Exercise, ExerciseResult, Language, RunResult, Status, Text
from grader.status import MEANING, STATE_WORDS, State, state_of
from grader.words import ntext, text


def state(result: ExerciseResult) -> State:
    """Where a person stands with an exercise: the status, seen from afar."""
    return state_of(result.status, result.score)


def word(result: ExerciseResult, lang: Language) -> str:
    """One word for a tile or a margin: what went wrong if it has a name, else the state."""
    return short_word(result.status, result.score).in_(lang)


def short_word(status: Status, score: float) -> Text:
    return STATE_WORDS[state_of(status, score)] if MEANING[status].decided else MEANING[status].word


def points(number: float) -> str:
    """`7`, not `7.0`; at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def score(got: float, most: float) -> str:
    return f"{points(got)}/{points(most)}"


def failed_groups(result: ExerciseResult) -> list[list[CheckResult]]:
    """Failed checks, those with points first; those that failed alike are one group: a file that cannot be read, a name that is
    missing, the same exception in the same line.

    Hidden ones are never in a group with public ones, unless nothing ran at all.
    """
    groups: dict[object, list[CheckResult]] = {}
    failed = [check for check in result.checks if check.status != "passed"]
    if (
        len(failed) == len(result.checks)
        and len({_way(check) for check in failed}) == 1
        and failed[0].status != "failed"
    ):
        return [sorted(failed, key=lambda check: not check.max_score)]
    for check in sorted(failed, key=lambda check: not check.max_score):
        groups.setdefault((_way(check), not check.max_score, check.hidden), []).append(check)
    return list(groups.values())


def _way(check: CheckResult) -> tuple[object, ...]:
    """How a check failed. What stopped the answer is the same with other numbers: sizes of arrays, an index."""
    if check.status == "failed":
        return (check.status, check.message, check.detail, check.output)
    return (check.status, re.sub(r"\d+", "0", check.message.en), check.line)


MOST_NAMED = 3  # of checks that failed alike


def group_title(group: Sequence[CheckResult], lang: Language) -> str:
    """The title of a group's only check, or of all, and how many they are."""
    if len(group) == 1:
        return group[0].title.in_(lang)
    titles = [check.title.in_(lang) for check in group[:MOST_NAMED]]
    names = "、".join(f"「{title}」" for title in titles) if lang == "ja" else "; ".join(titles)
    if len(group) > MOST_NAMED:
        return text("these {n} checks: {names}, …", n=len(group), names=names).in_(lang)
    return names


def hidden_line(result: ExerciseResult, lang: Language) -> str:
    """`3 of 5 hidden checks passed`; empty if there are none."""
    hidden = [check for check in result.checks if check.hidden]
    passed = sum(check.status == "passed" for check in hidden)
    if not hidden:
        return ""
    return ntext(
        "{passed} of {n} hidden check passed", "{passed} of {n} hidden checks passed", len(hidden), passed=passed
    ).in_(lang)


def diagnosis_message(diagnosis: Diagnosis, lang: Language) -> str:
    """A diagnosis in words, with *perhaps* if it is not sure."""
    said = diagnosis.message
    return (text("perhaps {said}", said=said) if diagnosis.is_unsure else said).in_(lang)


def summary(result: RunResult, lang: Language) -> str:
    """`2 of 5 exercises passed`; says *all* only if every exercise passed."""
    total, passed = len(result.exercises), sum(one.status == "passed" for one in result.exercises)
    if total == 1:
        return (text("the exercise passed") if passed else text("not passed yet")).in_(lang)
    if total and passed == total:
        return text("all {n} exercises passed", n=total).in_(lang)
    return text("{passed} of {total} exercises passed", passed=passed, total=total).in_(lang)


class Step(NamedTuple):
    """What to do next.

    Attributes:
        exercise: the id it is about, graded or not; empty if it is about none.
    """

    command: str
    reason: Text
    exercise: str = ""


def next_step_for(result: ExerciseResult) -> Step:
    """The command that helps most with one exercise."""
    match state(result):
        case "done":
            return Step(f"grade {result.id}", text("To check it again:"), result.id)
        case "not_started":
            return Step(f"grade show {result.id}", text("Read the task:"), result.id)
        case "unjudged":
            return Step("grade doctor", text("See what this machine lacks:"), result.id)
    if result.status == "failed":
        return Step(f"grade hint {result.id}", text("Ask for a hint:"), result.id)
    return Step(f"grade {result.id}", text("Mend it, then grade again:"), result.id)


def next_step(result: RunResult, course: Course, done: Collection[str] = ()) -> Step:
    """The one next step: finish what was begun, then begin what was not, in the order of the course. `done`: what is
    known to have been passed before."""
    for wanted in (("started", "failed"), ("not_started",), ("unjudged",)):
        for one in result.exercises:
            if state(one) in wanted:
                return next_step_for(one)
    graded = {one.id for one in result.exercises}
    ids = [exercise.id for exercise in course.exercises]
    after = max((ids.index(id_) for id_ in graded if id_ in ids), default=-1) + 1
    for id_ in ids[after:]:
        if id_ not in graded and id_ not in done:
            return Step(f"grade show {id_}", text("Go on with the next one:"), id_)
    return Step("grade next", text("Go on:"))


def instead(result: RunResult, course: Course) -> Exercise | None:
    """What can be begun in place of an exercise that goes badly: one not begun, and everything that it requires is done."""
    states = {one.id: state(one) for one in result.exercises}
    for exercise in course.exercises:
        ready = all(states.get(id_) == "done" for id_ in exercise.requires)
        if states.get(exercise.id) == "not_started" and ready:
            return exercise
    return None
