"""The other half of `%grade`: a grader beside the kernel, in a process of its own.

It is started with the extension and lives as long as the kernel, so that numpy, the course and the sandbox are there when
somebody asks. The kernel tells it what was typed and what its session has run; no check and no reference is ever in the
kernel. The top of `gradkata/magic.py` shows what the two say to each other.
"""

from __future__ import annotations

import io
import json
import shlex
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from grader.cli import COMMANDS
from grader.course.discover import find_course
from grader.errors import CourseError, SandboxError, UsageError
from grader.judge.explain import sandbox_failed
from grader.lacking import in_words
from grader.language import language
from grader.model import Answer, Cell, Exercise, ExerciseResult, Language, Submission, same
from grader.record.kept_oracles import KeptOracles
from grader.record.workspace import choose
from grader.sandbox.host import Sandbox, open_sandbox
from grader.submission import trying
from grader.submission.definitions import seems_to_define
from grader.submission.notebook import MAX_SOURCE_CHARACTERS, cells_answer
from grader.words import text

SESSION = text("this session")
NOTHING_TO_GRADE = text(
    "nothing to grade yet: run the cell with your answer first, or name an exercise: %grade sigmoid"
)
UNBALANCED = text("a quotation mark in this line has no partner: close it, or put a backslash before it.")


class Asked(NamedTuple):
    """What a line asks to have graded. `course`: the folder of --course, or empty; `encoding`: what the kernel
    can print; `to_try`: whether what fails is wanted, as a cell."""

    exercises: tuple[str, ...]
    course: str
    folder: Path
    lang: Language
    encoding: str
    to_try: bool = False


def main() -> None:
    """Answer requests until stdin ends."""
    replies, sys.stdout = sys.stdout, sys.stderr  # a print in a course must not get between the replies
    oracles = KeptOracles()
    with open_sandbox() as sandbox:
        for line in sys.stdin:
            replies.write(json.dumps(reply(json.loads(line), sandbox, oracles)) + "\n")
            replies.flush()


def reply(request: dict[str, Any], sandbox: Sandbox, oracles: KeptOracles) -> dict[str, Any]:
    """Answer one line of the magic: refuse it, name the program to run, ask for the cells, or grade them."""
    folder = Path(request["folder"])
    try:
        words = shlex.split(request["line"])
    except ValueError:
        return {"error": UNBALANCED.in_(language((), folder))}
    lang = language(words, folder)
    try:
        if command := other_command(words):
            spoken = [] if any(word.startswith("--lang") for word in words) else ["--lang", lang]
            return {"run": [*command, *spoken]}
        to_try = words[:1] == ["try"]
        exercises, course = options(words[1:] if words[:1] == ["run"] or to_try else words)
        if to_try and len(exercises) != 1:
            raise UsageError(text("name one exercise: %grade try affine"))
        if request["cells"] is None:
            return {"cells": "wanted"}
        asked = Asked(
            exercises=exercises, course=course, folder=folder, lang=lang, encoding=request["encoding"], to_try=to_try
        )
        return _grade(asked, request["cells"], sandbox, oracles)
    except CourseError as error:
        return {"error": str(error)}
    except UsageError as error:
        return {"error": error.text.in_(lang)}
    except SandboxError as error:
        return {"error": sandbox_failed(error).in_(lang)}
    except (OSError, MemoryError, ImportError) as error:
        return {"error": in_words(error).in_(lang)}


def other_command(words: list[str]) -> list[str]:
    """The command of `grade` that a line stands for, with its arguments; empty if it grades. Raises UsageError."""
    if "--hint" in words:
        return ["hint", *(word for word in words if word != "--hint")]
    if words[:1] == ["watch"]:
        raise UsageError(
            text("watch needs a terminal: type `grade watch` there; here, %grade after each change does it.")
        )
    return words if words and words[0] in COMMANDS and words[0] not in ("run", "try") else []


def options(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The exercises, and the folder of --course. Raises UsageError."""
    rest = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    exercises, course = [], ""
    while rest:
        word = rest.pop(0)
        if word in ("--lang", "--course") and rest:
            value = rest.pop(0)
            course = value if word == "--course" else course
        elif word.startswith("-"):
            raise UsageError(text("%grade knows no {word}; %grade? shows what it knows.", word=word))
        else:
            exercises.append(word)
    return tuple(exercises), course


def session_answer(name: str, cells: Sequence[Cell], broken: frozenset[str], exercise: Exercise) -> Answer:
    """What a session has run as the answer to an exercise. If its newest attempt at it is no Python, that is the answer:
    an older one that still works is not what stands on the screen."""
    attempts = [cell for cell in cells if seems_to_define(cell.text, exercise.spellings)]
    if attempts and attempts[-1].text in broken:
        return Answer(name, (attempts[-1]._replace(start=1),))
    sound = [cell for cell in cells if cell.text not in broken]
    answer = cells_answer(name, sound, exercise)
    return answer if seems_to_define(answer.text, exercise.spellings) else answer._replace(notes=(_NOT_RUN,))


def session_cells(run: Iterable[tuple[str, str]]) -> tuple[Cell, ...]:
    """What a session has run, in order. Of a cell that ran again unchanged the last run counts; of very much the latest."""
    seen: dict[str, str] = {}
    room = MAX_SOURCE_CHARACTERS
    for label, said in reversed(tuple(run)):
        room -= 0 if said in seen else len(said)
        if room < 0:
            break
        seen.setdefault(said, label)
    return tuple(Cell(0, said, same(label)) for said, label in reversed(seen.items()))


def defined(exercises: Sequence[Exercise], cells: Sequence[Cell]) -> tuple[Exercise, ...]:
    """The exercises that a session seems to define something of."""
    return tuple(one for one in exercises if seems_to_define(cells_answer("", cells, one).text, one.spellings))


def _grade(
    asked: Asked, run: Sequence[tuple[str, str, bool]], sandbox: Sandbox, oracles: KeptOracles
) -> dict[str, str]:
    from grader.pipeline import grade
    from reports.cell import cell_html
    from reports.terminal import print_run

    lang = asked.lang
    course = find_course(asked.folder, Path(asked.course) if asked.course else None, asked.exercises)
    cells = session_cells((label, said) for label, said, _ in run)
    broken = frozenset(said for _, said, parses in run if not parses)
    chosen = choose(course, asked.exercises) if asked.exercises else defined(course.exercises, cells)
    if not chosen:
        return {"error": NOTHING_TO_GRADE.in_(lang)}
    name = SESSION.in_(lang)
    submission = Submission(name, {one.id: session_answer(name, cells, broken, one) for one in chosen})
    if asked.to_try and len(chosen) > 1:
        return {
            "error": text(
                "{word!r} is a unit; name one of {ids}.",
                word=asked.exercises[0],
                ids=", ".join(one.id for one in chosen),
            ).in_(lang)
        }
    result = grade(course, chosen, submission, sandbox, oracle_of=oracles)
    if asked.to_try:
        return _cell(result.exercises[0], lang)
    stream = io.TextIOWrapper(io.BytesIO(), encoding=asked.encoding, newline="\n")
    print_run(result, course, lang, stream)
    stream.flush()
    return {"text": stream.buffer.getvalue().decode(asked.encoding), "html": cell_html(result, course, lang)}


def _cell(result: ExerciseResult, lang: Language) -> dict[str, str]:
    """What fails, for the next cell."""
    check = trying.to_try(result)
    return (
        {"error": trying.why_not(result).in_(lang)} if check is None else {"cell": trying.cell(result, check).in_(lang)}
    )


_NOT_RUN = text("run the cell with your answer first: what counts here is what this session has run.")


if __name__ == "__main__":
    main()
