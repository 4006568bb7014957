"""What `grade class` says on a terminal: how far it is, who gains and who loses, and how the class did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from grader.classroom.grading import Graded
from grader.classroom.regrade import Group
from grader.gradebook.book import Entry
from grader.model import Exercise, Language, Text
from grader.status import is_answer
from grader.words import listed, ntext, text
from reports.escape import clean_line
from reports.lines import Line, columns, pad, pad_left, write
from reports.view import points

_EVERY_S = 10.0  # between two lines of progress where nothing can be overwritten
_NAMES = 8  # of students in one line
_NOTES = 200  # lines: a class of a hundred, each with two

_STAGES = {"read": text("reading"), "grade": text("grading")}


@contextmanager
def progress(stream: TextIO, lang: Language) -> Iterator[Callable[[str, int, int], None]]:
    """A function to be told the stage, what is done and of how many: a bar on a terminal, else a line now and then."""
    if stream.isatty():
        with _bar(stream, lang) as tell:
            yield tell
    else:
        yield _lines(stream, lang)


@contextmanager
def _bar(stream: TextIO, lang: Language) -> Iterator[Callable[[str, int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(), console=Console(file=stream), transient=True,
    )  # fmt: skip
    tasks: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = shown.add_task(_STAGES[stage].in_(lang), total=total, rate="")
        speed = shown.tasks[tasks[stage]].speed
        shown.update(tasks[stage], completed=done, total=total, rate=f"{speed:.0f}/s" if speed else "")  # type: ignore[arg-type]

    with shown:
        yield tell


def _lines(stream: TextIO, lang: Language) -> Callable[[str, int, int], None]:
    begun: dict[str, float] = {}
    written_at = time.monotonic()

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal written_at
        now = time.monotonic()
        since = begun.setdefault(stage, now)
        if now - written_at < _EVERY_S or not done:
            return
        written_at = now
        rate = done / max(now - since, 1e-9)
        line = text(
            "{stage} {done} of {total}, {rate} a second, {left} s left",
            stage=_STAGES[stage], done=done, total=total, rate=f"{rate:.1f}", left=f"{(total - done) / rate:.0f}",
        )  # fmt: skip
        stream.write(line.in_(lang) + "\n")
        stream.flush()

    return tell


def print_changes(
    groups: Sequence[Group],
    firsts: int,
    before: Sequence[str],
    exercises: Sequence[Exercise],
    lang: Language,
    stream: TextIO,
) -> None:
    """Who gains and who loses. `firsts`: grades where there was none before; `before`: the exercises that counted so far,
    where there was a run."""
    rows = []
    if before and set(before) != {one.id for one in exercises}:
        now, was = listed(one.id for one in exercises), listed(before)
        most = points(sum(one.points for one in exercises))
        sentence = text("what counts changes: now {now} ({most} points), before {was}", now=now, most=most, was=was)
        rows.append(Line(text=sentence.in_(lang)))
    if firsts:
        rows.append(Line(text=ntext("{n} first grade", "{n} first grades", firsts).in_(lang)))
    if groups:
        lost = sum(len(one.students) for one in groups if one.gain < 0)
        gained = sum(len(one.students) for one in groups) - lost
        rows.append(
            Line(
                text=text("points that change: {lost} times less, {gained} times more", lost=lost, gained=gained).in_(
                    lang
                )
            )
        )
    for one in groups:
        sign = "+" if one.gain > 0 else "−"
        head = f"{sign}{points(abs(one.gain))}  {one.exercise}  "
        rows.append(Line(text=f"{_names(one.students, lang)}: {clean_line(one.why.in_(lang))}", head=head, indent=2))
    if not rows:
        rows.append(Line(text=text("no grade changes").in_(lang)))
    write(rows, stream)


def print_class(graded: Graded, lang: Language, stream: TextIO) -> None:
    """How the class did in each exercise, what could not be read, and what was mended."""
    entries = graded.entries
    handed_in = sum(bool(one.digest) for one in entries)
    damaged = [one for one in entries if one.problem]
    rows = [
        Line(
            text=ntext(
                "{n} student, {handed_in} handed something in; {worked} different answers graded, the rest was known",
                "{n} students, {handed_in} of them handed something in; {worked} different answers graded, the rest was known",
                len(entries), handed_in=handed_in, worked=graded.worked,
            ).in_(lang)
        ),
        Line(),
        *_table(graded, lang),
    ]  # fmt: skip
    late = sum(one.late for one in entries)
    if late:
        sentence = ntext("{n} is marked as late", "{n} are marked as late", late)
        rows += [Line(), Line(text=f"{sentence.in_(lang)}: grade adjust @late --late PERCENT --reason TEXT")]
    if graded.seldom:
        few = listed(f"{id_} ({number})" for id_, number in sorted(graded.seldom.items()))
        sentence = text("Begun, and not counted: {few}. To count one, name all that count.", few=few)
        rows += [Line(), Line(text=sentence.in_(lang))]
    if damaged:
        rows += [Line(), Line(text=ntext("{n} could not be read:", "{n} could not be read:", len(damaged)).in_(lang))]
        rows += [_row(one, one.problem, lang) for one in damaged]
    noted = [(one, note) for one in entries for note in one.notes]
    if noted:
        rows += [Line(), Line(text=text("notes:").in_(lang))]
        rows += [_row(one, note, lang) for one, note in noted[:_NOTES]]
    if len(noted) > _NOTES:
        rest = text("and {n} more; `grade why STUDENT` and --format json have them all", n=len(noted) - _NOTES)
        rows.append(Line(text=rest.in_(lang), indent=2))
    write(rows, stream)


def _row(entry: Entry, message: Text, lang: Language) -> Line:
    return Line(text=clean_line(message.in_(lang)), head=f"{clean_line(entry.student.id)}  ", indent=2)


def _table(graded: Graded, lang: Language) -> Iterator[Line]:
    titles = [text("exercise"), text("passed"), text("begun"), text("mean of those")]
    cells = [tuple(one.in_(lang) for one in titles)]
    for exercise in graded.exercises:
        found = [one.results[exercise.id] for one in graded.entries if exercise.id in one.results]
        begun = [one for one in found if is_answer(one.status)]
        passed = sum(one.status == "passed" for one in begun)
        mean = sum(one.score for one in begun) / len(begun) if begun else 0.0
        cells.append((exercise.id, str(passed), str(len(begun)), f"{mean:.1f}/{points(exercise.points)}"))
    widths = [max(columns(row[place]) for row in cells) for place in range(4)]
    for name, *numbers in cells:
        padded = (pad_left(one, width) for one, width in zip(numbers, widths[1:], strict=True))
        yield Line(text="  ".join([pad(name, widths[0]), *padded]), indent=2, cut=True)


def _names(names: Sequence[str], lang: Language) -> str:
    shown = ", ".join(clean_line(one) for one in names[:_NAMES])
    rest = len(names) - _NAMES
    return shown if rest <= 0 else text("{names} and {n} more", names=shown, n=rest).in_(lang)
