"""Answers that are more alike than is usual, in words, on a terminal and as JSON. `similar_page.py` shows the lines themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from grader.classroom.base_rate import Rate
from grader.classroom.similarity import Evidence, Group, Pair, Shared, Similarity
from grader.model import Language, Text
from grader.words import joined, listed, ntext, text
from reports.escape import clean, clean_line
from reports.lines import Line, columns, pad, write

SCHEMA = "gradkata/similar/v1"
MOST_PAIRS = 20  # on a terminal
MOST_EXAMPLES = 2  # pairs of lines on a terminal, of each exercise

MEANING = text(
    "These are hints for a conversation and prove nothing. Two people can be listed because they worked together, had the same "
    "tutorial or the same help, or because the exercise leaves little choice. Read both answers and ask both before you "
    "think anything of it."
)
RULE = text(
    "Compared is only what is left of an answer without the stub, the known solutions and what many of this class wrote. Names, "
    "layout and the order of statements do not matter. Weight is what a pair has in common of that, and of names and comments "
    "that nobody else uses, as long as hardly any other pair has as much; the same rare mistake adds to it. From weight 1 on a "
    "pair is listed. Exercises that are too short or have too few answers count for nothing but mistakes."
)


def print_similarity(result: Similarity, names: Mapping[str, str], lang: Language, stream: TextIO) -> None:
    """Print what is alike. `names`: what people are called, by id."""
    write(similarity_lines(result, names, lang), stream)


def similarity_lines(result: Similarity, names: Mapping[str, str], lang: Language) -> Iterator[Line]:
    """Groups and pairs with what they have in common, then what is usual in each exercise."""
    pairs = sum(len(group.pairs) for group in result.groups)
    yield Line(text=headline(result).in_(lang), style="bold")
    if pairs:
        yield Line(text=MEANING.in_(lang))
    rates = {rate.exercise: rate for rate in result.rates}
    left = MOST_PAIRS
    for group in result.groups:
        if left <= 0:
            break
        yield Line()
        if len(group.students) > 2:
            yield Line(text=group_words(group, names).in_(lang), style="bold")
        for pair in group.pairs[:left]:
            yield from _pair(pair, rates, names, lang)
        left -= len(group.pairs)
    if pairs > MOST_PAIRS:
        said = ntext(
            "{n} more pair: --report FILE.html shows all.",
            "{n} more pairs: --report FILE.html shows all.",
            pairs - MOST_PAIRS,
        )
        yield Line(text=said.in_(lang), style="dim")
    yield Line()
    yield Line(text=text("What is usual in each exercise").in_(lang), style="bold")
    wide = max((columns(rate.exercise) for rate in result.rates), default=0)
    for rate in result.rates:
        yield Line(text=rate_words(rate).in_(lang), head=pad(rate.exercise, wide + 2), head_style="cyan", indent=2)
    yield Line()
    yield Line(text=RULE.in_(lang), style="dim")


def _pair(pair: Pair, rates: Mapping[str, Rate], names: Mapping[str, str], lang: Language) -> Iterator[Line]:
    yield Line(text=pair_words(pair, names).in_(lang), style="bold yellow")
    for evidence in pair.evidence:
        for said in evidence_words(evidence, rates[evidence.exercise]):
            yield Line(text=said.in_(lang), head=f"{evidence.exercise}: ", head_style="cyan", indent=2)
        for line in evidence.lines[:MOST_EXAMPLES]:
            yield from _example(line)


def _example(line: Shared) -> Iterator[Line]:
    wide = len(str(max(line.first_line, line.second_line)))
    for number, row in ((line.first_line, line.first), (line.second_line, line.second)):
        yield Line(text=clean(row).strip(), head=f"{number:>{wide}} | ", head_style="dim", indent=4, cut=True)


# --- in words --------------------------------------------------------------------------------------------------------


def headline(result: Similarity) -> Text:
    pairs = sum(len(group.pairs) for group in result.groups)
    people = ntext("{n} student", "{n} students", result.students)
    if not pairs:
        return text("{people}: no two are more alike than is usual.", people=people)
    found = ntext("{n} pair to look at", "{n} pairs to look at", pairs)
    return text("{people}: {found}", people=people, found=found)


def group_words(group: Group, names: Mapping[str, str]) -> Text:
    people = listed(name_of(student, names) for student in group.students)
    return text("A group of {n}: {people}", n=len(group.students), people=people)


def pair_words(pair: Pair, names: Mapping[str, str]) -> Text:
    first, second = (name_of(student, names) for student in pair.students)
    return ntext(
        "{first} and {second}: one exercise, weight {weight}",
        "{first} and {second}: {n} exercises, weight {weight}",
        len(pair.evidence),
        first=first,
        second=second,
        weight=f"{pair.weight:.1f}",
    )


def name_of(student: str, names: Mapping[str, str]) -> str:
    """A name with the id behind it, which may be all there is."""
    name, id_ = clean_line(names.get(student, ""))[:80], clean_line(student)[:80]
    return f"{name} ({id_})" if name and name != id_ else id_


def evidence_words(evidence: Evidence, rate: Rate) -> tuple[Text, ...]:
    """What two answers have in common, one sentence for each kind, each with what is usual beside it."""
    said = []
    if evidence.passages:
        others = text("no pair of other people has as many")
        if evidence.as_alike:
            others = text("{share} of the pairs of other people have as many", share=percent(evidence.as_alike))
        said.append(
            text(
                "{shared} of {own} passages that are their own are in both; {others}. All in all {alike} alike, where two answers "
                "are usually {usual} alike.",
                shared=evidence.passages, own=evidence.own, others=others,
                alike=percent(evidence.likeness), usual=percent(rate.likeness[0]),
            )
        )  # fmt: skip
    if evidence.words:
        words = listed(clean_line(word.first)[:60] for word in evidence.words)
        said.append(text("in both, and in hardly any other answer: {words}", words=words))
    if evidence.mistakes:
        slugs = listed(clean_line(slug)[:60] for slug in evidence.mistakes)
        said.append(text("the same mistake, which hardly anybody else made: {slugs}", slugs=slugs))
    return tuple(said)


def rate_words(rate: Rate) -> Text:
    """What is usual, or why nothing can be said."""
    answers = ntext("{n} answer", "{n} answers", rate.answers)
    if rate.says == "few":
        return text("{answers}: too few to know what is usual, not compared", answers=answers)
    ways = ntext("{n} way to write it", "{n} ways to write it", rate.solutions)
    usual = text(
        "two answers are usually {usual} alike, and 95 of 100 pairs at most {most}",
        usual=percent(rate.likeness[0]),
        most=percent(rate.likeness[1]),
    )
    parts = [answers, ways, usual]
    if rate.says == "short":
        return text("{what}. Too short to say anything, not compared", what=joined(parts, ", ", "、"))
    own = ntext(
        "{n} has enough of its own to be compared", "{n} have enough of their own to be compared", rate.comparable
    )
    parts.append(own)
    if rate.known:
        parts.append(
            ntext("{n} is a known solution but for names", "{n} are known solutions but for names", rate.known)
        )
    return joined(parts, ", ", "、")


def percent(share: float) -> str:
    """`35%`; what is more than nothing is never shown as nothing."""
    return "<1 %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


# --- for programs ----------------------------------------------------------------------------------------------------


def similarity_json(result: Similarity, names: Mapping[str, str], lang: Language) -> dict[str, Any]:
    """Everything, all pairs with all lines that are shown of them."""
    rates = {rate.exercise: rate for rate in result.rates}
    return {
        "schema": SCHEMA,
        "students": result.students,
        "meaning": MEANING.in_(lang),
        "rule": RULE.in_(lang),
        "exercises": [_rate_json(rate, lang) for rate in result.rates],
        "groups": [
            {
                "students": [_student_json(student, names) for student in group.students],
                "pairs": [_pair_json(pair, rates, lang) for pair in group.pairs],
            }
            for group in result.groups
        ],
    }


def _student_json(student: str, names: Mapping[str, str]) -> dict[str, str]:
    return {"id": clean(student), "name": clean(names.get(student, ""))}


def _rate_json(rate: Rate, lang: Language) -> dict[str, Any]:
    return {
        "id": rate.exercise,
        "compared": rate.says == "yes",
        "answers": rate.answers,
        "solutions": rate.solutions,
        "most_frequent": rate.largest,
        "known_solutions": rate.known,
        "comparable": rate.comparable,
        "length": rate.length,
        "likeness": {"median": round(rate.likeness[0], 4), "p95": round(rate.likeness[1], 4)},
        "message": rate_words(rate).in_(lang),
    }


def _pair_json(pair: Pair, rates: Mapping[str, Rate], lang: Language) -> dict[str, Any]:
    return {
        "students": [clean(student) for student in pair.students],
        "weight": round(pair.weight, 3),
        "evidence": [_evidence_json(one, rates[one.exercise], lang) for one in pair.evidence],
    }


def _evidence_json(evidence: Evidence, rate: Rate, lang: Language) -> dict[str, Any]:
    return {
        "exercise": evidence.exercise,
        "weight": round(evidence.weight, 3),
        "passages": evidence.passages,
        "own": evidence.own,
        "likeness": round(evidence.likeness, 4),
        "as_alike": round(evidence.as_alike, 6),
        "mistakes": [clean(slug) for slug in evidence.mistakes],
        "words": _shared_json(evidence.words),
        "lines": _shared_json(evidence.lines),
        "messages": [clean(said.in_(lang)) for said in evidence_words(evidence, rate)],
    }


def _shared_json(shared: Sequence[Shared]) -> list[dict[str, Any]]:
    return [
        {"lines": [one.first_line, one.second_line], "texts": [clean(one.first), clean(one.second)]} for one in shared
    ]
