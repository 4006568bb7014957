"""The curriculum as a table in Markdown: what every exercise asks, and how well it is guarded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from grader.model import Course
from grader.verify.certificate import Certificate

HEAD = """# The curriculum

`grade verify --write-table` writes this page out of the course, and `grade verify` fails when it is out of date.

- **Checks**: those in brackets are hidden.
- **Mistakes**: wrong answers that people write, each of which is rejected and named.
- **Mutants**: small changes of the reference, of which the checks must reject every one; those in brackets are equally right, each with
  its reason in `waivers.toml`. An open-ended exercise is checked for what it reaches, so there are none.
"""


def table(course: Course, certificates: Sequence[Certificate]) -> str:
    """`certificates`: one for each exercise of the course, in its order."""
    parts = [HEAD]
    for unit, rows in groupby(certificates, lambda one: one.exercise.unit):
        title = course.units.get(unit)
        parts.append(f"\n## {unit}" + (f": {title.en} / {title.ja}" if title else "") + "\n\n")
        parts.append("| Exercise | | Points | Checks | Mistakes | Right styles | Mutants rejected | After | From |\n")
        parts.append("|---|---|--:|--:|--:|--:|--:|---|---|\n")
        parts += [_row(one) for one in rows]
    return "".join(parts)


def _row(one: Certificate) -> str:
    exercise = one.exercise
    path = f"../exercises/{exercise.unit}/{exercise.id}/"
    mutants = f"{one.noticed} of {one.noticed + one.survived}, {one.score:.0f} % ({one.waived})"
    cells = [
        f"[{exercise.id}]({path}README.md)",
        f"{exercise.title.en} / [{exercise.title.ja}]({path}README.ja.md)",
        f"{exercise.points:g}",
        f"{one.checks} ({one.hidden})",
        f"{one.mistakes}",
        f"{one.alternatives}",
        "open-ended" if exercise.open_ended else mutants,
        ", ".join(exercise.requires),
        "; ".join(exercise.sources),
    ]
    return "| " + " | ".join(cells) + " |\n"
