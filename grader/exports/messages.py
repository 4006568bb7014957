"""What a platform is told about a check.

A result already holds no more than the course's disclosure setting allows. An export leaves the house, so of a hidden check
only its message goes along, never a counterexample or what was printed, whatever the setting is.
"""

from __future__ import annotations

from typing import NamedTuple

from grader.model import NOTHING, CheckResult, ExerciseResult, Language, Text
from grader.status import is_ours, word_of
from grader.words import text
from reports.escape import clean, clean_line
from reports.view import diagnosis_message

MOST_OUTPUT = 2000  # characters of what the student's code printed


class NoResult(NamedTuple):
    """A submission that was not graded at all.

    Attributes:
        ours: whether the grader failed, and not the submission.
    """

    why: Text
    ours: bool


def title(check: CheckResult, lang: Language) -> str:
    return clean_line(check.title.in_(lang))


def is_stretch(check: CheckResult) -> bool:
    """Whether a check decides nothing: it carries no points."""
    return not check.max_score


def message(check: CheckResult, lang: Language) -> str:
    """What became of a check, in one line."""
    return clean_line(check.message.in_(lang) or word_of(check.status).in_(lang))


def bare(check: CheckResult) -> CheckResult:
    """A check as it may leave the house."""
    return check._replace(detail=NOTHING, output="") if check.hidden else check


def account(check: CheckResult, lang: Language) -> str:
    """The whole story of a check that did not pass: the message, and of a public one the counterexample and the output."""
    if check.status == "passed":
        return ""
    shown = bare(check)
    parts = [message(check, lang), clean(shown.detail.in_(lang)).strip("\n")]
    if output := clean(shown.output).strip("\n"):
        parts += [text("Your code printed:").in_(lang), output[:MOST_OUTPUT]]
    return "\n".join(part for part in parts if part)


def remarks(result: ExerciseResult, lang: Language) -> list[str]:
    """What is said about an exercise beside its checks: which mistake it is, what to try, notes, or why it was not graded."""
    sentences = [result.message.in_(lang)] if is_ours(result.status) else []
    for one in result.diagnoses:
        sentences.append(diagnosis_message(one, lang))
        if one.hint:
            sentences.append(text("try: ").in_(lang) + one.hint.in_(lang))
    sentences += [text("note: ").in_(lang) + note.in_(lang) for note in result.notes]
    return [clean_line(one) for one in sentences]
