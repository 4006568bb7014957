"""`grade verify --propose` on a small course: what it prints is Python, and with words it is mistakes that verify."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from grader.checks.rewrite import rewritten
from grader.model import NOTHING
from grader.verify.mutate import mutants
from grader.verify.propose import Proposal, as_lines, as_python
from tests.cli.test_cli import grade
from tests.course_maker import make_course

REFERENCE = '''def double(x):
    """Twice x."""
    # BEGIN SOLUTION
    n = 0
    while n < 1:
        n += 1
    if (
        x.size > 0  # an array may be empty
    ):
        y = x * 2
        y = y + 0.5
        y = y - 0.5
        return y
    return x + 0.5 - 0.5
    # END SOLUTION
'''


def with_words(printed: str) -> str:
    """What is printed, as an author completes it."""
    numbers = iter(range(1000))
    completed = re.sub("…", lambda _: f"slip-{next(numbers)}", printed)
    completed = re.sub('en=""', lambda _: f'en="Slip {next(numbers)}."', completed)
    return re.sub('ja=""', lambda _: f'ja="誤り {next(numbers)}。"', completed)


def test_what_is_proposed_needs_only_words_to_verify(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    mistakes = root / "solutions" / "01_first" / "double" / "mistakes.py"
    before = mistakes.read_text(encoding="utf-8")

    printed = grade("verify", "--propose", "double", "--course", root)

    assert printed.returncode == 0 and printed.stderr == ""
    assert mistakes.read_text(encoding="utf-8") == before
    assert (
        'changed("…", {"return x * 2 if secret else x": "return x * 3 if secret else x"}, en="", ja="")'
        in printed.stdout
    )
    assert "# line 5, rejected by doubles, more\n# told today: " in printed.stdout
    count = printed.stdout.count("changed(")
    said = re.findall(
        r"of (\d+) changes of the reference (\d+) are rejected, and (\d+) of these are named. (\d+) stand above; (\d+) more",
        printed.stdout,
    )
    tried, rejected, named, proposed, alike = (int(number) for number in said[0])
    assert tried > rejected - 1 and proposed == count > 3 and named + proposed + alike == rejected and named == 0

    mistakes.write_text(
        before.replace("import mistake", "import changed, mistake") + "\n\n" + with_words(printed.stdout),
        encoding="utf-8",
    )
    verified = grade("verify", "double", "--course", root)
    assert verified.returncode == 0, verified.stdout
    assert f"{count + 1} mistakes" in verified.stdout
    again = grade("verify", "--propose", "double", "--course", root).stdout
    assert "changed(" not in again and f"{rejected} are rejected, and {rejected} of these are named. 0 stand" in again


def test_changes_that_never_end_are_left_out_and_many_exercises_are_worked_through(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    assert grade("new", "01_first/other", "--like", "double", cwd=root).returncode == 0
    (root / "solutions" / "01_first" / "double" / "double.py").write_text(REFERENCE, encoding="utf-8")

    result = grade("verify", "--propose", "--course", root, "--format", "json")

    found = {one["id"]: one for one in json.loads(result.stdout)["exercises"]}
    assert result.returncode == 0 and set(found) == {"double", "other"}
    assert all(set(one) == {"line", "before", "after", "checks", "told"} for one in found["double"]["proposed"])
    proposed = [one["after"] for one in found["double"]["proposed"]]
    assert "y = x * 3" in proposed and "if False:" in proposed
    double = found["double"]
    parts = (double["named"], len(double["proposed"]), double["alike"], double["unfit"])
    assert sum(parts) == double["rejected"] <= double["mutants"]
    assert double["unfit"] > 0  # `n += 1` may be lost
    for one in double["proposed"]:
        assert rewritten(REFERENCE, {one["before"]: one["after"]})
    assert "0 stand above" not in grade("verify", "--propose", "other", "--course", root).stdout


def test_a_change_can_be_written_as_lines_wherever_it_stands() -> None:
    every = list(mutants(REFERENCE))

    for mutant in every:
        lines = as_lines(mutant, REFERENCE)
        assert lines is not None, mutant
        changed = rewritten(REFERENCE, lines)
        assert ast.unparse(ast.parse(changed)) == ast.unparse(ast.parse(mutant.source))
        assert len(next(iter(lines)).splitlines()) <= 3, lines


@pytest.mark.parametrize(
    ("source", "before", "after", "lines"),
    [
        ("a = x\nb = x + 1\nreturn a + b", "a = x", "pass", {"a = x": "pass"}),
        ("if x:\n    y = 1\ny = 1\nreturn y", "y = 1", "y = 2", {"if x:\n    y = 1": "if x:\n    y = 2"}),
        ("if x:\n    y = 1\ny = 1\nreturn y", "return y", "return None", {"return y": "return None"}),
        ("if x > 1:\n    return 1\nelif x > 0:  # small\n    return 2\nreturn 3", "if x > 0:\n    return 2", "if x >= 0:\n    return 2", {"elif x > 0:": "elif x >= 0:"}),
        ("return f(\n    x,  # first\n    y,\n)", "return f(x, y)", "return f(y, x)", {"return f(\n    x,\n    y,\n)": "return f(y, x)"}),
        ("self.x = x\nreturn x", "self.x = x", "if not hasattr(self, '_kept_x'):\n    self.x = x\n    self._kept_x = True", {"self.x = x": "if not hasattr(self, '_kept_x'):\n    self.x = x\n    self._kept_x = True"}),
        ("a = x; b = x + 1\nreturn a + b", "b = x + 1", "b = x - 1", None),
    ],
)  # fmt: skip
def test_the_lines_of_a_change(source: str, before: str, after: str, lines: dict[str, str] | None) -> None:
    body = source.replace("\n", "\n    ")
    reference = f"def f(self, x, y=0):\n    # BEGIN SOLUTION\n    {body}\n    # END SOLUTION\n"
    mutant = [one for one in mutants(reference) if (one.before, one.after) == (before, after)][-1]

    assert as_lines(mutant, reference) == lines


def test_a_long_change_is_laid_out_over_lines() -> None:
    line = "y = " + " + ".join(f"x{number}" for number in range(8))
    one = Proposal(1, line, f'{line} + "a"', ("doubles",), NOTHING)

    laid_out = as_python(one)

    assert max(map(len, laid_out.splitlines())) <= 120 < len(laid_out)
    assert ast.unparse(ast.parse(laid_out)).startswith("changed('…', {'y = x0")


def test_nothing_is_proposed_where_lines_fit_no_longer_and_no_table_is_written(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    mistakes = root / "solutions" / "01_first" / "double" / "mistakes.py"
    mistakes.write_text('from grader.authoring import changed\n\nchanged("own", {"y": "z"}, en="a", ja="b")\n')

    result = grade("verify", "--propose", "double", "--course", root)

    assert result.returncode == 1
    assert f"# {mistakes}: own: 'y' does not stand in the reference" in result.stdout
    refused = grade("verify", "--propose", "--write-table", "--course", root)
    assert refused.returncode == 2 and "there is no table to write" in refused.stderr


def test_an_open_ended_exercise_is_not_asked(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    path = root / "exercises" / "01_first" / "double" / "exercise.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("points = 4", "points = 4\nopen_ended = true"), "utf-8")

    result = grade("verify", "--propose", "double", "--course", root)

    assert (result.returncode, result.stdout) == (0, "# double is open-ended, so no changes are tried.\n")
