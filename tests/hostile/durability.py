"""Kills parts of `grade class` at random moments, starts it again, and compares what it says in the end.

    python -m tests.hostile.durability [--kills N] [--seed S]

Each kill is SIGKILL, of the grader itself, of one of its pool's processes, or of a zygote. Where it hits the grader, the same
command goes on from there; elsewhere the run itself goes on, or says with exit code 3 what the next run must try again. When so many kills have hit, the results must be those of an
undisturbed run, each student and grade once, and the report folder whole or not there.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tests.classes import without_seconds
from tests.hostile.configurations import CONFIGURATIONS, Configuration
from tests.hostile.stage import EXERCISES, stage, write_class
from tests.hostile.watched import command_line, descendants

TARGETS = ("grader", "pool", "zygote")
LONGEST_WAIT_S = 1.2  # between two kills; a run of this class takes about three seconds
LOOK_AGAIN_S = 0.3  # for one that was not there


class Outcome(NamedTuple):
    """
    Attributes:
        kills: how many hit, by target.
        runs: how often the command was started.
        wrong: what is not as it must be.
    """

    kills: dict[str, int]
    runs: int
    seconds: float
    wrong: tuple[str, ...]


def run_killed(kills: int, seed: int, configuration: Configuration = CONFIGURATIONS[0]) -> Outcome:
    """So many kills, over as many rounds as they take; each round grades the class anew, until it is graded."""
    rng, begun = random.Random(seed), time.monotonic()
    hits, runs, wrong = dict.fromkeys(TARGETS, 0), 0, list[str]()
    with stage(configuration) as folder:
        students = write_class(folder / "in", folder / "course", [])
        for path in (folder / "in").rglob("*"):
            configuration.give(path)
        undisturbed = _graded(_start(configuration, folder))
        _reset(folder)
        target = rng.choice(TARGETS)
        while sum(hits.values()) < kills:
            left = min(kills - sum(hits.values()), rng.randint(1, 12))
            while True:
                quiet = not left  # nothing will be killed in this run
                process = _start(configuration, folder)
                runs += 1
                wait = LONGEST_WAIT_S
                while left and process.poll() is None:
                    time.sleep(rng.uniform(0.0, wait))
                    wait = LOOK_AGAIN_S
                    if _kill(process, target, rng):
                        hits[target] += 1
                        left -= 1
                        # waited for until it is there, or nearly all kills would be of the grader, which always is
                        target, wait = rng.choice(TARGETS), LONGEST_WAIT_S
                found = _graded(process)
                # whom a kill took the process twice is told so, with exit code 3: "the next run tries it again"
                if process.returncode not in (-signal.SIGKILL, 3) or quiet:
                    break
            wrong += _faults(folder, found, undisturbed, students, process.returncode)
            _reset(folder)
    return Outcome(hits, runs, time.monotonic() - begun, tuple(wrong))


def _start(configuration: Configuration, folder: Path) -> subprocess.Popen[str]:
    command = configuration.command(
        "class", "in", *EXERCISES, "--course", "course", "--format", "json", "--workers", "2", "--report", "report"
    )  # fmt: skip
    return subprocess.Popen(
        command, cwd=folder, env=configuration.environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def _kill(process: subprocess.Popen[str], target: str, rng: random.Random) -> bool:
    """Whether there was such a process to kill."""
    found = [process.pid] if target == "grader" else [pid for pid in descendants(process.pid) if _is(pid, target)]
    if process.poll() is not None or not found:
        return False
    try:
        os.kill(rng.choice(found), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def _is(pid: int, target: str) -> bool:
    """A worker is a fork of the zygote and looks like it; but its parent is one. bubblewrap's own processes name it, too."""
    if target == "zygote":
        return _is_zygote(pid) and not _is_zygote(_parent(pid))
    said = command_line(pid)
    return bool(said) and "inside import" not in said and "resource_tracker" not in said


def _is_zygote(pid: int) -> bool:
    said = command_line(pid)
    return "from inside import zygote" in said and "bwrap" not in said.split(" ")[0]


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _graded(process: subprocess.Popen[str]) -> Any:
    out, err = process.communicate()
    try:
        return without_seconds(json.loads(out))["submissions"]
    except ValueError:
        return err


def _faults(folder: Path, found: Any, undisturbed: Any, students: list[str], code: int) -> list[str]:
    """What is not as after an undisturbed run."""
    wrong = []
    if code != 1:
        wrong.append(f"exit code {code}: {str(found)[-300:]}")
    if found != undisturbed:
        wrong.append(f"other results: {_first_difference(found, undisturbed)}")
    with closing(sqlite3.connect(folder / "gradebook.sqlite3")) as book:
        if book.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            wrong.append("the gradebook is damaged")
        standing = book.execute("SELECT student, exercise, run, count(*) FROM grades GROUP BY 1, 2, 3").fetchall()
        if any(count != 1 for *_, count in standing):
            wrong.append("a grade stands twice in a run")
        if {id_ for (id_,) in book.execute("SELECT id FROM students")} != set(students):
            wrong.append("other students")
    report = folder / "report"
    if code == 1 and not (report / "index.html").is_file():
        wrong.append("no report")
    stray = [path.name for path in folder.iterdir() if path.name.startswith((".report", "report")) and path != report]
    if stray:
        wrong.append(f"left over: {stray}")
    return wrong


def _first_difference(found: Any, undisturbed: Any) -> str:
    if not isinstance(found, list):
        return str(found)[-300:]
    if [one["student"] for one in found] != [one["student"] for one in undisturbed]:
        return f"{len(found)} students, not {len(undisturbed)}, or in another order"
    for one, other in zip(found, undisturbed, strict=True):
        for mine, right in zip(one["exercises"], other["exercises"], strict=False):
            if mine != right:
                return f"{one['student']} {mine['id']}: {_what_differs(mine, right)}"
        if one != other:
            return f"{one['student']}: {_what_differs(one, other)}"
    return "none that is found"


def _what_differs(mine: dict[str, Any], right: dict[str, Any]) -> str:
    keys = [key for key in {**mine, **right} if mine.get(key) != right.get(key)]
    return "; ".join(f"{key} is {str(mine.get(key))[:200]}, not {str(right.get(key))[:200]}" for key in keys)


def _reset(folder: Path) -> None:
    for path in folder.glob("gradebook.sqlite3*"):
        path.unlink()
    for path in folder.glob("*report*"):
        shutil.rmtree(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    outcome = run_killed(asked.kills, asked.seed)
    hits = ", ".join(f"{number} {target}" for target, number in outcome.kills.items())
    print(f"{sum(outcome.kills.values())} kills ({hits}) in {outcome.runs} runs, {outcome.seconds:.0f} s")
    for line in outcome.wrong:
        print("WRONG", line)
    raise SystemExit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
