"""What every beginner does, seen in the code before it runs: names that are nearly right, a `self` that is missing, a `return`
in a loop. Runs inside the jail.

Each finding is a plain fact about a line, `(slug, line, words…)`; the grader's `diagnose/slips.py` puts it into words and
decides what it explains. So nothing may be found that is not so, however unusual the style. In doubt nothing is found.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from ..parsing import Source, parse
from ..pieces import Wanted, in_pieces
from ..selection import Selection
from .arguments import of_arguments
from .code import Slip, code_of
from .flow import of_flow
from .lines import of_lines
from .names import of_names

MAX_SLIPS = 30


def find_slips(
    sources: Sequence[Source], wanted: Sequence[Wanted], stub: str, raised: Collection[int] = ()
) -> list[Slip]:
    """The slips in an answer that raised exceptions in these lines; those of names first. None where a part of it cannot be
    read."""
    own, broken = parse([one for one in sources if not one.module])
    if broken:
        return []
    selection = Selection(in_pieces(own), "")
    answers: dict[str, ast.stmt] = {}
    for one in wanted:
        index = selection.best(one, lambda node: 0)
        if index is not None:
            selection.need(index)
            answers[one.symbol] = selection.statements[index].node
    statements = [one.node for one in selection.statements]
    code = code_of(
        statements=statements,
        needed=[statements[index] for index in sorted(selection.before)],
        stub=ast.parse(stub).body,
        wanted=wanted,
        answers=answers,
        alone=not any(one.module for one in sources),
        raised=raised,
    )
    found = dict.fromkeys([*of_names(code), *of_arguments(code), *of_flow(code), *of_lines(code)])
    return list(found)[:MAX_SLIPS]
