"""What `grade watch` shows: a `Scene` is all that can be seen, an event or a key makes a new one of the old."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from grader.cli.common import where_of
from grader.cli.learn import hint_text, look_at_hint
from grader.cli.watch.jobs import Graded, Message, Surveyed, Unconcerned, WatchSetup
from grader.judge.score import run_result
from grader.model import NOTHING, Exercise, ExerciseResult, RunResult, Submission, Text, same
from grader.record.workspace import home_of
from grader.words import text
from reports.fitting import Window
from reports.lines import Line, Screen, screen_of
from reports.terminal import next_lines, run_lines, signs_of
from reports.view import next_step
from reports.watch_screen import Frame, frame, key_bar, paint, passed_line, state_lines, status_line

SLOW_S = 0.2  # what takes longer is announced


class Scene(NamedTuple):
    """
    Attributes:
        shown: the newest result.
        at: the exercise that the keys are about.
        results: of every exercise looked at so far.
        said, more: what the view `text` shows, and the command that shows all of it.
        saved: the time of the last save.
        busy: since when something is being graded, on the clock of time.perf_counter.
    """

    view: Literal["result", "next", "list", "text"] = "result"
    shown: RunResult | None = None
    at: str = ""
    results: Mapping[str, ExerciseResult] = MappingProxyType({})
    said: Text = NOTHING
    more: str = "grade"
    saved: str = ""
    took_ms: float | None = None
    busy: float | None = None


def is_slow(scene: Scene) -> bool:
    """Whether something has been graded for long enough to say so."""
    return scene.busy is not None and time.perf_counter() >= scene.busy + SLOW_S


def after(scene: Scene, event: Graded | Surveyed | Message | Unconcerned, setup: WatchSetup) -> Scene:
    """The scene once the thread that grades has told something."""
    if isinstance(event, Message):
        return scene._replace(view="text", said=event.text, busy=None)
    if isinstance(event, Unconcerned):
        return scene._replace(busy=None)
    new = event.result.exercises
    scene = scene._replace(results={**scene.results, **{one.id: one for one in new}})
    if isinstance(event, Graded):
        at = next((one.id for one in new if one.status != "passed"), new[0].id)
        took = None if event.noticed is None else 1000 * (time.perf_counter() - event.noticed)
        return scene._replace(view="result", shown=event.result, at=at, took_ms=took, busy=None)
    if scene.shown is None and not setup.named and is_complete(scene, setup):
        step = next_step(_summed(scene.results, setup), setup.course)
        if step.exercise not in scene.results:
            return scene._replace(view="next")
        shown = {step.exercise: scene.results[step.exercise]}
        return scene._replace(shown=_summed(shown, setup), at=step.exercise)
    return scene


def pressed(key: str, scene: Scene, setup: WatchSetup) -> Scene:
    """The scene once a key was pressed; the same, if the key means nothing."""
    match key:
        case "h":
            exercise = next((one for one in setup.course.exercises if one.id == scene.at), None)
            return _hint(exercise, scene, setup) if exercise else scene
        case "n":
            step = next_step(_summed(scene.results, setup), setup.course) if is_complete(scene, setup) else None
            return scene._replace(view="next", at=step.exercise if step and step.exercise else scene.at)
        case "l":
            return scene._replace(view="list")
        case "\r" | "\n" if scene.shown is not None:  # back to the result
            return scene._replace(view="result")
        case "r":
            said = text("writing the report ...")
            return scene._replace(view="text", said=said, more="grade report")
    return scene


def _hint(exercise: Exercise, scene: Scene, setup: WatchSetup) -> Scene:
    from grader.record.store import open_store  # a connection is of one thread

    with open_store(home_of(setup.workspace)) as store:
        level = look_at_hint(exercise, store)
    return scene._replace(view="text", said=same(hint_text(exercise, level)), more=f"grade hint {exercise.id}")


def is_complete(scene: Scene, setup: WatchSetup) -> bool:
    return len(scene.results) == len(setup.course.exercises)


def _summed(results: Mapping[str, ExerciseResult], setup: WatchSetup) -> RunResult:
    in_order = tuple(results[one.id] for one in setup.course.exercises if one.id in results)
    return run_result(setup.course, Submission(str(setup.workspace), {}), 0, "", in_order)


# --- the screen --------------------------------------------------------------------------------------------------


def terminal_size() -> os.terminal_size:
    try:
        return os.get_terminal_size(sys.stdout.fileno())
    except OSError:  # a terminal that does not know
        return os.terminal_size((80, 24))


def paint_scene(scene: Scene, setup: WatchSetup) -> Frame:
    size = terminal_size()
    screen = screen_of(sys.stdout)
    footer = footer_of(scene, setup, screen)
    body, more = _body(scene, setup, screen, size.lines - len(footer) - 1)
    painted = frame(body, footer, more, screen, max(size.columns, 1), max(size.lines, 1), setup.lang)
    paint(painted, sys.stdout)
    return painted


def _body(scene: Scene, setup: WatchSetup, screen: Screen, room: int) -> tuple[list[Line], str]:
    """What is said, and the command that says all of it."""
    course, lang, signs = setup.course, setup.lang, signs_of(screen)
    if scene.view == "text":
        return [Line(text=row) for row in scene.said.in_(lang).split("\n")], scene.more
    if scene.view == "list":
        return state_lines(scene.results, course, lang, signs, room, scene.at), "grade"
    if scene.view == "next" and is_complete(scene, setup):
        return _next_body(scene, setup), "grade next"
    if scene.view == "result" and scene.shown is not None:
        more = f"grade {' '.join(one.id for one in scene.shown.exercises)} -v"
        return run_lines(scene.shown, course, lang, signs, window=Window(screen, room, more)), more
    return [Line(text=_reading(scene, setup).in_(lang), style="dim")], "grade"


def _reading(scene: Scene, setup: WatchSetup) -> Text:
    done, of = len(scene.results), len(setup.course.exercises)
    return text("looking at your answers: {done} of {of} ...", done=done, of=of)


def _next_body(scene: Scene, setup: WatchSetup) -> list[Line]:
    result = _summed(scene.results, setup)
    lines = list(next_lines(result, setup.course, setup.lang, lambda one: where_of(one).text.in_(setup.lang)))
    exercise = next((one for one in setup.course.exercises if one.id == scene.at), None)
    statement = where_of(exercise).path.with_name(exercise.statement(setup.lang).name) if exercise else None
    if statement is not None and statement.is_file() and len(lines) > 1:
        head = text("the task is in ").in_(setup.lang)
        lines.insert(1, Line(text=str(statement), head=head, indent=2))
    return lines


def footer_of(scene: Scene, setup: WatchSetup, screen: Screen) -> list[Line]:
    grading = is_slow(scene)
    lines = [
        status_line(len(setup.course.exercises), scene.saved, scene.took_ms, grading, setup.lang, screen),
        key_bar(setup.lang),
    ]
    if scene.view == "result" and scene.shown is not None:
        passed = [one.id for one in scene.shown.exercises]
        if all(one.status == "passed" for one in scene.shown.exercises):
            return [passed_line(passed, setup.lang, signs_of(screen)), *lines]
    return lines
