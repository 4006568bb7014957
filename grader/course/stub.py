"""What a student begins with: the reference without its solutions."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from grader.model import Exercise

BLOCK = re.compile(r"^( *)# BEGIN SOLUTION\n.*?^\1# END SOLUTION\n", re.MULTILINE | re.DOTALL)


def make_stub(reference_source: str) -> str:
    """A marked block becomes a line to replace, at top level nothing."""
    return BLOCK.sub(
        lambda match: (
            f"{match[1]}raise NotImplementedError  # write your answer here / ここに書く\n" if match[1] else ""
        ),
        reference_source,
    )


def pristine_stub(exercise: Exercise) -> str:
    """The stub as it was handed out. Made anew where that can be: in a clone people write their answers into its files."""
    return pristine_source(exercise.stub, exercise.solution)


def kind_of(exercise: Exercise, symbol: str) -> str:
    """Whether an answer defines `symbol` as a "class" or a "function", as the stub does; empty if the stub does not say."""
    return _kinds(pristine_stub(exercise)).get(symbol, "")


@lru_cache(1024)
def _kinds(stub: str) -> dict[str, str]:
    heads = re.findall(r"^(?:async +)?(def|class) +(\w+)", stub, re.MULTILINE)
    return {name: "class" if head == "class" else "function" for head, name in heads}


def pristine_source(stub: Path, solution: Path | None) -> str:
    reference = solution / stub.name if solution else None
    if reference and reference.is_file():
        return make_stub(reference.read_text(encoding="utf-8"))
    return stub.read_text(encoding="utf-8") if stub.is_file() else ""
