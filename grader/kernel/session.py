"""The other end of `%grade`: a grader beside the kernel, in a process of its own.

It is started with the extension and lives as long as the kernel, so that numpy, the course and the sandbox are there when
somebody asks. The kernel tells it what its session has run; no check and no reference is ever in the kernel. One request
is one line of JSON on stdin, one reply one line on stdout:

    {"cells": [[label, text, whether it is Python], …], "words": [exercise, …], "lang": "ja", "course": "", "folder": "…", "encoding": "utf-8"}
    {"text": "…", "html": "…"}   or   {"error": "…"}
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from grader.course.discover import find_course
from grader.errors import CourseError, SandboxError, UsageError
from grader.model import Answer, Cell, Course, Exercise, Language, Submission, same
from grader.record.kept_oracles import KeptOracles
from grader.record.workspace import choose
from grader.sandbox.host import Sandbox, open_sandbox
from grader.submission.notebook import MAX_SOURCE_CHARACTERS, cells_answer, seems_to_define
from grader.words import text

SESSION = text("this session")
NOTHING_TO_GRADE = text(
    "nothing to grade yet: run the cell with your answer first, or name an exercise: %grade sigmoid"
)


def main() -> None:
    """Answer requests until stdin ends."""
    replies, sys.stdout = sys.stdout, sys.stderr  # a print in a course must not get between the replies
    oracles = KeptOracles()
    with open_sandbox() as sandbox:
        for line in sys.stdin:
            replies.write(json.dumps(reply(json.loads(line), sandbox, oracles)) + "\n")
            replies.flush()


def reply(request: dict[str, Any], sandbox: Sandbox, oracles: KeptOracles) -> dict[str, str]:
    """Grade what a session has run."""
    lang: Language = "ja" if request["lang"] == "ja" else "en"
    words = tuple(request["words"])
    try:
        explicit = Path(request["course"]) if request["course"] else None
        course = find_course(Path(request["folder"]), explicit, words)
        cells = session_cells((label, said) for label, said, _ in request["cells"])
        broken = frozenset(said for _, said, parses in request["cells"] if not parses)
        chosen = choose(course, words) if words else defined(course.exercises, cells)
        if not chosen:
            return {"error": NOTHING_TO_GRADE.in_(lang)}
        name = SESSION.in_(lang)
        submission = Submission(name, {one.id: session_answer(name, cells, broken, one) for one in chosen})
        return _graded(course, chosen, submission, sandbox, oracles, lang, request["encoding"])
    except CourseError as error:
        return {"error": str(error)}
    except UsageError as error:
        return {"error": error.text.in_(lang)}
    except SandboxError as error:
        return {"error": text("the sandbox failed: {error}; `grade doctor` shows more.", error=error).in_(lang)}


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


def _graded(
    course: Course,
    chosen: tuple[Exercise, ...],
    submission: Submission,
    sandbox: Sandbox,
    oracles: KeptOracles,
    lang: Language,
    encoding: str,
) -> dict[str, str]:
    from grader.pipeline import grade
    from reports.cell import cell_html
    from reports.terminal import print_run

    result = grade(course, chosen, submission, sandbox, oracle_of=oracles)
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    print_run(result, course, lang, stream)
    stream.flush()
    return {"text": stream.buffer.getvalue().decode(encoding), "html": cell_html(result, course, lang)}


_NOT_RUN = text("run the cell with your answer first: what counts here is what this session has run.")


if __name__ == "__main__":
    main()
