"""All that one person handed in: its sources, what could not be read, and what nothing was made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from grader.errors import SubmissionError
from grader.model import Answer, Cell, Exercise, Text, same
from grader.sandbox.inside.handed_in import is_pythons
from grader.submission.choosing import MOST_NAMES, Choice, choose, named, package_or_module
from grader.submission.definitions import imported_names
from grader.submission.files import File
from grader.submission.formats import is_archive
from grader.submission.naming import is_source, meant
from grader.submission.sources import Source, read_sources, worth
from grader.words import joined, text


class Contents(NamedTuple):
    """
    Attributes:
        sources: what could be read.
        problems: by path, why something could not be.
        others: paths of what is neither Python nor a notebook.
        spoilt: by exercise, answers that cannot be read, of files that are named after it.
    """

    sources: tuple[Source, ...]
    problems: Mapping[str, Text]
    others: tuple[str, ...]
    spoilt: Mapping[str, Answer]

    @property
    def about(self) -> frozenset[str]:
        """The exercises that it was written for, as far as it says so."""
        return frozenset().union(*(one.about for one in self.sources))


def read_contents(files: Sequence[File], exercises: Sequence[Exercise], whole: str) -> Contents:
    """Files that were read, as sources. One that is damaged costs the others nothing."""
    from grader.submission.notebook import Spent

    ids = [one.id for one in exercises]
    by_itself = {file.name for file in files}
    spent = Spent()
    sources: list[Source] = []
    problems: dict[str, Text] = {}
    others: list[str] = []
    spoilt: dict[str, Answer] = {}
    for file in files:
        path = str(file.name)
        if file.data is None and not file.problem:
            others.append(path)
            continue
        try:
            read = read_sources(file, exercises)
        except SubmissionError as error:
            about = meant(file.name, ids).exercise
            if not is_source(file.name) and not is_archive(file.name) and not file.problem:
                others.append(path)  # a text of some kind, in no encoding that is known
            elif about and file.name.suffix.lower() != ".ipynb":
                spoilt.setdefault(about, Answer(file.name.name, (), problem=error.text))
            else:
                problems[path] = error.text
        else:
            if not read[0].modules:  # a notebook
                spent = spent.and_of(read[0].cells, whole)
            sources += [read[0], *(one for one in read[1:] if one.path not in by_itself)]
    return Contents(tuple(sources), problems, tuple(others), spoilt)


def choices(contents: Contents, exercises: Sequence[Exercise]) -> dict[str, Choice]:
    """The answer to each exercise to which there is one."""
    found = {one.id: choice for one in exercises if (choice := choose(one, contents.sources))}
    for id_, answer in contents.spoilt.items():
        found.setdefault(id_, Choice(answer, frozenset(), frozenset()))
    return found


def whatever(contents: Contents, exercise: Exercise) -> dict[str, Choice]:
    """A single file as the answer, whatever it defines."""
    for source in contents.sources:
        for path, code in source.modules.items():
            answer = Answer(source.path.name, (Cell(1, code, same(source.path.name)),), path)
            named_so = source._replace(answers={exercise.id: answer})
            if choice := choose(exercise, [named_so]):
                return {exercise.id: choice}
    return {}


def found_where(chosen: Mapping[str, Choice]) -> Iterator[Text]:
    """What is said, of all exercises together, of answers in files that are not called as one would expect, and of the files
    that were begun and are not taken."""
    places: dict[str, list[str]] = {}
    for id_, one in chosen.items():
        if not one.expected:
            places.setdefault(one.answer.path, []).append(id_)
    parts = [text("{exercises} in {path}", exercises=named(ids), path=path) for path, ids in places.items()]
    if parts:
        more = [same("…")] * (len(parts) > MOST_NAMES)
        yield text("answers found: {where}.", where=joined([*parts[:MOST_NAMES], *more], ", ", "、"))
    taken = {path for one in chosen.values() for path in one.used}
    begun = sorted({path for one in chosen.values() for path in one.begun} - taken)
    if begun:
        yield text("not used: {names}: other files are graded for the same exercises.", names=named(begun))


def unused(contents: Contents, chosen: Mapping[str, Choice], exercises: Sequence[Exercise]) -> Iterator[Text]:
    """What is said of the files of which nothing was made. Those that were begun the answers' own notes name."""
    told = {path for one in chosen.values() for path in (*one.used, *one.begun)}
    rest = [source for source in contents.sources if str(source.path) not in told and not told & source.modules.keys()]
    imported = {word for one in chosen.values() for word in imported_names(one.answer.text)}
    hidden = [one for one in rest if is_pythons(name := package_or_module(one.path).name) and name in imported]
    for source in hidden:
        yield text(
            "{path} is not used: `import {module}` means Python's own module of that name; give the file another name.",
            path=source.path, module=package_or_module(source.path).name,
        )  # fmt: skip
    by_id = {one.id: one for one in exercises}
    stubs = [one for one in rest if any(_is_bare(one, by_id[id_]) for id_ in one.answers)]
    if stubs:
        yield text("not used: {names}: what is asked for is not written there yet.", names=_names(stubs))
    empty = [one for one in rest if one not in hidden and one not in stubs and is_source(one.path)]
    if empty:
        yield text("not used: {names}: nothing that is asked for is defined there.", names=_names(empty))
    texts = [str(one.path) for one in rest if one not in hidden and one not in stubs and not is_source(one.path)]
    if texts or contents.others:
        others = named([*contents.others, *texts])
        yield text("not used: {names}: neither Python nor a notebook.", names=others)


def _is_bare(source: Source, exercise: Exercise) -> bool:
    """Whether it defines what is asked for, with nothing in it."""
    at = worth(source, exercise)
    return bool(at.defined) and not at.finished


def _names(sources: Sequence[Source]) -> Text:
    return named([str(one.path) for one in sources])
