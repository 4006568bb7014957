"""Which of the sources of a hand-in answers an exercise, what it needs of the others, and what is said of those that do not."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from grader.model import Answer, Cell, Exercise, Text, renumbered, same
from grader.sandbox.inside.handed_in import PACKAGE, is_pythons
from grader.submission.definitions import imported_names, seems_to_define
from grader.submission.given import given_by_others
from grader.submission.near_misses import near_misses
from grader.submission.sources import EXACTLY, Source, Worth, is_for_another, without, worth
from grader.words import listed, text

MOST_NAMES = 30  # in one note
MAX_MODULES = 300
MAX_IMPORTED = 8 << 20  # characters
_COPY = re.compile(r"(?: ?\(\d+\)|-\d+| ?-? copy(?: \d+)?)\.py$")


class Choice(NamedTuple):
    """
    Attributes:
        used: paths of the files that it is made of.
        begun: paths of those that were begun, and are not graded; the answer's notes name them.
        expected: whether its file's name, or its cells, say that it is meant for this exercise.
        almost: of the answer's notes, what is called almost as what is asked for.
    """

    answer: Answer
    used: frozenset[str]
    begun: frozenset[str]
    expected: bool = True
    almost: tuple[Text, ...] = ()


def choose(exercise: Exercise, sources: Sequence[Source]) -> Choice | None:
    """The answer to an exercise, if there is one: the source for which most speaks, with what it lacks and others have."""
    ranked = sorted(_candidates(exercise, sources), key=lambda one: one[0], reverse=True)
    if not ranked:
        return _almost(exercise, sources)
    (best, chosen), *others = ranked
    answer, joined = _completed(chosen, [source for _, source in others], exercise, best)
    begun = [
        source
        for at, source in others
        if at.finished and source.path not in joined and not is_for_another(source, exercise)
    ]
    notes = answer.notes
    if begun:
        notes += (_one_of_several(str(chosen.path), [str(source.path) for source in begun]),)
    elif best.near < EXACTLY and len(sources) > 1:
        notes += (text("{path} is graded, for what it defines.", path=chosen.path),)
    almost = tuple(near_misses(answer.own, exercise))
    if not best.finished:
        almost += tuple(note for _, one in others[:MOST_NAMES] for note in near_misses(one.cells, exercise))
        rest = [one for one in sources if exercise.id not in one.answers and not is_for_another(one, exercise)]
        almost += tuple(note for one in rest[:MOST_NAMES] for note in near_misses(one.cells, exercise))
    notes += almost
    imported = _imported(answer, chosen, _modules(sources, exercise))
    if len(imported) > MAX_MODULES or sum(map(len, imported.values())) > MAX_IMPORTED:
        why = text(
            "{name} imports more than {files} files or {mebibytes} MiB of the hand-in; hand in what it needs alone.",
            name=answer.name, files=MAX_MODULES, mebibytes=MAX_IMPORTED >> 20,
        )  # fmt: skip
        return Choice(Answer(answer.name, (), problem=why), frozenset([str(chosen.path), *imported]), frozenset())
    cells = renumbered([*answer.own, *(Cell(1, code, same(path), path) for path, code in imported.items())])
    used = {str(chosen.path), *map(str, joined), *imported}
    answer = answer._replace(cells=cells, notes=notes, path=str(chosen.path))
    return Choice(
        answer,
        frozenset(used),
        frozenset(str(one.path) for one in begun),
        expected=best.near >= EXACTLY,
        almost=almost,
    )


def _almost(exercise: Exercise, sources: Sequence[Source]) -> Choice | None:
    """What defines something that is called almost as it should be: it is no answer, and says why."""
    for source in sources:
        notes = () if is_for_another(source, exercise) else tuple(near_misses(source.cells, exercise))
        if notes:
            answer = Answer(source.path.name, renumbered(source.cells), str(source.path), notes)
            return Choice(answer, frozenset([str(source.path)]), frozenset(), almost=notes)
    return None


def _candidates(exercise: Exercise, sources: Sequence[Source]) -> Iterator[tuple[Worth, Source]]:
    for source in sources:
        if exercise.id in source.answers:
            found = worth(source, exercise)
            if not is_for_another(source, exercise) or found.finished == len(exercise.symbols):
                yield found, source


def _completed(
    chosen: Source, others: Sequence[Source], exercise: Exercise, best: Worth
) -> tuple[Answer, list[PurePosixPath]]:
    """The answer with the symbols that it lacks and other files define: imported, where they can be, else as further cells."""
    answer = chosen.answers[exercise.id]
    joined: list[PurePosixPath] = []
    if not best.finished or best.finished == len(exercise.symbols):
        return answer, joined
    for symbol in exercise.symbols:
        names = [symbol, *exercise.aliases.get(symbol, ())]
        if seems_to_define(answer.text, names):
            continue
        for source in others:
            more = source.answers[exercise.id]
            found = next((name for name in names if seems_to_define(more.text, [name])), "")
            if not found:
                continue
            module = _module_name(source)
            if module:
                line = f"from {module} import {found}"
                added: tuple[Cell, ...] = (Cell(1, line, same(line)),)
            else:
                added = more.own
            answer = answer._replace(cells=renumbered([*answer.own, *added]))
            joined.append(source.path)
            break
    return answer, joined


def _module_name(source: Source) -> str:
    """What a file is imported as from anywhere in the hand-in; empty if that cannot be."""
    parts = source.path.with_suffix("").parts
    is_module = bool(source.modules) and source.path.suffix == ".py" and all(map(_is_word, parts))
    return ".".join([PACKAGE, *parts]) if is_module else ""


def _is_word(part: str) -> bool:
    return part.isidentifier() and not keyword.iskeyword(part)


def _imported(answer: Answer, chosen: Source, modules: Mapping[str, str]) -> dict[str, str]:
    """The files that an answer imports, and those that these import, as far as the words of their imports tell."""
    by_word: dict[str, list[str]] = {}
    for path in modules:
        at = PurePosixPath(path)
        by_word.setdefault(package_or_module(at).name, []).append(path)
    by_lower = {word.lower(): paths for word, paths in by_word.items()}  # as Windows and macOS find them
    found: dict[str, str] = {}
    work = [cell.text for cell in answer.own]
    while work:
        words = imported_names(work.pop())
        for word in words:
            for path in by_word.get(word, by_lower.get(word.lower(), [])):
                if path not in found and path != str(chosen.path) and not _is_hidden(path, words):
                    found[path] = modules[path]
                    work.append(modules[path])
    return dict(sorted(found.items()))


def _is_hidden(path: str, words: frozenset[str]) -> bool:
    """Whether Python's own module of that name is found instead."""
    at = package_or_module(PurePosixPath(path))
    return is_pythons(at.name) and at.parent.name not in words


def package_or_module(path: PurePosixPath) -> PurePosixPath:
    """What a file is imported as, with the folders that it is in."""
    return path.parent if path.name == "__init__.py" else path.with_suffix("")


def _modules(sources: Sequence[Source], exercise: Exercise) -> dict[str, str]:
    """What can be imported, by path, without what was handed out with other exercises. A copy (`utils (1).py`, `utils-1.py`)
    stands in for what it is a copy of, where that is not there."""
    given = given_by_others(exercise)
    modules = {path: without(code, given) for source in sources for path, code in source.modules.items()}
    for path in list(modules):
        plain = _COPY.sub(".py", path)
        if plain != path and plain not in modules:
            modules[plain] = modules[path]
    return modules


def _one_of_several(chosen: str, others: Sequence[str]) -> Text:
    return text(
        "{chosen} is graded; {others} is not. To have another one graded, hand in that one alone.",
        chosen=chosen,
        others=named(others),
    )


def named(names: Sequence[str]) -> Text:
    """Names one after the other, not all of very many."""
    return listed([*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])])
