"""`grade verify` on a small course that is broken in one way at a time; and the mutants it tries."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from grader.course.discover import load_course
from grader.course.scaffold import names, write_exercise
from grader.model import Course
from grader.sandbox.host import Sandbox
from grader.verify import verify, verify_all, write_stub
from grader.verify.certificate import Certificate
from grader.verify.mutate import mutants
from tests.conftest import exercise, grade_sources, reference_source
from tests.course_maker import make_course, secret_of

SOLUTION = 'secret = "nothing"\n    return x * 2 if secret else x'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path)


def certificate(root: Path, sandbox: Sandbox) -> Certificate:
    course = load_course(root)
    return verify(course, course.exercises[-1], sandbox)


def said(found: Certificate) -> str:
    return "\n".join(f"{finding.path}: {finding.text.en}" for finding in found.findings)


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


# --- the course -----------------------------------------------------------------------------------------------


def test_the_small_course_is_certified(root: Path, sandbox: Sandbox) -> None:
    found = certificate(root, sandbox)

    assert found.findings == ()
    assert (found.checks, found.hidden, found.mistakes, found.alternatives, found.survived) == (2, 1, 1, 2, 0)
    assert found.mutants > 5
    assert all(margin.right < 0.1 and margin.wrong > 10 for margin in found.margins)


@pytest.mark.parametrize(
    ("name", "before", "after", "says"),
    [
        ("solutions/01_first/double/mistakes.py", "x * x", "x + x", "squared is accepted"),
        ("solutions/01_first/double/mistakes.py", "x * x", "x * x\n\n\n@mistake('twin', en='a', ja='b', hint_en='c', hint_ja='d')\ndef double(x):\n    return x**2", "twin is diagnosed as squared"),
        ("solutions/01_first/double/alternatives.py", "x + x", "x + x + 1", "sum is right, but doubles rejects it"),
        ("solutions/01_first/double/alternatives.py", '@alternative("sum")', "", "it holds 1 right answers in other styles"),
        ("solutions/01_first/double/alternatives.py", "x + x", "x + x * (1 + 3e-6)", "'sum' deviates by 0."),
        ("solutions/01_first/double/mistakes.py", "x * x", "x * 2.00005", "'squared' deviates by 2."),
        ("solutions/01_first/double/double.py", "return x * 2 if", "y = 0.0 * x\n    return x * 2 + y if", "could be"),
        ("solutions/01_first/double/double.py", "x * 2", "x * 3", "expected"),
        ("exercises/01_first/double/double.py", "raise", "pass\n    raise", "the stub is not what the reference generates"),
        ("exercises/01_first/double/README.md", "# Double", "# Double\n\nWrite `return x * 2 if secret else x`.", "it tells a line of the solution"),
        ("exercises/01_first/double/README.md", "# Double", secret_of("nothing"), "it tells the course's secret"),
        ("exercises/01_first/double/README.ja.md", "# 2 倍", "# 2 倍\n\n$$\\frac{1}{x$$", "README.ja.md: this formula cannot be shown everywhere (see `reports/statement.py`): \\frac{1}{x"),
        ("exercises/01_first/double/README.md", "# Double", "# Double\n\nIn $\\{1, 2\\}$.", "this formula cannot be shown everywhere"),
        ("exercises/01_first/double/exercise.toml", "points = 4", "points = 5", "points is 5, but the checks sum to 4"),
        ("exercises/01_first/double/exercise.toml", 'ja = "2 倍"', 'ja = ""', "title: write it"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(root: Path, sandbox: Sandbox, name: str, before: str, after: str, says: str) -> None:
    change(root / name, before, after)

    found = certificate(root, sandbox)

    if says == "expected":  # a reference that is wrong is no contradiction in itself; its alternatives say so
        says = "sum is right, but doubles rejects it"
    assert says in said(found)


def test_a_missing_statement(root: Path, sandbox: Sandbox) -> None:
    (root / "exercises" / "01_first" / "double" / "README.ja.md").unlink()

    assert "README.ja.md: the statement is missing" in said(certificate(root, sandbox))


def test_a_check_that_sees_too_little_lets_a_mutant_live(root: Path, sandbox: Sandbox) -> None:
    for folder in ("exercises", "solutions"):
        path = root / folder / "01_first" / "double" / "checks.py"
        path.write_text(path.read_text(encoding="utf-8").replace("lab.double(", "0 * lab.double("), encoding="utf-8")

    found = certificate(root, sandbox)

    assert found.survived > 0
    assert "'return x * 2 if secret else x' could be 'return x * 3 if secret else x'" in said(found)


def test_a_waiver_excuses_one_mutant_and_must_be_needed(root: Path, sandbox: Sandbox) -> None:
    solution = root / "solutions" / "01_first" / "double"
    change(solution / "double.py", SOLUTION, "y = 0.0 * x\n    return x * 2 + y")
    survivors = re.findall("'(.*)' could be '(.*)' and no check", said(certificate(root, sandbox)))
    assert survivors
    waivers = "".join(f'[[mutant]]\nbefore = "{one}"\nafter = "{other}"\nwhy = "y is 0"\n' for one, other in survivors)
    (solution / "waivers.toml").write_text(waivers)

    found = certificate(root, sandbox)
    assert (found.survived, found.waived, found.findings) == (0, len(survivors), ())

    (solution / "waivers.toml").write_text(waivers + "[[mutant]]\nbefore = 'a'\nafter = 'b'\nwhy = 'c'\n")
    assert "there is no such change any more: 'a' to 'b'" in said(certificate(root, sandbox))
    (solution / "waivers.toml").write_text("[[mutant]]\nbefore = 'a'\n")
    assert "each [[mutant]] needs before, after and why" in said(certificate(root, sandbox))


def test_an_open_ended_exercise_is_not_asked_about_mutants(root: Path, sandbox: Sandbox) -> None:
    change(root / "exercises" / "01_first" / "double" / "exercise.toml", "points = 4", "points = 4\nopen_ended = true")

    found = certificate(root, sandbox)

    assert (found.mutants, found.findings) == (0, ())


def test_checks_use_what_the_stub_the_unit_and_the_public_file_give(root: Path, sandbox: Sandbox) -> None:
    public, hidden = (root / folder / "01_first" / "double" for folder in ("exercises", "solutions"))
    change(hidden / "double.py", "def double", "def data(rng):\n    return rng.normal(size=4)\n\n\ndef double")
    change(public / "checks.py", "import check", "import check, unit")
    change(public / "checks.py", "@check", "TIMES = unit.THREE\n\n\n@check")
    (public.parent / "unit.py").write_text("THREE = 3\n")
    change(hidden / "checks.py", "import check", "import check, given, public")
    change(hidden / "checks.py", "draw.normal(2)", "public.TIMES * given.data(np.random.default_rng(0))")
    change(hidden / "checks.py", "from grader", "import numpy as np\n\nfrom grader")
    (public / "double.py").write_text("raise SystemExit  # the file of a student\n")

    assert "the stub is not what the reference generates" in said(certificate(root, sandbox))
    write_stub(load_course(root).exercises[-1])
    assert certificate(root, sandbox).findings == ()


def test_a_mutant_that_loops_or_crashes_is_rejected_and_hurts_nobody(root: Path, sandbox: Sandbox) -> None:
    solution = root / "solutions" / "01_first" / "double"
    change(
        solution / "double.py", SOLUTION,
        "n = 0\n    while n < 2:\n        n += 1\n    return x * n",
    )  # fmt: skip

    found = certificate(root, sandbox)

    assert found.mutants > found.survived > 0
    assert "'n += 1' could be 'n = n + 1'" in said(found)
    assert "could be 'pass'" not in said(found)


# --- gradient checks ------------------------------------------------------------------------------------------

LAYER = '''import numpy as np


class double:
    """y = tanh(x @ W)"""

    def __init__(self, W):
        self.W = W

    def forward(self, x):
        # BEGIN SOLUTION
        self.x, self.y = x, np.tanh(x @ self.W)
        return self.y
        # END SOLUTION

    def backward(self, dout):
        # BEGIN SOLUTION
        return (dout * (1 - self.y**2)) @ self.W.T
        # END SOLUTION
'''
CHECK = """from grader.authoring import gradient_check
import numpy as np


@gradient_check(points=2, en="doubles", ja="2 倍にする"{rtol})
def doubles(lab, draw):
    n, d, m = {sizes}
    at = {{"x": {x}, "W": draw.normal(d, m) / 4}}

    def forward(lab, x, W):
        return lab.double(W).forward(x){times}

    def gradients(lab, dout, x, W):
        layer = lab.double(W)
        layer.forward(x)
        return {{"x": layer.backward({dout})}}

    return at, forward, gradients
"""
PLAIN = {"rtol": "", "sizes": 'draw.sizes("N D M")', "x": "draw.normal(n, d)", "dout": "dout", "times": ""}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, ""),
        ({"rtol": ", rtol=1e-2"}, "dx may be off by 0.1 % in one entry"),
        ({"sizes": "1, *draw.sizes('D M')", "x": "draw.normal(1, d)"}, ""),
        ({"sizes": "3, 3, 3"}, "every matrix is square"),
        ({"sizes": "1, 1, 3", "x": "draw.normal(n, d)"}, "every batch has one row only"),
        ({"dout": "np.ones(dout.shape)"}, "disagrees with finite differences"),
        ({"dout": "0 * dout", "times": " * 0"}, "every gradient is zero"),
        ({"times": " * 2"}, "disagrees with finite differences"),
    ],
)
def test_gradient_checks_must_be_true_sharp_and_not_vacuous(
    root: Path, sandbox: Sandbox, changes: dict[str, str], says: str
) -> None:
    solution = root / "solutions" / "01_first" / "double"
    (solution / "double.py").write_text(LAYER)
    (solution.parents[2] / "exercises" / "01_first" / "double" / "checks.py").write_text(
        CHECK.format(**PLAIN | changes)
    )
    (solution / "checks.py").write_text("")

    text = "\n".join(
        line
        for line in said(certificate(root, sandbox)).splitlines()
        if ("checks.py: doubles" in line and "deviates" not in line) or "check doubles" in line
    )

    assert says in text if says else text == ""


def test_a_relu_at_its_kink_is_found_out(root: Path, sandbox: Sandbox) -> None:
    solution = root / "solutions" / "01_first" / "double"
    (solution / "double.py").write_text(
        LAYER.replace("np.tanh(x @ self.W)", "np.maximum(x @ self.W, 0)").replace("1 - self.y**2", "self.y > 0")
    )
    public = root / "exercises" / "01_first" / "double" / "checks.py"
    public.write_text(CHECK.format(**PLAIN | {"x": "0 * draw.normal(n, d)"}))
    (solution / "checks.py").write_text("")

    assert "zero" in said(certificate(root, sandbox)) or "kink" in said(certificate(root, sandbox))


# --- mutants --------------------------------------------------------------------------------------------------


def changes(source: str) -> set[str]:
    return {
        mutant.after
        for mutant in mutants(f"def f(self, x, y):\n    # BEGIN SOLUTION\n    {source}\n    # END SOLUTION\n")
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("return x + y", {"return x - y", "return x", "return y"}),
        ("return x @ y.T", {"return y.T @ x", "return x @ y"}),
        ("return x > 0", {"return x >= 0", "return x <= 0", "return x > 1"}),
        ("return np.sum(x, axis=1, keepdims=True)", {"return np.sum(x, axis=0, keepdims=True)", "return np.sum(x, axis=1)", "return np.mean(x, axis=1, keepdims=True)", "return np.sum(x, keepdims=True)"}),
        ("x += y", {"x = x + y", "x = y", "x -= y", "pass"}),
        ("self.x = x", {"pass", "if not hasattr(self, '_kept_x'):\n    self.x = x\n    self._kept_x = True"}),
        ("return np.where(x, 1.0, y)", {"return np.where(1.0, x, y)", "return np.where(x, y, 1.0)"}),
        ("return x.copy()", {"return x"}),
        ("return -x", {"return x", "return None"}),
        ("f, i = x, y", {"i, f = (x, y)", "f, i = (y, x)"}),
        ("return 0.5 * x", {"return 0.55 * x", "return 0.0 * x", "return 0.5"}),
    ],
)  # fmt: skip
def test_the_slips_that_people_make_are_tried(source: str, expected: set[str]) -> None:
    assert expected <= changes(source)


def test_only_the_solution_is_changed_and_every_mutant_is_python() -> None:
    source = "import numpy as np\n\n\ndef given(x):\n    return x + 1\n\n\ndef f(x):\n    # BEGIN SOLUTION\n    return x * 2\n    # END SOLUTION\n"
    found = list(mutants(source))

    assert found and all("return x + 1" in mutant.source for mutant in found)
    assert len({mutant.source for mutant in found}) == len(found)
    for mutant in found:
        ast.parse(mutant.source)
        assert mutant.line == 10 and mutant.before == "return x * 2" != mutant.after


@pytest.mark.parametrize("id_", ["affine", "lstm_layer", "numerical_gradient", "adam"])
def test_a_reference_that_is_only_written_anew_still_passes(course: Course, sandbox: Sandbox, id_: str) -> None:
    """Otherwise all its mutants would fail for another reason than their change."""
    source = ast.unparse(ast.parse(reference_source(course, id_)))

    assert grade_sources(course, sandbox, {id_: source}).exercises[0].status == "passed"


def test_certificates_come_in_order_from_all_cores(course: Course) -> None:
    chosen = [exercise(course, id_) for id_ in ("softmax", "sigmoid")]

    found = list(verify_all(course, chosen))

    assert [one.exercise.id for one in found] == ["softmax", "sigmoid"]
    assert [one.findings for one in found] == [(), ()]


# --- a new exercise -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["01_first", "02_second"])
def test_a_new_exercise_is_certified_as_it_stands(root: Path, sandbox: Sandbox, unit: str) -> None:
    written = write_exercise(root, unit, "zebra")
    course = load_course(root)

    found = verify(course, exercise(course, "zebra"), sandbox)

    assert found.findings == ()
    assert all(path.is_file() for path in written)
    assert course.unit_title(unit).ja != unit


@pytest.mark.parametrize(
    "word", ["relu", "05_backprop/", "05_backprop/Relu", "backprop/relu", "05_backprop/a/b", "../x/y"]
)
def test_what_is_no_name_for_an_exercise(word: str) -> None:
    assert names(word) is None
