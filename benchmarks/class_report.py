"""How long the class report of 10,000 students and 40 exercises takes to write from stored results, and to open, sort and
filter in a browser.

    python -m benchmarks.class_report [STUDENTS] [EXERCISES] [FOLDER]

The gradebook is made first and is not measured: abilities and difficulties are drawn from a seed, and each result is one that
grading the reference or a wrong answer to that exercise gave, under a key of its own, as if no two answers were alike.
Measured are the command `grade report --db` as a process, with the most memory that it had, and in Chromium the time from an action to
the next frame that shows its result.
"""

from __future__ import annotations

import os
import platform
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.class_tables import make_table
from grader.course.discover import load_course
from grader.course.stamps import exercise_key
from grader.gradebook import tables
from grader.gradebook.book import Run, publish
from grader.gradebook.open import open_gradebook, writing
from grader.gradebook.records import ClassTable, Student
from grader.gradebook.work import Worked, answer_row, result_row
from grader.model import Course, Exercise, Submission, file_answer
from grader.pipeline import grade_exercise
from grader.record.fingerprint import environment
from grader.sandbox.host import Sandbox, open_sandbox
from grader.status import STATUSES
from tests.class_answers import stock

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {"write_s": 60.0, "memory_mib": 400.0, "open_ms": 1000.0, "sort_ms": 100.0, "filter_ms": 100.0}
ROUNDS = 5
KINDS = 4  # ways to be wrong, of an exercise
FAMILIES, GIVEN = ("佐藤", "Tanaka", "O'Brien", "Müller", "鈴木"), ("花子", "Ken", "Zoë", "太郎", "Ana")

Rows = tuple[dict[str, Any], dict[str, Any]]  # of `answers` and of `results`


def make_gradebook(path: Path, course: Course, n: int, k: int) -> None:
    """A gradebook in which `n` students have answered `k` exercises, each as somebody else."""
    exercises = course.exercises[:k]
    table = make_table(n, k)
    with open_sandbox() as sandbox:
        kinds = [list(_kinds(course, one, sandbox)) for one in exercises]
    people = tuple(
        Student(id=f"s{row:06}", name=f"{FAMILIES[row % 5]} {GIVEN[row // 5 % 5]} {row}", section=f"{row % 8 + 1}")
        for row in range(n)
    )
    ids = tuple(one.id for one in exercises)
    with open_gradebook(str(path)) as engine, writing(engine) as connection:
        run = publish(
            connection,
            Run(
                at="2026-11-21T12:00:00+09:00",
                author="aoki",
                course=course.name,
                source="made up",
                exercises=ids,
                seed=0,
                environment=environment().text,
            ),
            (),
            (),
        )
        connection.execute(insert(tables.students), [one._asdict() for one in people])
        for row, student in enumerate(people):
            answered: list[dict[str, Any]] = []
            worked: list[dict[str, Any]] = []
            graded: list[dict[str, Any]] = []
            for column in range(k):
                for answer, result in _attempts(table, row, column, kinds[column]):
                    key = f"{row}.{column}.{len(worked)}"
                    answered.append(answer | {"key": key, "code": key})
                    worked.append(result | {"key": key, "base": key, "answer": key})
                    graded.append({"run": run, "student": student.id, "exercise": ids[column], "result": key})
            if graded:
                connection.execute(insert(tables.answers), answered)
                connection.execute(insert(tables.results), worked)
                connection.execute(insert(tables.grades), graded)


def _kinds(course: Course, exercise: Exercise, sandbox: Sandbox) -> Iterator[Rows]:
    """Rows for an untouched stub, a right answer, and some wrong ones."""
    found = stock(exercise, random.Random(0))
    for kept in (found.untouched, found.right[0], *found.wrong[:KINDS]):
        answer = file_answer(f"{exercise.id}.py", kept.source)
        result = grade_exercise(course, exercise, Submission("", {exercise.id: answer}), sandbox, 0)
        key = exercise_key(course, exercise, 0)
        yield (
            answer_row(answer),
            result_row(
                Worked(
                    base="",
                    take=0,
                    answer=answer,
                    result=result,
                    exercise_key=key,
                    environment=environment().text,
                    seed=0,
                    sandbox=sandbox.means.level,
                )
            ),
        )


def _attempts(table: ClassTable, row: int, column: int, kinds: list[Rows]) -> Iterator[Rows]:
    """What a student handed in for an exercise, up to two attempts."""
    stub, right, *wrong = kinds
    status = STATUSES[table.status[row, column]]
    if status == "not_started":
        yield stub
    elif status != "missing":
        other = wrong[(7 * row + column) % len(wrong)]
        if table.solved[row, column] != 1:
            yield other
        if status == "passed":
            yield right


def written(book: Path, folder: Path) -> dict[str, float]:
    """Seconds and most memory of the command that writes the report."""
    command = [sys.executable, "-m", "grader", "report", "--db", str(book), "--output", str(folder), "--lang", "en"]
    environment_ = {**os.environ, "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, environment_)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit("grade report failed")
    return {"write_s": time.perf_counter() - begun, "memory_mib": used.ru_maxrss / 1024}


def in_browser(index: Path, exercise: str) -> dict[str, float]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    timed = """async () => {{
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        await painted();
        const start = performance.now();
        {}
        await painted();
        return performance.now() - start;
    }}"""
    head = "document.querySelector('th[data-key=\"{}\"] button').click()"
    typed = (
        "const q = document.forms[0].elements.q; q.value = '{}'; q.dispatchEvent(new Event('input', {{bubbles: true}}))"
    )
    picked = (
        "const s = document.forms[0].elements.s; s.value = '{}'; s.dispatchEvent(new Event('input', {{bubbles: true}}))"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        start = time.perf_counter()
        page.goto(index.as_uri())
        page.locator("#filters:not([hidden])").wait_for()
        opened = 1000 * (time.perf_counter() - start)
        page.wait_for_timeout(1500)  # as somebody who looks first: by then the names are in order (class.js)
        sorts, filters = [], []
        for _ in range(ROUNDS):
            sorts += [page.evaluate(timed.format(head.format(key))) for key in ("total", "name", "section", exercise)]
            acts = (
                typed.format("s00"),
                typed.format("tanaka"),
                picked.format("failed"),
                typed.format(""),
                picked.format(""),
            )
            filters += [page.evaluate(timed.format(act)) for act in acts]
        browser.close()
    print(
        f"of {len(sorts)} sorts and {len(filters)} filters the slowest: {max(sorts):.0f} and {max(filters):.0f} ms; below, medians"
    )
    return {"open_ms": opened, "sort_ms": statistics.median(sorts), "filter_ms": statistics.median(filters)}


def main(n: int, k: int, folder: Path) -> None:
    book = folder / "gradebook.sqlite3"
    begun = time.perf_counter()
    make_gradebook(book, load_course(ROOT), n, k)
    print(f"{platform.platform()}, Python {platform.python_version()}; {n:,} students × {k} exercises")
    print(f"gradebook of {book.stat().st_size / 1e6:.0f} MB, made in {time.perf_counter() - begun:.0f} s")
    site = folder / "report"
    measured = written(book, site)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    index = site / "index.html"
    print(f"{len(sizes):,} files, {sum(sizes) / 1e6:.0f} MB; index.html {index.stat().st_size / 1e6:.2f} MB")
    measured |= in_browser(index, load_course(ROOT).exercises[1].id)
    for name, value in measured.items():  # of the browser: medians
        print(f"{name:10} {value:8.1f}   target {TARGETS[name]:.0f}   {'ok' if value <= TARGETS[name] else 'MISSED'}")


if __name__ == "__main__":
    students, exercises = (int(one) for one in (sys.argv[1:3] + ["10000", "40"][len(sys.argv) - 1 :])[:2])
    if len(sys.argv) > 3:
        main(students, exercises, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(students, exercises, Path(made))
