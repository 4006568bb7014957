"""One exercise's result as Markdown, for a cell of a notebook. Says what the report says, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.model import ExerciseResult, Language
from grader.words import text
from reports.blocks import Block
from reports.progress import Failure, Finding, Section, section
from reports.terminal import SIGNS


def feedback_markdown(result: ExerciseResult, lang: Language) -> str:
    """Status, score, diagnosis, the first counterexample, what else failed and the next step."""
    one = section(result._replace(answer=None), None, lang)  # the code stands above it
    return "\n\n".join(_parts(one, lang))


def _parts(one: Section, lang: Language) -> Iterator[str]:
    worth = f" · {one.worth}" if one.worth else ""
    yield f"**{SIGNS[one.state]} {markdown(one.word)}** · `{one.id}`{worth}"
    if one.message:
        yield markdown(one.message)
    for finding in (*one.diagnoses, *one.notices):
        yield _finding(finding, lang)
    for index, failure in enumerate(one.failures):
        yield _failure(failure, lang, in_full=index == 0)
    for note in one.notes:
        yield f"*{text('note:').in_(lang)}* {markdown(note)}"
    if one.hidden:
        yield markdown(one.hidden)
    if one.state != "done":
        yield f"{markdown(one.step.reason.in_(lang))} `{one.step.command}`"


def _finding(finding: Finding, lang: Language) -> str:
    perhaps = text("perhaps ").in_(lang) if finding.perhaps else ""
    hint = f"\n>\n> *{text('try:').in_(lang)}* {markdown(finding.hint)}" if finding.hint else ""
    return f"> {perhaps}{markdown(finding.message)}{hint}"


def _failure(failure: Failure, lang: Language, in_full: bool) -> str:
    hidden = text(" (hidden)").in_(lang)
    titles = "; ".join(markdown(title) + (hidden if is_hidden else "") for title, is_hidden in failure.titles)
    parts = [f"**✗ {titles}** {failure.worth}".rstrip(), markdown(failure.message or failure.status)]
    if in_full and failure.blocks:
        parts.append(fenced("\n".join(map(_block, failure.blocks))))
    if in_full and failure.output:
        parts += [text("Your code printed:").in_(lang), fenced(failure.output[:2000])]
    return "\n\n".join(parts)


def _block(block: Block) -> str:
    rows = "".join(piece.text for piece in block.pieces).split("\n")
    return "\n".join([block.heading, *(f"  {row}" for row in rows)])


_SPECIAL = re.compile(r"[\\`*_\[\]<>&$~|#]")


def markdown(words: str) -> str:
    """`words` as one paragraph: what stands between backticks as code, and every sign of Markdown, HTML and formulas as
    itself. By entities: backslashes end where a code span begins, and words of a student may begin one anywhere."""
    parts = re.split(r"`([^`\n]+)`", " ".join(words.split()))
    escaped = [_SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", part) for part in parts]
    return "".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(escaped))


def fenced(said: str) -> str:
    """A block of code that nothing in `text` can end."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", said)), 3)
    return f"{fence}text\n{said}\n{fence}"
