"""The layers that pyproject.toml draws hold in the code, and every part of the program has its place among them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import ROOT


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def test_each_part_imports_of_those_below_it_alone() -> None:
    result = _lint(ROOT)

    assert result.returncode == 0, result.stdout
    assert "4 kept, 0 broken" in result.stdout


def test_every_part_has_its_layer() -> None:
    """A new part that nobody lists could import whatever it likes."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    listed = {name for layer in settings["contracts"][0]["layers"] for name in layer.split(" : ")}
    parts = {
        f"grader.{path.stem}"
        for path in (ROOT / "grader").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }

    assert parts - {"grader.__init__"} == {name for name in listed if name.startswith("grader.")}


def test_of_the_sandbox_a_check_knows_what_travels_and_what_carries_it_out() -> None:
    """The list of what is forbidden is all there is but these."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    sandbox = ROOT / "grader" / "sandbox"
    there = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sandbox.rglob("*.py")
        if path.stem != "__init__"
    }

    assert there - set(settings["contracts"][2]["forbidden_modules"]) == {
        "grader.sandbox.inside.calling",
        "grader.sandbox.inside.interpreter",
        "grader.sandbox.inside.wire",
    }
