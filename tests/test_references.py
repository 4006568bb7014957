"""Every file of ours that a docstring, a comment or a page names is where it says."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

NAMED = re.compile(r"(?<![\w./<*{>-])[A-Za-z_][\w./-]*?(?:\.py|\.md|\.js|\.j2|/)(?![\w*<{(])")
PAGES = ("README.md", "CONTRIBUTING.md", "docs/how-it-works.md", "docs/scale.md", "docs/fairness.md")
FOLDERS = ("grader", "reports", "gradkata", "tests", "benchmarks")
# Not ours, or not there until somebody makes it: what people hand in, what an exercise's or a student's folder holds.
OTHERS = re.compile(
    r"(.*/)?(affine|relu|sigmoid|double|answer|random|ID|NAME|checks|mistakes|alternatives|families|"
    r"unit|README|grader|adam|alice|(affine|relu|utils)-\d|utils|relu\.|\w+_assignsubmission_file_affine|\w+_LATE_\w+|versions/000N_\w+)\.(py|md)|.*_\.py"
)


def _said(path: Path) -> Iterator[tuple[int, str]]:
    """Lines of a page, or of a module's comments and texts that are no code."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from enumerate(source.splitlines(), 1)
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        documents = token.type == tokenize.STRING and token.string.startswith('"""')
        if token.type == tokenize.COMMENT or documents:
            yield from enumerate(token.string.splitlines(), token.start[0])


def _is_there(name: str, folder: Path) -> bool:
    """From the root, from the file's own folder, or from one of our packages."""
    return any(
        (base / name).exists()
        for base in (ROOT, folder, *folder.parents, ROOT / "grader", ROOT / "reports", ROOT / "reports" / "static")
    )


def test_what_is_named_is_there() -> None:
    pages = [ROOT / name for name in PAGES]
    modules = [
        path
        for name in FOLDERS
        for path in sorted((ROOT / name).rglob("*.py"))
        if not {"answers", "cases"} & set(path.parts)
    ]
    lost = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in (*pages, *modules)
        for line, said in _said(path)
        for name in NAMED.findall(said)
        if name.endswith((".py", ".md", ".js", ".j2"))
        and not OTHERS.fullmatch(name)
        and not _is_there(name, path.parent)
    ]

    assert lost == []
