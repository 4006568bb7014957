"""How often a verdict is wrong, and how often a wrong answer's mistake is named.

    python benchmarks/diagnosis.py [FOLDER]        (default: tests/answers/diagnosis)
    python benchmarks/diagnosis.py --judged FOLDER

FOLDER holds answers, `NAME.py`, and any number of .toml files that say what to expect of them:

    [NAME]
    exercise = "affine"
    verdict = "wrong"                     # or "right"
    keywords = ["transpos", "dW|weight"]  # of a wrong one: what a good explanation of this mistake contains

An answer is *named* if the first two diagnoses together contain every keyword (of `a|b`, one), in English, whatever
the case. Notices and the messages of failed checks do not count. Exits with 1 if any verdict is wrong.

With --judged, FOLDER holds wrong answers of which people judged what was said, once, by reading each answer:

    [NAME]
    exercise = "affine"
    said = ["db is the mean over the batch, where it should be the sum."]
    judged = "named"                      # or help, nothing, untrue_perhaps, untrue

Their shares are printed, each with its interval of 95 % (Wilson, 1927), and of how many something else is said today, which
nobody has judged. Exits with 1 if a wrong answer passes.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from grader.course.discover import load_course
from grader.model import ExerciseResult, Submission
from grader.pipeline import grade
from grader.record.kept_oracles import KeptOracles
from grader.sandbox.host import open_sandbox
from grader.submission.load import load
from reports.view import diagnosis_message

ROOT = Path(__file__).resolve().parent.parent


class Expected(NamedTuple):
    name: str
    path: Path
    exercise: str
    right: bool
    keywords: tuple[str, ...]


class Outcome(NamedTuple):
    """`said`: the diagnoses, or for an answer without any the first message."""

    expected: Expected
    passed: bool
    named: bool
    said: str
    messages: tuple[str, ...]


JUDGEMENTS = ("named", "help", "nothing", "untrue_perhaps", "untrue")


def expectations(folder: Path) -> Iterator[Expected]:
    """What the .toml files of a folder say, in order. Exits if two of them speak of one answer."""
    seen: set[str] = set()
    for listing in sorted(folder.glob("*.toml")):
        for name, entry in tomllib.loads(listing.read_text(encoding="utf-8")).items():
            if name in seen:
                sys.exit(f"{listing}: {name} is listed twice")
            seen.add(name)
            words = tuple(word.lower() for word in entry.get("keywords", ()))
            yield Expected(name, folder / f"{name}.py", entry["exercise"], entry["verdict"] == "right", words)


def judge_all(expected: list[Expected]) -> Iterator[Outcome]:
    """Grade on all cores."""
    by_exercise: dict[str, list[Expected]] = {}  # what its mistakes give is worked out once
    for one in expected:
        by_exercise.setdefault(one.exercise, []).append(one)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for outcomes in pool.map(judge_some, by_exercise.values()):
            yield from outcomes


def judge_some(expected: list[Expected]) -> list[Outcome]:
    """Grade answers to one exercise."""
    course = load_course(ROOT)
    exercises = {exercise.id: exercise for exercise in course.exercises}
    oracles = KeptOracles()
    found = []
    with open_sandbox() as sandbox:
        for one in expected:
            chosen = (exercises[one.exercise],)
            handed_in = load(one.path, chosen)
            answer = handed_in.answer(one.exercise)
            assert answer is not None, one.path
            run = grade(course, chosen, Submission(one.name, {one.exercise: answer}), sandbox, oracle_of=oracles)
            found.append(outcome(one, run.exercises[0]))
    return found


def outcome(expected: Expected, result: ExerciseResult) -> Outcome:
    """Whether the verdict is the expected one, and whether the mistake is named."""
    diagnoses = [one for one in result.diagnoses if one.kind != "notice"][:2]
    said = " ".join(f"{one.message.en} {one.hint.en}" for one in diagnoses)
    named = all(any(word in said.lower() for word in either.split("|")) for either in expected.keywords)
    passed = result.status == "passed"
    messages = tuple(diagnosis_message(one, "en") for one in diagnoses)
    named = bool(diagnoses) and bool(expected.keywords) and named
    return Outcome(expected, passed, named, said or result.message.en, messages)


def main(folder: Path) -> int:
    outcomes = sorted(judge_all(list(expectations(folder))), key=lambda one: one.expected.name)
    rejected = [one for one in outcomes if one.expected.right and not one.passed]
    accepted = [one for one in outcomes if not one.expected.right and one.passed]
    wrong = [one for one in outcomes if not one.expected.right]
    unnamed = [one for one in wrong if not one.named and not one.passed]
    for title, some in (("false reject", rejected), ("FALSE ACCEPT", accepted), ("not named", unnamed)):
        for one in some:
            print(f"{title}: {one.expected.name} {list(one.expected.keywords)}: {one.said[:200]}")
    named = sum(one.named for one in wrong)
    right = len(outcomes) - len(wrong)
    print(f"{len(outcomes)} answers: {right} right, {len(wrong)} wrong")
    print(f"false rejects: {len(rejected)} of {right}")
    print(f"false accepts: {len(accepted)} of {len(wrong)}")
    print(f"named: {named} of {len(wrong)} ({100 * named / max(1, len(wrong)):.0f} %)")
    return int(bool(rejected or accepted))


def judged(folder: Path) -> int:
    entries = tomllib.loads((folder / "answers.toml").read_text(encoding="utf-8"))
    expected = [Expected(name, folder / f"{name}.py", one["exercise"], False, ()) for name, one in entries.items()]
    counts = Counter(one["judged"] for one in entries.values())
    for judgement in JUDGEMENTS:
        low, high = interval(counts[judgement], len(entries))
        share = 100 * counts[judgement] / len(entries)
        print(f"{judgement}: {counts[judgement]} of {len(entries)}, {share:.1f} % ({low:.1f} to {high:.1f} %)")
    outcomes = list(judge_all(expected))
    accepted = [one.expected.name for one in outcomes if one.passed]
    other = sum(one.messages != tuple(entries[one.expected.name]["said"]) for one in outcomes)
    print(f"false accepts today: {len(accepted)} {accepted}")
    print(f"said otherwise today, and not judged: {other}")
    return int(bool(accepted))


def interval(count: int, of: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share, in per cent: it holds for shares near 0 too."""
    z, share = 1.96, count / of
    middle, half = share + z**2 / (2 * of), z * math.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return 100 * max(0.0, middle - half) / (1 + z**2 / of), 100 * (middle + half) / (1 + z**2 / of)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--judged"] and len(sys.argv) == 3:
        sys.exit(judged(Path(sys.argv[2])))
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "answers" / "diagnosis"))
