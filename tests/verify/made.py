"""Made-up courses for the tests of `grade verify`: the small course with other files in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.verify import write_stub
from grader.verify.certificate import Finding

SHOWN, KEPT = "exercises/01_first/double", "solutions/01_first/double"

LAYER = '''class Double:
    def __init__(self, scale=2.0):
        self.scale = scale

    def forward(self, x):
        """Return y. / 順伝播"""
        # BEGIN SOLUTION
        self.x = x
        return self.scale * x
        # END SOLUTION

    def backward(self, dout):
        """Return dx; set self.ds. / 逆伝播"""
        # BEGIN SOLUTION
        self.ds = (dout * self.x).sum()
        return self.scale * dout
        # END SOLUTION
'''
LAYERS_TOML = 'title = {{ en = "Double", ja = "2 倍" }}\npoints = {points}\nsymbols = ["Double"]\nsources = []\n' + (
    '[[hints]]\nen = "a"\nja = "あ"\n' * 3
)
STATEMENT = (
    "# Double\n\n`Double(scale=2.0)`: `y = forward(x)`; `backward(dout)` returns the gradient of `x` and sets `ds`.\n"
)


def oracle_of(root: Path, files: dict[str, str]) -> Oracle:
    """The small course's exercise, once these files are in it."""
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    course = load_course(root)
    write_stub(course.exercises[-1])
    return Oracle(course, course.exercises[-1], 0)


def layer(root: Path, checks: str, hidden: str = "", mistakes: str = "", points: float = 4) -> Oracle:
    """An exercise about a layer of one weight, with these checks."""
    files = {
        f"{SHOWN}/exercise.toml": LAYERS_TOML.format(points=points),
        f"{SHOWN}/README.md": STATEMENT,
        f"{SHOWN}/README.ja.md": STATEMENT,
        f"{SHOWN}/checks.py": f"from grader.authoring import check, gradient_check, shipped\n\n{checks}",
        f"{KEPT}/checks.py": f"from grader.authoring import check\n\n{hidden}",
        f"{KEPT}/double.py": LAYER,
        f"{KEPT}/mistakes.py": f"from grader.authoring import changed, mistake, reference\n\n{mistakes}",
        f"{KEPT}/alternatives.py": "",
    }
    return oracle_of(root, files)


def said(findings: Iterable[Finding]) -> list[str]:
    return [f"{one.path.parent.parent.parent.name}/{one.path.name}: {one.text.en}" for one in findings]
