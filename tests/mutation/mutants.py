"""The mutants of a module: its source with one thing changed, by the operators of mutmut.

Left out, because other tools hold them: annotations, and what `cast` is told (mypy); the words of messages (the catalogue of
translations would lack them: `tests/test_words.py`). Left out as more of the same: further changes of one text, which is either
looked at or not; an argument taken away from before others, which then all come in the wrong place. Left out as an
assertion, which never comes true: whether a `zip` is strict.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst
import libcst.matchers as m
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

_WORDS = m.Name("text") | m.Name("ntext") | m.Name("say")


class Mutant(NamedTuple):
    """
    Attributes:
        number: from 1, in the order of the module.
        line: where it begins to differ.
        before, after: the lines that differ, without their indentation.
    """

    number: int
    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant that compiles and differs from all before it."""
    visitor = MutationVisitor(mutation_operators, IgnoredCode(set(), set(), set()))
    wrapper = MetadataWrapper(cst.parse_module(source))
    spans = wrapper.resolve(ByteSpanPositionProvider)
    module = wrapper.visit(visitor)
    left_out, data = _left_out(wrapper.module), source.encode()
    seen = {_meaning(source)}
    number = 0
    for mutation in visitor.mutations:
        node = mutation.original_node
        if id(node) in left_out or _says_little(node, mutation.mutated_node):
            continue
        if isinstance(node, cst.BaseString):
            left_out.add(id(node))
        start, end = spans[node].start, spans[node].start + spans[node].length
        new = module.code_for_node(_bare(mutation.mutated_node, node)).encode()
        changed = (data[:start] + new + data[end:]).decode()
        meaning = _meaning(changed)
        if meaning is None or meaning in seen:
            continue
        seen.add(meaning)
        number += 1
        first, last = data.rfind(b"\n", 0, start) + 1, (data.find(b"\n", end) + len(data)) % len(data)
        before, after = data[first:last].decode(), (data[first:start] + new + data[end:last]).decode()
        yield Mutant(number, data.count(b"\n", 0, start) + 1, _plain(before), _plain(after), changed)


def _left_out(module: cst.Module) -> set[int]:
    """The nodes, by their ids, of which no mutant is made."""
    found = {id(argument.value) for argument in m.findall(module, m.Arg(keyword=m.Name("strict")))}
    for call in m.findall(module, m.Call(func=_WORDS | m.Name("cast"))):
        assert isinstance(call, cst.Call)
        if call.args:
            found |= {id(node) for node in _walk(call.args[0].value)}
        if m.matches(call.func, m.Name("cast")):
            found.add(id(call))
    return found


def _says_little(node: cst.CSTNode, changed: cst.CSTNode) -> bool:
    """Whether it takes away an argument that others follow, one of a message, or changes what makes a `zip` strict."""
    if not (isinstance(node, cst.Call) and isinstance(changed, cst.Call)):
        return False
    pairs = enumerate(zip(node.args, changed.args, strict=False))
    place = next((n for n, (one, other) in pairs if one is not other), len(changed.args))
    keyword = node.args[place].keyword if place < len(node.args) else None
    if keyword is not None and keyword.value == "strict":
        return True
    taken = len(changed.args) < len(node.args)
    return taken and (m.matches(node.func, _WORDS) or (place < len(changed.args) and keyword is None))


def _bare(changed: cst.CSTNode, node: cst.CSTNode) -> cst.CSTNode:
    """Without the parentheses round it: those of the code stay where they are."""
    return changed.with_changes(lpar=[], rpar=[]) if getattr(node, "lpar", ()) and hasattr(changed, "lpar") else changed


def _walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _meaning(source: str) -> str | None:
    """The program without its spaces and spellings (1e200 is 1e+200); None if it is none."""
    try:
        compile(source, "mutant", "exec")
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


def _plain(lines: str) -> str:
    return " / ".join(line.strip() for line in lines.split("\n"))
