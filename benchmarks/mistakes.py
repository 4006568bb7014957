"""How much code the known mistakes are; and, beside another state of the course, whether they still do the same.

    python -m benchmarks.mistakes                            lines of code by unit
    python -m benchmarks.mistakes --against OTHER [ID…]      the same for the checkout OTHER, and every mistake of both compared

A line of code is one with something on it that is no comment and no text for people (`en`, `ja`, `hint_en`, `hint_ja`).
Two mistakes do the same if their observations are equal at every check, at every level, for three seeds: equal as the
grader compares, a thousand times more strictly; and the same calls returned nothing.
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from grader.checks.difference import difference
from grader.checks.materials import load_mistakes
from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.diagnose.known import empty_calls
from grader.model import Course, Exercise, Mistake

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("en", "ja", "hint_en", "hint_ja")
NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
SEEDS = range(3)
STRICTER = 1e-3


def code_lines(path: Path) -> int:
    """Lines of a file that hold code."""
    source = path.read_text(encoding="utf-8")
    texts = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.keyword) and node.arg in TEXTS
        for line in range(node.value.lineno, (node.value.end_lineno or 0) + 1)
    }
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    code = {line for one in tokens if one.type not in NO_CODE for line in range(one.start[0], one.end[0] + 1)}
    return len(code - texts)


def lines_by_unit(root: Path) -> Counter[str]:
    """Lines of code of all mistakes.py and families.py of a course, by unit; the course's own under `families.py`."""
    solutions = root / "solutions"
    files = [*solutions.glob("*/*/mistakes.py"), *solutions.glob("*/families.py"), *solutions.glob("families.py")]
    counted: Counter[str] = Counter()
    for path in files:
        counted[path.relative_to(solutions).parts[0]] += code_lines(path)
    return counted


def unlike(course: Course, new: Exercise, old: Exercise) -> Iterator[str]:
    """Which mistakes of an exercise give something else than those of the same name did, or are no longer there."""
    oracles = [Oracle(course, new, seed) for seed in SEEDS]
    mistakes = {one.slug: one for one in oracles[0].mistakes}
    before = {one.slug: one for one in load_mistakes(old, oracles[0].reference)}
    yield from (f"{slug} is gone" for slug in before.keys() - mistakes.keys())
    yield from (f"{slug} is new" for slug in mistakes.keys() - before.keys())
    for slug in before.keys() & mistakes.keys():
        yield from (f"{slug} differs: {where}" for where in _differ(oracles, mistakes[slug], before[slug]))


def _differ(oracles: list[Oracle], one: Mistake, other: Mistake) -> Iterator[str]:
    for oracle in oracles:
        for check in oracle.checks:
            for level in range(check.levels):
                expected = oracle.expected(check, level)
                ours, theirs = (oracle.of_symbols(kind.implement(), check, level) for kind in (one, other))
                apart = difference(ours, theirs, check.rtol * STRICTER)
                if apart or empty_calls(ours, expected) != empty_calls(theirs, expected):
                    yield f"{check.id}, level {level}: {apart and apart.text.en}"
                    return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", type=Path)
    parser.add_argument("exercises", nargs="*")
    options = parser.parse_args()
    now, before = lines_by_unit(ROOT), lines_by_unit(options.against) if options.against else Counter[str]()
    for unit in sorted(now | before):
        print(f"{unit:25} {now[unit]:6}" + (f"   before {before[unit]:6}" if options.against else ""))
    print(f"{'all':25} {now.total():6}" + (f"   before {before.total():6}" if options.against else ""))
    if not options.against:
        return
    course, other = load_course(ROOT), load_course(options.against)
    twins = {exercise.id: exercise for exercise in other.exercises}
    compared = found = 0
    for exercise in course.exercises:
        if options.exercises and exercise.id not in options.exercises:
            continue
        compared += 1
        for said in unlike(course, exercise, twins[exercise.id]):
            found += 1
            print(f"{exercise.id}: {said}", flush=True)
    print(f"{compared} exercises compared at {len(SEEDS)} seeds, {found} mistakes are not what they were")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
