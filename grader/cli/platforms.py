"""What `grade run --format` writes for other programs. Imported only when one of them is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from grader.cli.common import LANG, say, tell
from grader.exports.messages import NoResult
from grader.model import Answer, RunResult
from grader.submission.files import is_archive
from grader.words import text


def write_for_platform(form: str, result: RunResult | NoResult, submission: Path, stream: TextIO) -> None:
    """Write a result as `junit`, `gradescope` or `github` has it. In a job of GitHub Actions the summary goes to its file."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")  # what these programs read, whatever the console's is
    if form == "junit":
        from grader.exports.junit import junit

        stream.write(junit(result, LANG))
    elif form == "gradescope":
        from grader.exports.gradescope import results
        from reports import jsonout

        stream.write(jsonout.dump(results(result, LANG)))
    else:
        from grader.exports.github import commands, job_summary

        stream.writelines(f"{command}\n" for command in commands(result, LANG, _file_finder(submission)))
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            _append(Path(summary), job_summary(result, LANG))


def _append(path: Path, said: str) -> None:
    try:
        with path.open("a", encoding="utf-8", errors="replace") as stream:
            stream.write(said)
    except OSError as error:  # the points stand in the log, too
        tell(say("note: "), text("cannot write {path}: {reason}", path=path, reason=error.strerror))


def _file_finder(submission: Path) -> Callable[[Answer], str]:
    """A function that gives the path of an answer's file from the root of the repository (outside GitHub from here), and
    nothing for what is in no file of it: in an archive, or elsewhere."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()

    @cache
    def found(inside: str) -> str:
        path = _file(submission.resolve(), inside)
        return path.relative_to(root).as_posix() if path and path.is_relative_to(root) else ""

    return lambda answer: found(answer.path)


def _file(submission: Path, inside: str) -> Path | None:
    if submission.is_dir():
        path = submission / inside
        return path if path.is_file() else None
    return None if is_archive(submission) else submission
