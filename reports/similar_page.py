"""Answers that are more alike than is usual, as one HTML page with their lines side by side."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from grader.classroom.base_rate import Rate
from grader.classroom.similarity import Evidence, Group, Pair, Similarity
from grader.model import Language, Text
from reports.code import LONGEST_LINE, Span, spans
from reports.escape import clean
from reports.html import environment, stylesheet
from reports.similarity import MEANING, RULE, evidence_words, group_words, headline, name_of, pair_words, rate_words

MOST_PAIRS = 500  # of a page; more nobody reads, and it must stay small


@dataclass(frozen=True)
class Side:
    """A line of one of the two answers."""

    number: int
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class ShownEvidence:
    exercise: str
    sentences: tuple[str, ...]
    rows: tuple[tuple[Side, Side], ...]


@dataclass(frozen=True)
class ShownPair:
    title: str
    names: tuple[str, str]
    evidence: tuple[ShownEvidence, ...]


@dataclass(frozen=True)
class ShownGroup:
    """`title` is empty for two."""

    title: str
    pairs: tuple[ShownPair, ...]


@dataclass(frozen=True)
class SimilarPage:
    """
    Attributes:
        rates: each exercise, and what is usual in it.
        left_out: pairs that are not on the page.
    """

    lang: Language
    course: str
    headline: str
    meaning: str
    rule: str
    groups: tuple[ShownGroup, ...]
    rates: tuple[tuple[str, str], ...]
    left_out: int


def similar_html(result: Similarity, names: Mapping[str, str], course: Text, lang: Language) -> str:
    """The page as one file that needs no other: no script, no request, the same bytes for the same result."""
    style = stylesheet("progress") + stylesheet(
        "similar"
    )  # one family: colours and letters come from the student's report
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment(lang).get_template("similar.html.j2")
    # style is our own file; escaping its quotes would break both it and the hash that the policy names
    return template.render(page=page(result, names, course, lang), style=Markup(style), digest=digest) + "\n"


def page(result: Similarity, names: Mapping[str, str], course: Text, lang: Language) -> SimilarPage:
    rates = {rate.exercise: rate for rate in result.rates}
    groups: list[ShownGroup] = []
    room = MOST_PAIRS
    for group in result.groups:
        if room > 0:
            groups.append(_group(group, room, rates, names, lang))
        room -= len(group.pairs)
    return SimilarPage(
        lang=lang,
        course=course.in_(lang),
        headline=headline(result).in_(lang),
        meaning=MEANING.in_(lang),
        rule=RULE.in_(lang),
        groups=tuple(groups),
        rates=tuple((rate.exercise, rate_words(rate).in_(lang)) for rate in result.rates),
        left_out=max(0, -room),
    )


def _group(group: Group, room: int, rates: Mapping[str, Rate], names: Mapping[str, str], lang: Language) -> ShownGroup:
    title = group_words(group, names).in_(lang) if len(group.students) > 2 else ""
    return ShownGroup(title, tuple(_pair(pair, rates, names, lang) for pair in group.pairs[:room]))


def _pair(pair: Pair, rates: Mapping[str, Rate], names: Mapping[str, str], lang: Language) -> ShownPair:
    first, second = (name_of(student, names) for student in pair.students)
    evidence = tuple(_evidence(one, rates[one.exercise], lang) for one in pair.evidence)
    return ShownPair(pair_words(pair, names).in_(lang), (first, second), evidence)


def _evidence(evidence: Evidence, rate: Rate, lang: Language) -> ShownEvidence:
    rows = tuple(
        (Side(line.first_line, _spans(line.first)), Side(line.second_line, _spans(line.second)))
        for line in sorted(evidence.lines)
    )
    sentences = tuple(said.in_(lang) for said in evidence_words(evidence, rate))
    return ShownEvidence(evidence.exercise, sentences, rows)


def _spans(row: str) -> tuple[Span, ...]:
    shown = clean(row).strip()
    return tuple(spans(shown if len(shown) <= LONGEST_LINE else shown[:LONGEST_LINE] + "…")[0])
