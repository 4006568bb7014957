"""Grading on save: which files may hold answers, what a changed one is about, and all that is kept warm between two saves."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from grader.model import Exercise, Text
from grader.submission.files import is_skipped
from grader.submission.load import load_own
from grader.submission.naming import is_source, meant
from grader.words import text

if TYPE_CHECKING:
    pass

# Long enough to take the several writes of one save together, short beside the tenth of a second that a person notices.
STEP_MS, DEBOUNCE_MS = 10, 50
READY_MS = 1000  # watchfiles does not tell when it has begun; by then it has


def changes(
    workspace: Path, exercises: tuple[Exercise, ...], stop: threading.Event, poll: bool, tell: Callable[[Text], None]
) -> Iterator[frozenset[Path]]:
    """The files that may hold answers to `exercises`, each time some of them change, until `stop` is set.

    With `poll` they are looked at again and again, for network drives, where the system tells nothing. It is done, and told,
    too where the system cannot tell: its watches may be used up by other programs. What changes
    from this call on while watching is being set up, of which the system tells nothing either, comes with the first.
    """
    before = _stamps(workspace, exercises)
    return (
        _changes(workspace, exercises, stop, True, before)
        if poll
        else _or_polled(workspace, exercises, stop, before, tell)
    )


def _or_polled(
    workspace: Path,
    exercises: tuple[Exercise, ...],
    stop: threading.Event,
    before: dict[Path, int],
    tell: Callable[[Text], None],
) -> Iterator[frozenset[Path]]:
    try:
        yield from _changes(workspace, exercises, stop, False, before)
    except (OSError, RuntimeError) as error:  # what watchfiles raises of its own is a RuntimeError
        tell(
            text(
                "this system cannot tell what is saved ({said}); it is looked for again and again, as with --poll.",
                said=error,
            )
        )
        yield from _changes(workspace, exercises, stop, True, before)


def _changes(
    workspace: Path,
    exercises: tuple[Exercise, ...],
    stop: threading.Event,
    poll: bool,
    before: dict[Path, int] | None,
) -> Iterator[frozenset[Path]]:
    from watchfiles import watch

    def wanted(_: object, name: str) -> bool:
        return may_hold_answers(Path(name), workspace, exercises)

    for found in watch(
        workspace,
        watch_filter=wanted,
        step=STEP_MS,
        debounce=DEBOUNCE_MS,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=True if poll else None,
        ignore_permission_denied=True,
        rust_timeout=READY_MS,
        yield_on_timeout=True,
    ):
        paths = {Path(name) for _, name in found}
        if before is not None:
            now = _stamps(workspace, exercises)
            paths |= {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
            before = None
        if paths:
            yield frozenset(paths)


def _stamps(workspace: Path, exercises: tuple[Exercise, ...]) -> dict[Path, int]:
    """When each file that may hold answers was last written."""
    stamps = {}
    for folder, folders, names in os.walk(workspace):
        folders[:] = [name for name in folders if not is_skipped(name)]
        for path in (Path(folder, name) for name in names):
            if may_hold_answers(path, workspace, exercises):
                try:
                    stamps[path] = path.stat().st_mtime_ns
                except OSError:
                    continue  # gone again; if it comes back, the system tells
    return stamps


def may_hold_answers(path: Path, workspace: Path, exercises: tuple[Exercise, ...]) -> bool:
    """Whether grading these exercises of the workspace would look into this file."""
    if not path.is_relative_to(workspace):
        return False
    if not is_source(path):
        return False
    return not any(is_skipped(part) for part in path.relative_to(workspace).parts)


def answered_by(paths: Iterable[Path], workspace: Path, exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """The exercises that these files are about: those after which they are named, and else whatever is graded from them.

    Raises SubmissionError.
    """
    ids = [one.id for one in exercises]
    named_after = {path: meant(PurePosixPath(path.name), ids).exercise for path in paths}
    about = set(named_after.values())
    others = {path.relative_to(workspace).as_posix() for path, id_ in named_after.items() if not id_}
    if others:
        answers = load_own(workspace, exercises).answers
        about |= {id_ for id_, answer in answers.items() if not others.isdisjoint(answer.paths)}
    return tuple(one for one in exercises if one.id in about)
