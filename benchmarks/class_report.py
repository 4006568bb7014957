"""How long the class report of 10,000 students and 40 exercises takes to write, and to open, sort and filter in a browser.

    python benchmarks/class_report.py [students] [exercises] [folder]

The class is made up: abilities and difficulties, drawn from a seed. Times in the browser run from the action to the next
frame that shows its result.
"""

from __future__ import annotations

import platform
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from grader.classroom.records import STATUSES, Adjustment, CheckColumn, ClassTable, Column, Mistaken, Student
from grader.model import NOTHING, CheckResult, Diagnosis, ExerciseResult, Text, same
from reports.classroom.records import ClassNumbers, Classroom, FaultyCheck, Interval, ItemNumbers, NeedsHelp
from reports.classroom.site import write_site

TARGETS = {"write_s": 60.0, "memory_mb": 400.0, "open_ms": 1000.0, "sort_ms": 100.0, "filter_ms": 100.0}
POINTS = 10.0
CHECKS = 5
SLUGS = ("not-summed", "transposed", "mean-over-everything", "missing-correction", "sign")
FAMILIES, GIVEN = ("佐藤", "Tanaka", "O'Brien", "Müller", "鈴木"), ("花子", "Ken", "Zoë", "太郎", "Ana")


def make_table(n: int, k: int, seed: int = 0) -> ClassTable:
    """A class in which the able solve more, and the difficult is solved by fewer."""
    rng = np.random.default_rng(seed)
    chance = 1 / (1 + np.exp(-(rng.normal(0.5, 1.2, (n, 1)) - rng.normal(0.0, 1.0, (1, k)))))
    begun = rng.random((n, k)) < 0.15 + 0.85 * chance
    passed = begun & (rng.random((n, k)) < chance)
    raw = np.where(passed, POINTS, np.where(begun, np.floor(rng.random((n, k)) * POINTS * chance), 0.0))
    code = {status: STATUSES.index(status) for status in STATUSES}
    status = np.where(passed, code["passed"], np.where(begun, code["failed"], code["not_started"])).astype(np.uint8)
    attempts = np.where(begun, 1 + rng.geometric(0.5, (n, k)), 0).astype(np.int16)
    students = tuple(
        Student(f"s{row:06}", f"{FAMILIES[row % 5]} {GIVEN[row // 5 % 5]} {row}", section=f"{row % 8 + 1}")
        for row in range(n)
    )
    columns = tuple(
        Column(f"exercise_{j}", f"{j // 8 + 1:02}_unit", same(f"Exercise number {j}"), POINTS) for j in range(k)
    )
    failed = [np.flatnonzero(begun[:, j] & ~passed[:, j]).astype(np.int32) for j in range(k)]
    kind = rng.integers(0, len(SLUGS) + 2, n)  # the last two are no known mistake
    mistakes = {
        column.id: tuple(
            Mistaken(slug, Text(f"The gradient is {slug}.", f"勾配が {slug} です。"), rows[kind[rows] == index])
            for index, slug in enumerate(SLUGS)
            if (kind[rows] == index).any()
        )
        for column, rows in zip(columns, failed, strict=True)
    }
    checks = {
        column.id: tuple(
            CheckColumn(f"check_{c}", same(f"check number {c}"), c > 2, 2.0, rows[rows % CHECKS <= c], rows[rows % 50 == c])
            for c in range(CHECKS)
        )
        for column, rows in zip(columns, failed, strict=True)
    }  # fmt: skip
    first = np.where(begun, raw * (attempts <= 2), np.nan)
    adjustments = tuple(
        Adjustment(students[row].id, columns[0].id, "extra", 1.0, "showed it in the exercise class", "Sato", "2026-11-21T14:02:11+09:00")
        for row in range(0, n, 97) if k
    )  # fmt: skip
    return ClassTable(
        "course", Text("Deep learning from scratch", "ゼロから作るディープラーニング"), students, columns, status, raw, raw, raw.sum(1),
        np.full(n, POINTS * k), first, np.where(passed, attempts, 0).astype(np.int16), attempts, checks, mistakes,
        {row: same("the archive ends in the middle of affine.py") for row in range(7, n, 400)}, adjustments,
    )  # fmt: skip


def make_room(table: ClassTable) -> Classroom:
    """With numbers of the right shape; how they are worked out is `grader/classroom/statistics.py`'s business."""
    n = len(table.students)
    begun = table.attempts > 0
    share = table.total / np.maximum(table.most, 1)
    items = {}
    for j, column in enumerate(table.exercises):
        rows = begun[:, j]
        tried = int(rows.sum())
        spread = 1.96 * 0.4 / np.sqrt(max(tried, 1))
        solved, p, q = (
            float((table.solved[rows, j] > 0).mean()),
            float(np.mean(table.first[rows, j])) / POINTS,
            float(np.mean(table.score[rows, j])) / POINTS,
        )
        r = float(np.corrcoef(table.score[rows, j], table.total[rows] - table.score[rows, j])[0, 1])
        one, two, three = (Interval(x, max(x - spread, 0.0), min(x + spread, 1.0)) for x in (solved, p, q))
        items[column.id] = ItemNumbers(
            tried, one, two, three, Interval(r, r - spread, min(r + spread, 1.0)), n >= 50, 100 * r, 1 / len(table.exercises),
            float(np.median(table.attempts[rows, j])), tuple(np.histogram(table.score[rows, j] / POINTS, 10, (0, 1))[0].tolist()),
            tuple(np.bincount(np.minimum(table.solved[rows, j], 8), minlength=9)[1:].tolist()),
        )  # fmt: skip
    pool = [make_result(table, j, kind) for j in range(len(table.exercises)) for kind in range(len(SLUGS))]

    def details(row: int) -> Iterable[ExerciseResult]:
        failed = np.flatnonzero(table.status[row] == STATUSES.index("failed"))
        return (pool[int(j) * len(SLUGS) + row % len(SLUGS)] for j in failed)

    numbers = ClassNumbers(
        int(begun.any(1).sum()), float(table.total.mean()), float(np.median(table.total)), float(table.total.std()), 0.91,
        12.0, n >= 50, tuple(np.histogram(share, 10, (0, 1))[0].tolist()),
    )  # fmt: skip
    lowest = np.argsort(table.total, kind="stable")[: n // 20].tolist()
    rule = Text(
        "Under a quarter of what half of the class has reached.", "クラスの中央値の 4 分の 1 に届いていません。"
    )
    suspect = Text("Failed by 40 of the best 100.", "上位 100 人のうち 40 人が不合格です。")
    return Classroom(
        table, numbers, {f"{u:02}_unit": Text(f"Unit {u}", f"第 {u} 章") for u in range(1, 9)}, items,
        tuple(FaultyCheck(one.id, "check_3", (suspect,)) for one in table.exercises[3:40:13]),
        tuple(NeedsHelp(row, (rule,)) for row in lowest), lambda exercise, slug: SOURCE, details, "a secret", "0.1.0",
    )  # fmt: skip


def make_result(table: ClassTable, j: int, kind: int) -> ExerciseResult:
    column = table.exercises[j]
    message = Text("db: shape (2, 3), expected (3,)", "db: 形状が (2, 3) です(期待する形状は (3,))")
    checks = tuple(
        CheckResult(f"check_{c}", same(f"check number {c}"), c > 2, "passed" if c < kind else "failed", 0.0, 2.0, message, 0.01)
        for c in range(CHECKS)
    )  # fmt: skip
    said = Text(f"The gradient is {SLUGS[kind]}.", f"勾配が {SLUGS[kind]} です。")
    found = (Diagnosis(SLUGS[kind], "mistake", 0.9, said, same("Look at `backward`.")),)
    return ExerciseResult(
        column.id, column.unit, column.title, "failed", 0.0, 10.0, 0.1, NOTHING, (), checks, found
    )  # fmt: skip


SOURCE = '''class Affine:
    """By Ken Tanaka."""

    def __init__(self, W, b):
        self.params = {"W": W, "b": b}  # Ken's idea

    def backward(self, dout):
        self.db = dout
        return dout @ self.params["W"].T
'''


def in_browser(index: Path) -> dict[str, float]:
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
    picked = "const s = document.forms[0].elements.s; s.value = 'failed'; s.dispatchEvent(new Event('input', {bubbles: true}))"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        start = time.perf_counter()
        page.goto(index.as_uri())
        page.locator("#filters:not([hidden])").wait_for()
        opened = 1000 * (time.perf_counter() - start)
        sorts = [
            page.evaluate(timed.format(head.format(key)))
            for key in ("total", "name", "section", "exercise_1", "exercise_1")
        ]
        filters = [page.evaluate(timed.format(act)) for act in (typed.format("s00"), typed.format("tanaka"), picked)]
        browser.close()
    return {"open_ms": opened, "sort_ms": max(sorts), "filter_ms": max(filters)}


def main(n: int, k: int, folder: Path) -> None:
    room = make_room(make_table(n, k))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    write_site(folder, room, "en")
    measured = {"write_s": time.perf_counter() - start}
    measured["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # of the whole process
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    print(f"{platform.platform()}, Python {platform.python_version()}; {n:,} students × {k} exercises")
    print(
        f"{len(sizes):,} files, {sum(sizes) / 1e6:.0f} MB; index.html {(folder / 'index.html').stat().st_size / 1e6:.2f} MB"
    )
    print(f"memory before the site was written: {before:.0f} MB")
    measured |= in_browser(folder / "index.html")
    for name, value in measured.items():
        print(f"{name:10} {value:8.1f}   target {TARGETS[name]:.0f}   {'ok' if value <= TARGETS[name] else 'MISSED'}")


if __name__ == "__main__":
    students, exercises = (int(one) for one in (sys.argv[1:3] + ["10000", "40"][len(sys.argv) - 1 :])[:2])
    if len(sys.argv) > 3:
        main(students, exercises, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(students, exercises, Path(made))
