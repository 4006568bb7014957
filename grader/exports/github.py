"""GitHub Actions: annotations beside the lines of an answer, and the job summary.

Source: GitHub's workflow commands. Traps: a step shows 10 annotations of a type and a job 50, and drops the rest without a
word; a newline in a message would end the command and let what follows it, maybe a student's, be read as another one, so
`%`, line ends, and in properties `:` and `,` are escaped (as `escapeData` and `escapeProperty` of actions/toolkit,
`packages/core/src/command.ts`, do), and control characters are dropped; a job summary above 1 MiB is dropped whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from grader.exports.messages import NoResult, account, bare, remarks
from grader.model import Answer, CheckResult, ExerciseResult, Language, RunResult
from grader.words import ntext, text
from reports.escape import clean, clean_line, inert
from reports.feedback import feedback_markdown, markdown
from reports.terminal import SIGNS
from reports.view import failed_groups, group_title, score, state, summary, word

MOST_OF_A_TYPE = 10  # errors, and warnings; with the one notice a step stays far below a job's 50
LONGEST = 4000  # characters of one message
MOST_BYTES = 1 << 20  # of a job summary

FileOf = Callable[[Answer], str]


def commands(result: RunResult | NoResult, lang: Language, file_of: FileOf) -> list[str]:
    """Workflow commands, one a line: errors for what failed, warnings for what only strikes, a notice with the points.

    `file_of` gives the path of an answer's file from the root of the repository, or nothing if it is in none of its files.
    """
    if isinstance(result, NoResult):
        return [_command("error", {"title": "gradkata"}, result.why.in_(lang))]
    errors = list(chain.from_iterable(_errors(one, lang, file_of) for one in result.exercises))
    warnings = list(chain.from_iterable(_warnings(one, lang, file_of) for one in result.exercises))
    notice = f"{summary(result, lang)} · {score(result.score, result.max_score)}"
    return [
        *_at_most(errors, "error", lang),
        *_at_most(warnings, "warning", lang),
        _command("notice", {"title": "gradkata"}, notice),
    ]


def job_summary(result: RunResult | NoResult, lang: Language) -> str:
    """Markdown: a table of the exercises, then what there is to say about each one that was begun and is not done."""
    if isinstance(result, NoResult):
        return f"## gradkata\n\n{markdown(clean_line(result.why.in_(lang)))}\n"
    parts = [
        f"## gradkata · {score(result.score, result.max_score)}",
        markdown(summary(result, lang)),
        _table(result, lang),
    ]
    parts += [markdown(text("note: ").in_(lang) + clean_line(note.in_(lang))) for note in result.notes]
    rest = text("The summary is full; the log has the rest.").in_(lang)
    left = MOST_BYTES - len(rest.encode()) - sum(len(part.encode()) + 2 for part in parts)
    for one in result.exercises:
        if state(one) not in ("started", "failed", "unjudged"):
            continue
        shown = one._replace(checks=tuple(map(bare, one.checks)))
        part = f"### {markdown(clean_line(one.title.in_(lang)))}\n\n{feedback_markdown(shown, lang)}"
        left -= len(part.encode("utf-8", "replace")) + 2
        if left < 0:
            parts.append(rest)
            break
        parts.append(part)
    return "\n\n".join(parts) + "\n"


def _table(result: RunResult, lang: Language) -> str:
    rows = [
        f"| {SIGNS[state(one)]} {markdown(word(one, lang))} | {markdown(clean_line(one.title.in_(lang)))} | `{one.id}` "
        f"| {score(one.score, one.max_score)} |"
        for one in result.exercises
    ]
    heads = (text("State"), text("Exercise"), text("Name"), text("Points"))
    return "\n".join([f"| {' | '.join(head.in_(lang) for head in heads)} |", "|---|---|---|---:|", *rows])


def _errors(result: ExerciseResult, lang: Language, file_of: FileOf) -> Iterator[str]:
    """What failed and costs points, alike failures once, the first with the mistake that it is; nothing for what was not
    begun."""
    sentences = remarks(result, lang)
    if state(result) == "unjudged":
        yield _command("error", {"title": result.id}, " ".join(sentences))
    if state(result) not in ("started", "failed"):
        return
    for group in failed_groups(result):
        if not group[0].max_score:
            continue
        where = _place(result, group[0], file_of)
        name = f"{result.id}: {clean_line(group_title(group, lang))}"
        yield _command("error", {**where, "title": name}, "\n".join([account(group[0], lang), *sentences]))
        sentences = []


def _warnings(result: ExerciseResult, lang: Language, file_of: FileOf) -> Iterator[str]:
    """What strikes in an answer that passed."""
    if state(result) == "done" and result.answer and result.diagnoses:
        path = file_of(result.answer)
        where = {"file": path} if path else {}
        yield _command("warning", {**where, "title": result.id}, "\n".join(remarks(result._replace(notes=()), lang)))


def _place(result: ExerciseResult, check: CheckResult, file_of: FileOf) -> dict[str, str]:
    """File and line. A notebook's lines are not those of its file, so there it is the file alone; the message says the cell."""
    path = file_of(result.answer) if result.answer else ""
    if not result.answer or not path:
        return {}
    if not check.line or path.endswith(".ipynb"):
        return {"file": path}
    return {"file": path, "line": str(result.answer.place(check.line)[1])}


def _at_most(found: list[str], kind: str, lang: Language) -> list[str]:
    """As many as GitHub shows; the last of them says how many more there are."""
    if len(found) <= MOST_OF_A_TYPE:
        return found
    kept = found[: MOST_OF_A_TYPE - 1]
    more = len(found) - len(kept)
    message = ntext("{n} more; the job summary has it.", "{n} more; the job summary has them.", more)
    return [*kept, _command(kind, {"title": "gradkata"}, message.in_(lang))]


def _command(kind: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{kind} {listed}::{_data(inert(clean(message)[:LONGEST]))}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    words = words.encode("utf-8", "replace").decode()  # a path may hold bytes that are no characters
    return _data(clean(words)).replace(":", "%3A").replace(",", "%2C")
