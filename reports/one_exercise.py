"""One exercise's result as lines: its failed checks, and which mistake it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from grader.model import NOTHING, CheckResult, Diagnosis, ExerciseResult, Language, Text
from grader.status import State, word_of
from grader.words import ntext, text
from reports.escape import clean, clean_line
from reports.lines import Line
from reports.view import (
    diagnosis_message,
    failed_groups,
    group_title,
    hidden_line,
    score,
    state,
)

MOST_OUTPUT = 10  # lines of what the student's code printed
MOST_TITLES = 4  # of further failed checks, where there is little room

COLOURS: dict[State, str] = {
    "done": "green", "started": "red", "failed": "red", "not_started": "dim", "unjudged": "yellow",
}  # fmt: skip


class Fullness(Enum):
    """How much is said of failed checks: the first one in full and the messages of the others; their titles; the first one
    alone. Before all that, each one in full."""

    EACH = -1
    ALL = 0
    TITLES = 1
    FIRST = 2


def alone(result: ExerciseResult, lang: Language, signs: Mapping[State, str], fullness: Fullness) -> Iterator[Line]:
    """An exercise that was graded by itself, but for what it is."""
    where = state(result)
    head = f"{signs[where]} {word_of(result.status).in_(lang)}"
    row = f"  {result.id}{comma(lang)}{clean_line(result.title.in_(lang))}  {worth_of(result, lang)}"
    yield Line(text=row, style="bold", head=head, head_style=f"bold {COLOURS[where]}")
    if where in ("not_started", "unjudged") or not result.checks:
        if result.message:
            yield Line(text=result.message.in_(lang), indent=2)
    else:
        yield from _failures(failed_groups(result), result, lang, signs, fullness)
        yield Line()
    yield from (note_line(note, lang, 2) for note in result.notes)
    passed = sum(check.status == "passed" for check in result.checks)
    if passed:
        said = ntext("{n} check passed", "{n} checks passed", passed).in_(lang)
        yield Line(text=said, head=f"{signs['done']} ", head_style="green", indent=2)
    hidden = hidden_line(result, lang)
    if hidden and where not in ("not_started", "unjudged"):
        yield Line(text=hidden, style="dim", indent=4)


def _failures(
    groups: Sequence[list[CheckResult]],
    result: ExerciseResult,
    lang: Language,
    signs: Mapping[State, str],
    fullness: Fullness,
) -> Iterator[Line]:
    """The first one has its counterexample and its output: one is enough to start from."""
    for index, group in enumerate(groups):
        in_full = index == 0 or fullness is Fullness.EACH
        if in_full or (index == 1 and fullness is Fullness.ALL):
            yield Line()
        if in_full or fullness is Fullness.ALL:
            yield _title(group, lang, signs, bold=in_full, cut=not in_full)
            yield Line(text=_message(group[0], lang), indent=4)
            if in_full:
                yield from _counterexample(result, group[0], lang, fullness)
                yield from _output(group[0].output, lang)
        elif fullness is Fullness.TITLES and index <= MOST_TITLES:
            yield _title(group, lang, signs, bold=False, cut=True)
    unnamed = len(groups) - 1 - (MOST_TITLES if fullness is Fullness.TITLES else 0)
    if fullness in (Fullness.TITLES, Fullness.FIRST) and unnamed > 0:
        said = ntext("{n} more check failed", "{n} more checks failed", sum(map(len, groups[-unnamed:])))
        yield Line(text=said.in_(lang), head=f"{signs['failed']} ", head_style="red", indent=2)


def _title(group: Sequence[CheckResult], lang: Language, signs: Mapping[State, str], bold: bool, cut: bool) -> Line:
    stretch = not group[0].max_score
    most = sum(check.max_score for check in group)
    worth = text("stretch, costs nothing").in_(lang) if stretch else score(sum(check.score for check in group), most)
    if all(check.hidden for check in group):
        worth = text("hidden, ").in_(lang) + worth
    sign, colour = (signs["not_started"], "dim") if stretch else (signs["failed"], "red")
    title = group_title(group, lang)
    return Line(
        text=f"{title} ({worth})", style="bold" if bold else "", head=f"{sign} ", head_style=colour, indent=2, cut=cut
    )


def _message(check: CheckResult, lang: Language) -> str:
    return check.message.in_(lang) or word_of(check.status).in_(lang)


def _counterexample(result: ExerciseResult, check: CheckResult, lang: Language, fullness: Fullness) -> Iterator[Line]:
    detail = [row for row in clean(check.detail.in_(lang)).split("\n") if row.strip()]
    headings = [place for place, row in enumerate(detail) if not row.startswith(" ")]
    if check.program and fullness in (Fullness.TITLES, Fullness.FIRST) and len(headings) > 1:
        detail = detail[: headings[1]]  # the program says in its last lines what the tables below it show
    source = result.answer.quote(check.line) if result.answer and check.line else ""
    if source and source not in check.message.in_(lang) and not any(source in row for row in detail):
        label, number = result.answer.place(check.line) if result.answer and check.line else (NOTHING, 0)
        place = text("{label}, line {number}: ", label=label, number=number).in_(lang)
        yield Line(text=source, head=place, head_style="dim", indent=4)
    yield from (Line(text=row, indent=4, whole=True) for row in detail)


def _output(output: str, lang: Language) -> Iterator[Line]:
    rows = clean(output).rstrip().split("\n")
    if rows == [""]:
        return
    yield Line(text=text("your code printed:").in_(lang), style="dim", indent=4)
    yield from (Line(text=row, head="| ", head_style="dim", indent=6, whole=True) for row in rows[:MOST_OUTPUT])
    if len(rows) > MOST_OUTPUT:
        said = ntext("({n} more line)", "({n} more lines)", len(rows) - MOST_OUTPUT)
        yield Line(text=said.in_(lang), style="dim", indent=6)


def diagnosis_lines(result: ExerciseResult, lang: Language) -> Iterator[Line]:
    """What costs nothing, and after it the mistakes: the surest is read first."""
    notices = [one for one in result.diagnoses if one.kind == "notice"]
    for one in (*notices, *(one for one in result.diagnoses if one.kind != "notice")):
        yield Line()
        yield from _diagnosis(one, lang, 2)


def _diagnosis(diagnosis: Diagnosis, lang: Language, indent: int) -> Iterator[Line]:
    is_notice = diagnosis.kind == "notice"
    name = text("notice: ") if is_notice else text("what it is: ")
    colour = "yellow" if is_notice else "bold magenta"
    yield Line(text=diagnosis_message(diagnosis, lang), style="", head=name.in_(lang), head_style=colour, indent=indent)
    if diagnosis.hint:
        head = text("try: ").in_(lang)
        yield Line(text=diagnosis.hint.in_(lang), head=head, head_style="cyan", indent=indent + 2)


def in_brief(result: ExerciseResult, lang: Language, signs: Mapping[State, str]) -> Iterator[Line]:
    """The mistake if it has a name, else the first failure."""
    where = state(result)
    yield Line(text="", style="bold", head=f"{signs[where]} {result.id}", head_style=f"bold {COLOURS[where]}", indent=2)
    if result.diagnoses:
        yield from _diagnosis(result.diagnoses[0], lang, 4)  # mistakes stand before notices
    elif where != "unjudged" and (groups := failed_groups(result)):
        # a title may fill a narrow terminal
        yield Line(text=f"{group_title(groups[0][:1], lang)}: {_message(groups[0][0], lang)}", indent=4)
    else:
        yield Line(text=result.message.in_(lang), indent=4)


def worth_of(result: ExerciseResult, lang: Language) -> str:
    """Its score, if it counts."""
    if not result.max_score:
        return text("not counted").in_(lang)
    return score(result.score, result.max_score)


def note_line(note: Text, lang: Language, indent: int) -> Line:
    """A note, under its word."""
    return Line(text=note.in_(lang), head=text("note: ").in_(lang), head_style="yellow", indent=indent)


def comma(lang: Language) -> str:
    """What stands between two words."""
    return "、" if lang == "ja" else ", "
