"""Classes that nobody sat in, as tables: for measuring what is made of a large one.

    python benchmarks/class_tables.py [STUDENTS [EXERCISES]]       how long its statistics take

A student has an ability and an exercise a difficulty; whether a check is passed is a coin whose weight is the logistic of their
difference (Rasch 1960). What does not pass the first time is tried again, each time a little easier, until patience ends.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from grader.classroom.attention import faulty_checks, needing_help
from grader.classroom.statistics import class_statistics, evidence, exercise_statistics
from grader.gradebook.records import CheckColumn, ClassTable, Column, Mistaken, Student
from grader.model import Text, same
from grader.status import STATUSES

CHECKS = 5
NAMED = 0.9  # of the wrong answers: what benchmarks/diagnosis.py finds
OFTEN = ("bias-forgotten", "mean-for-sum", "state-shared")  # slugs that several exercises have


def make_table(n: int, k: int, seed: int = 0) -> ClassTable:
    """A class of `n` students and `k` exercises of five checks each; the same for the same seed."""
    rng = np.random.default_rng(seed)
    ability, difficulty = rng.normal(0.8, 1.2, n), rng.normal(0.0, 0.8, k)
    columns = tuple(Column(f"exercise_{j + 1}", f"{j // 8 + 1:02d}_unit", Text(f"Exercise {j + 1}", f"演習 {j + 1}"), 10.0)
                    for j in range(k))  # fmt: skip
    harder = np.linspace(-0.8, 0.8, CHECKS)
    chance = 1 / (1 + np.exp(-(ability[:, None, None] - difficulty[:, None] - harder)))
    first = rng.random((n, k, CHECKS)) < chance
    patience = 1 + rng.poisson(0.8, (n, k))
    solved = np.where(first.all(axis=2), 1, 0)
    passed = first
    for attempt in range(2, int(patience.max(initial=1)) + 1):
        again = (solved == 0) & (patience >= attempt)
        passed = passed | (again[:, :, None] & (rng.random((n, k, CHECKS)) < 0.5 * chance))
        solved = np.where(again & passed.all(axis=2), attempt, solved)
    status = np.where(solved > 0, STATUSES.index("passed"), STATUSES.index("failed")).astype(np.uint8)
    for name, share in (("not_started", 0.03), ("missing", 0.04), ("error", 0.01), ("timeout", 0.003)):
        status[(rng.random((n, k)) < share) & (solved == 0)] = STATUSES.index(name)
    status[rng.random(n) < 0.02] = STATUSES.index("missing")
    missing = status == STATUSES.index("missing")
    ran = (status == STATUSES.index("passed")) | (status == STATUSES.index("failed"))
    raw = np.where(ran, passed.sum(axis=2) * 10.0 / CHECKS, 0.0)
    score = np.where(rng.random((n, k)) < 0.003, np.nan, raw)
    checks, mistakes = {}, {}
    for j, column in enumerate(columns):
        wrong = rng.permutation(np.flatnonzero(ran[:, j] & (solved[:, j] == 0))).astype(np.int32)
        named, nameless = np.split(wrong, [int(NAMED * len(wrong))])
        slugs = (
            f"mistake-{j + 1}-a",
            OFTEN[j % len(OFTEN)] if j % 4 == 0 else f"mistake-{j + 1}-b",
            f"mistake-{j + 1}-c",
        )
        mistakes[column.id] = tuple(
            Mistaken(slug, Text(f"{slug} in words.", f"{slug} の説明。"), np.sort(rows))
            for slug, rows in zip(slugs, np.split(named, [len(named) // 2, len(named) * 3 // 4]), strict=True)
            if len(rows)
        )
        checks[column.id] = tuple(
            CheckColumn(id=f"check_{c + 1}", title=Text(f"Check {c + 1}", f"チェック {c + 1}"), hidden=c > 2, points=10.0 / CHECKS, failed=failed,
                        unnamed=np.intersect1d(failed, nameless))
            for c in range(CHECKS)
            for failed in [np.flatnonzero(ran[:, j] & ~passed[:, j, c]).astype(np.int32)]
        )  # fmt: skip
    students = tuple(
        Student(id=f"s{i:05d}", name=f"学生 {i}", email=f"s{i}@example.org", section="AB"[i % 2], lms_id=str(70000 + i))
        for i in range(n)
    )
    return ClassTable(
        course="benchmark", title=same("Benchmark"), students=students, exercises=columns, status=status, raw=raw, score=score,
        total=np.nansum(score, axis=1), most=np.where(np.isnan(score), 0.0, 10.0).sum(axis=1),
        first=np.where(missing, np.nan, first.sum(axis=2) * 10.0 / CHECKS), solved=np.where(ran, solved, 0).astype(np.int16),
        attempts=np.where(missing, 0, np.where(solved > 0, solved, patience)).astype(np.int16), checks=checks, mistakes=mistakes, damaged={}, handed_in={}, adjustments=(),
    )  # fmt: skip


def main(n: int, k: int) -> None:
    table = make_table(n, k)
    begun = time.perf_counter()
    seen = evidence(table)
    of_exercises = exercise_statistics(table, seen)
    of_class = class_statistics(table, seen)
    numbers = time.perf_counter()
    faulty = faulty_checks(table, seen)
    checked = time.perf_counter()
    helped = needing_help(table, seen)
    ended = time.perf_counter()
    print(f"{n} students, {len(of_exercises)} exercises: {ended - begun:.3f} s, of it")
    print(f"numbers {numbers - begun:.3f} s, checks {checked - numbers:.3f} s, help {ended - checked:.3f} s")
    print(f"alpha {of_class.alpha}, {len(faulty)} checks look faulty, {len(helped)} students named")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:3]]
    main(*asked, *(10_000, 40)[len(asked) :])
