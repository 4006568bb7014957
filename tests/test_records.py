"""A record of six fields or more is built with keywords: nineteen arguments in a row say nothing, and two of them change
places unseen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

MANY = 6
FROM_ROWS = {  # made of a row of a database or of JSON, whose order is the record's own
    "grader/gradebook/book.py: Student",
    "grader/gradebook/work.py: Summary",
    "grader/record/codec.py: CheckResult",
    "grader/record/codec.py: ExerciseResult",
}


def _sources() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("grader", "reports", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _module(name: str) -> str:
    return ".".join(Path(name).with_suffix("").parts).removesuffix(".__init__")


def _large_records() -> set[tuple[str, str]]:
    """(module, name) of each NamedTuple with so many fields."""
    return {
        (_module(name), node.name)
        for name, tree in _sources()
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in node.bases)
        and sum(isinstance(item, ast.AnnAssign) for item in node.body) >= MANY
    }


def test_large_records_are_built_with_keywords() -> None:
    large = _large_records()
    assert ("grader.model", "ExerciseResult") in large

    found = set()
    for name, tree in _sources():
        here = {record for module, record in large if module == _module(name)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                here |= {one.asname or one.name for one in node.names if (node.module, one.name) in large}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in here and node.args:
                starred = isinstance(node.args[0], ast.Starred) and f"{name}: {node.func.id}" in FROM_ROWS
                if not starred:
                    found.add(f"{name}:{node.lineno} {node.func.id}")

    assert not found
