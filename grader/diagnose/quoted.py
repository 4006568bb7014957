"""Whether a sentence about an answer quotes code that is there.

Numbers may show what was done and not how: the batches were drawn with replacement, by `rng.choice` or in another way. A sentence
that quotes what the answer does not have is said with *perhaps*.
"""

from __future__ import annotations

import re

# `where` and `for` part what stands there from what belongs there; else one of several ways is enough
_CALLED = re.compile(r"\b(?:np|rng|math)\.(?:[a-z_]+\.)*([a-z_0-9]+)")
_COMPARED = re.compile(r"(?<![-<>=!])(<=|>=|<|>|==)(?![-=<>])")
_INSTEAD = re.compile(r"(?<![-<>=!])(<=|>=|<|>|==) (?:where|for|in place of) (<=|>=|<|>|==)")
_COMMENT = re.compile(r"#[^\n]*")


def is_quoted_truly(said: str, code: str) -> bool:
    """Whether the answer's `code` has what an English sentence quotes: the operator that is wrong and not the one in its place, and of several functions or
    operators any one. Of a sentence that quotes nothing it is so, and where the code is not known."""
    if not code:
        return True
    bare = without_comments(code)
    compared = set(_COMPARED.findall(bare))
    if both := _INSTEAD.search(said):
        return both[1] in compared and both[2] not in compared
    words, operators = set(_CALLED.findall(said)), set(_COMPARED.findall(said))
    if not words and not operators:
        return True
    return any(re.search(rf"\b{re.escape(word)}\b", bare) for word in words) or bool(operators & compared)


def without_comments(code: str) -> str:
    """As far as that can be told without parsing it: a text with `#` in it loses its end."""
    return _COMMENT.sub("", code)
