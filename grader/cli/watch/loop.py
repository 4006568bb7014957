"""The main thread of `grade watch`: one queue brings it saves, keys and results, and it alone paints. Without a terminal
each result is printed below the last.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from grader.cli.watch.background import Broke, Grading
from grader.cli.watch.changes import changes
from grader.cli.watch.jobs import (
    Graded,
    Message,
    Surveyed,
    Unconcerned,
    WatchSetup,
    grade_named,
    grade_saved,
    report,
    survey,
    warm_up,
)
from grader.cli.watch.keys import END, ending_by_exception, read_keys, single_keys
from grader.cli.watch.scene import SLOW_S, Scene, after, footer_of, is_slow, paint_scene, pressed, terminal_size
from grader.record.warm import Bench
from reports.lines import screen_of
from reports.terminal import print_run
from reports.watch_screen import leave, make_room

HALF_WRITTEN_S = 0.3  # editors empty or remove a file before they write it; what stays so for longer is meant
TICK_S = 0.2  # on Windows no signal wakes a queue


class Key(NamedTuple):
    key: str


class Saved(NamedTuple):
    paths: frozenset[Path]
    noticed: float


class Redraw(NamedTuple):
    pass


def watch_in_a_pipe(setup: WatchSetup) -> None:
    """Print one result after the other, until ^C or SIGTERM. That stdin ends is no reason: with `</dev/null`, in a
    service or an editor's task it has ended from the start."""
    with ExitStack() as stack:
        stack.enter_context(ending_by_exception())
        events, grading = _start(setup, stack)
        scene = Scene()
        unready: dict[Path, float] = {}
        while True:
            event = _next(events, _due(unready, scene))
            if isinstance(event, Saved):
                _note(event, unready)
            _grade_ready(setup, unready, grading)
            if isinstance(event, Graded | Surveyed | Message):
                before, scene = scene, after(scene, event, setup)
                if isinstance(event, Message):
                    print(event.text.in_(setup.lang), flush=True)
                elif scene.shown is not None and scene.shown is not before.shown:
                    print_run(scene.shown, setup.course, setup.lang, sys.stdout)
                    print(flush=True)


def watch_on_a_terminal(setup: WatchSetup) -> None:
    """Show the newest result and obey keys, until `q` or ^C. Whatever happens the terminal is left as it was."""
    with ExitStack() as stack:
        events, grading = _start(setup, stack)
        stack.enter_context(single_keys(lambda: events.put(Redraw())))
        if hasattr(signal, "SIGWINCH"):
            signal.signal(signal.SIGWINCH, lambda *_: events.put(Redraw()))
        threading.Thread(target=read_keys, args=[lambda key: events.put(Key(key))], daemon=True).start()
        make_room(terminal_size().lines, sys.stdout)
        scene = Scene()
        size = terminal_size()
        painted = paint_scene(scene, setup)
        stack.callback(lambda: leave(painted, len(footer_of(scene, setup, screen_of(sys.stdout))), sys.stdout))
        unready: dict[Path, float] = {}
        while True:
            event = _next(events, _due(unready, scene))
            before = scene
            match event:
                case Key(key) if key in ("q", END):
                    return
                case Key(key):
                    scene = pressed(key, scene, setup)
                    if key == "r":
                        grading.ask(report(setup))
                case Saved():
                    _note(event, unready)
                    scene = scene._replace(saved=time.strftime("%H:%M:%S"))
                case Graded() | Surveyed() | Message() | Unconcerned():
                    scene = after(scene, event, setup)
            for exercise in setup.course.exercises:
                if exercise.id == scene.at != before.at:
                    grading.ask(warm_up(exercise))
            if _grade_ready(setup, unready, grading):
                scene = scene._replace(busy=time.perf_counter(), took_ms=None)
            if isinstance(event, Saved) and not is_slow(scene):
                continue  # the result will paint over it, and until then has the processor for itself
            if scene != before or isinstance(event, Redraw) or terminal_size() != size or is_slow(scene):
                size = terminal_size()
                painted = paint_scene(scene, setup)


# --- events ------------------------------------------------------------------------------------------------------


def _start(setup: WatchSetup, stack: ExitStack) -> tuple[queue.SimpleQueue[object], Grading]:
    """The threads that watch and grade, until `stack` is left."""
    events: queue.SimpleQueue[object] = queue.SimpleQueue()
    grading = Grading(lambda stop: Bench(setup.course, setup.workspace, stop, setup.started), events.put)
    stack.callback(grading.close)
    over = threading.Event()
    stack.callback(over.set)
    changed = changes(setup.workspace, setup.course.exercises, over, setup.poll, lambda said: events.put(Message(said)))

    def look() -> None:
        try:
            for paths in changed:
                events.put(Saved(paths, time.perf_counter()))
        except Exception as error:
            events.put(Broke(error))

    threading.Thread(target=look, daemon=True).start()
    if setup.named:
        grading.ask(grade_named(setup))
    for _, unit in groupby(setup.course.exercises, lambda one: one.unit):
        grading.ask(survey(tuple(unit)))
    return events, grading


def _next(events: queue.SimpleQueue[object], due: float | None) -> object:
    """The next event; None when it is `due`. Raises what ended a thread."""
    left = max(0.0, due - time.perf_counter()) if due is not None else None
    if os.name == "nt":
        left = min(TICK_S, TICK_S if left is None else left)
    try:
        event = events.get(timeout=left)
    except queue.Empty:
        return None
    if isinstance(event, Broke):
        raise event.error
    return event


def _note(saved: Saved, unready: dict[Path, float]) -> None:
    """Remember, by path, when the save was noticed."""
    unready.update(dict.fromkeys(saved.paths, saved.noticed))


def _grade_ready(setup: WatchSetup, unready: dict[Path, float], grading: Grading) -> bool:
    """Ask for what has been written, or has stayed empty or away for long enough."""
    now = time.perf_counter()
    ready = frozenset(
        path for path, noticed in unready.items() if now >= noticed + HALF_WRITTEN_S or _has_content(path)
    )
    if not ready:
        return False
    noticed = max(unready.pop(path) for path in ready)
    grading.ask(grade_saved(setup, ready, noticed))
    return True


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _due(unready: dict[Path, float], scene: Scene) -> float | None:
    """When to look again even if nothing happens."""
    times = [noticed + HALF_WRITTEN_S for noticed in unready.values()]
    if scene.busy is not None and not is_slow(scene):
        times.append(scene.busy + SLOW_S)
    return min(times, default=None)
