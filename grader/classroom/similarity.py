"""Which answers are alike in a way that chance does not explain: hints for a conversation, never a verdict.

**What is compared.** An answer is taken apart into passages (`passages.py`), in which names, layout, comments and the
order of statements play no part. Taken away are the passages of the stub, of the solutions that are known (the
reference, accepted alternatives) and what many of this class wrote (`common`). The rest is an answer's own. Two who both
wrote what the book has, or the reference, have nothing left to compare: how many those are is told with the exercise
(`Rate.known`, `Rate.largest`), and nobody is named for it.

**The rule.** A pair is listed if what it has in common weighs 1 or more, over all exercises. What counts:

- own passages in common / ENOUGH, if they are at least ALIKE of what the one has who has fewer, and at most RARE of
  the pairs of *other* people have as many;
- names, comments and strings in common that hardly anybody else wrote, of that share too: what they are worth / ENOUGH_WORDS;
- a mistake in common that hardly anybody else makes: MISTAKE for each exercise. Alone it says little, since people
  learn a thing wrong together; beside half of the evidence above, or three times over, it is enough.

The first two count from half of what is enough. In exercises that are SHORT, or have fewer than FEWEST answers, there is
no base rate to beat, and they do not count at all.

**The numbers** come from tests/answers: 3039 pairs of answers to one exercise, written independently or with other
mistakes on purpose. The two most alike have 16 own passages in common, the next two 11; words, 6 in a pair whose names are
both from one tutorial, then 2. ENOUGH is what three places give that have nothing to do with each other.

**No library.** copydetect brings matplotlib along and knows no base rate: of three honest Affine classes it found every pair
suspicious (36 to 66 % alike; it asks from 33 % on). datasketch estimates what an inverted index and numpy count exactly here,
in less time than it takes to read the sources. rapidfuzz goes through all pairs, and the order of statements matters to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from grader.classroom.base_rate import ALIKE, ENOUGH, RARE, Compared, Key, Rate, common, compare
from grader.classroom.overlaps import components, likeness, overlaps, rare
from grader.classroom.passages import Passage, Source, read_source

ENOUGH_WORDS = 8  # a name is worth 1, a comment or string 2
MISTAKE = 0.4
MOST_LINES = 12  # shown of a pair and exercise
MOST_WORDS = 12


class Shared(NamedTuple):
    """A word or a line of two answers, with the line (from 1) in each."""

    first_line: int
    first: str
    second_line: int
    second: str


class Evidence(NamedTuple):
    """What two answers to an exercise have in common, beyond what is usual.

    Attributes:
        weight: 1 is enough to be listed.
        passages: own passages in common; 0 if these are not evidence.
        own: own passages of the shorter of the two.
        likeness: share of all passages in common, as in `Rate.likeness`.
        as_alike: share of the pairs of other people that have as many own passages in common.
        lines: those with most passages in common first.
        words: names, comments and strings that hardly anybody else has.
        mistakes: slugs that hardly anybody else has.
    """

    exercise: str
    weight: float
    passages: int
    own: int
    likeness: float
    as_alike: float
    lines: tuple[Shared, ...]
    words: tuple[Shared, ...]
    mistakes: tuple[str, ...]


class Pair(NamedTuple):
    students: Key
    weight: float
    evidence: tuple[Evidence, ...]


class Group(NamedTuple):
    """Two or more students, each of whom is in a listed pair with another of them; the strongest pair first."""

    students: tuple[str, ...]
    pairs: tuple[Pair, ...]


class Similarity(NamedTuple):
    """
    Attributes:
        students: how many there are.
        groups: the strongest first.
    """

    students: int
    rates: tuple[Rate, ...]
    groups: tuple[Group, ...]


class _Part(NamedTuple):
    """What one exercise says about a pair, before it is known whether the pair is listed."""

    weight: float
    passages: int = 0
    as_alike: float = 0.0
    mistakes: tuple[str, ...] = ()


def similar(
    answers: Mapping[str, Mapping[str, str]],
    given: Mapping[str, Sequence[str]],
    wrong: Mapping[tuple[str, str], Collection[str]],
) -> Similarity:
    """Compare a class.

    Args:
        answers: by exercise and student, the source handed in.
        given: by exercise, also of those that nobody answered: the stub, then the solutions that are known.
        wrong: by exercise and student, the slugs of the mistakes that were recognised.
    """
    students = {student for sources in answers.values() for student in sources}
    compared = {exercise: compare(exercise, answers[exercise], given.get(exercise, ())) for exercise in answers}
    words = _odd_words(compared.values(), given, common(len(students)))
    parts: dict[Key, dict[str, _Part]] = defaultdict(dict)
    for exercise, one in compared.items():
        for key, part in _parts(exercise, one, words, sorted(answers[exercise]), wrong):
            parts[key][exercise] = part
    listed = [key for key, found in parts.items() if sum(part.weight for part in found.values()) >= 1]
    pairs = [
        Pair(
            key,
            sum(part.weight for part in parts[key].values()),
            tuple(
                _evidence(compared[exercise], key, part, answers[exercise], words)
                for exercise, part in parts[key].items()
            ),
        )
        for key in listed
    ]
    pairs.sort(key=lambda pair: (-pair.weight, pair.students))
    return Similarity(len(students), tuple(one.rate for one in compared.values()), _groups(pairs))


def _parts(
    exercise: str,
    compared: Compared,
    odd: Set[str],
    students: Sequence[str],
    wrong: Mapping[tuple[str, str], Collection[str]],
) -> Iterator[tuple[Key, _Part]]:
    """What this exercise says about each pair about which it says anything."""
    words = _unusual_words(compared, odd) if compared.rate.says == "yes" else {}
    mistakes = _shared_mistakes({student: frozenset(wrong.get((exercise, student), ())) for student in students})
    for key in sorted({*compared.unusual, *words, *mistakes}):
        passages, as_alike = compared.unusual.get(key, (0, 0.0))
        weight = passages / ENOUGH + words.get(key, 0) / ENOUGH_WORDS + (MISTAKE if key in mistakes else 0)
        yield key, _Part(weight, passages, as_alike, mistakes.get(key, ()))


def _shared_mistakes(wrong: Mapping[str, Set[str]]) -> dict[Key, tuple[str, ...]]:
    """Pairs that make the same mistake, which few others make."""
    uncommon = rare(wrong.values(), min(common(len(wrong)), max(2, int(RARE * len(wrong)))))
    who: dict[str, list[str]] = defaultdict(list)
    for student, slugs in sorted(wrong.items()):
        for slug in sorted(slugs & uncommon):
            who[slug].append(student)
    found: dict[Key, tuple[str, ...]] = defaultdict(tuple)
    for slug, students in who.items():
        for key in combinations(students, 2):
            found[key] += (slug,)
    return found


# --- words -----------------------------------------------------------------------------------------------------------


def _odd_words(compared: Iterable[Compared], given: Mapping[str, Sequence[str]], most: int) -> frozenset[str]:
    """The words that at most so many students use anywhere, and no stub or solution of any exercise."""
    used: dict[str, set[str]] = defaultdict(set)
    for one in compared:
        for student, words in one.words.items():
            used[student] |= words
    known = {word for sources in given.values() for source in sources for word in read_source(source).words}
    return frozenset(word for word in rare(used.values(), most) - known if _worth(word))


def _unusual_words(compared: Compared, odd: Set[str]) -> dict[Key, int]:
    """What the odd words are worth that pairs share, where these are most of what the one of them has who has fewer."""
    own = {student: words & odd for student, words in compared.words.items()}
    names, worth = list(own), [sum(map(_worth, words)) for words in own.values()]
    return {
        (names[one.first], names[one.second]): one.worth
        for one in overlaps(list(own.values()), ENOUGH_WORDS // 2, _worth)
        if one.worth >= ALIKE * min(worth[one.first], worth[one.second])
    }


def _worth(word: str) -> int:
    """A comment or string is worth two names; what is very short, nothing."""
    return 2 * (len(word) >= 8) if word[0] in '#"' else int(len(word) >= 3)


# --- a listed pair -----------------------------------------------------------------------------------------------------


def _evidence(compared: Compared, key: Key, part: _Part, answers: Mapping[str, str], odd: Set[str]) -> Evidence:
    first, second = (read_source(answers[student]) for student in key)
    one, other = (compared.own.get(student, frozenset()) for student in key)
    says = compared.rate.says == "yes"
    return Evidence(
        exercise=compared.rate.exercise,
        weight=part.weight,
        passages=part.passages,
        own=min(len(one), len(other)),
        likeness=likeness(*(compared.beyond.get(student, frozenset()) for student in key)),
        as_alike=part.as_alike,
        lines=_lines(first, second, one & other) if part.passages else (),
        words=_shared_words(first, second, odd) if says else (),
        mistakes=part.mistakes,
    )


def _lines(first: Source, second: Source, passages: Set[Passage]) -> tuple[Shared, ...]:
    """The lines in which these passages stand, each beside the one with which it has most of them in common."""
    together = Counter(
        (here, there)
        for passage in passages
        for here in first.passages[passage][:MOST_LINES]
        for there in second.passages[passage][:MOST_LINES]
    )
    chosen: dict[int, int] = {}
    for here, there in sorted(together, key=lambda lines: (-together[lines], lines)):
        if here not in chosen and there not in chosen.values() and len(chosen) < MOST_LINES:
            chosen[here] = there
    return tuple(Shared(here, first.rows[here - 1], there, second.rows[there - 1]) for here, there in chosen.items())


def _shared_words(first: Source, second: Source, odd: Set[str]) -> tuple[Shared, ...]:
    """Odd words of both, sentences first."""
    both = sorted(first.words.keys() & second.words.keys() & odd, key=lambda word: (-_worth(word), first.words[word]))
    return tuple(Shared(first.words[word], word, second.words[word], word) for word in both[:MOST_WORDS])


def _groups(pairs: Sequence[Pair]) -> tuple[Group, ...]:
    """Whoever hangs together, in the order of their strongest pairs."""
    group = {student: members for members in components(pair.students for pair in pairs) for student in members}
    together: dict[frozenset[str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        together[group[pair.students[0]]].append(pair)
    return tuple(Group(tuple(sorted(members)), tuple(found)) for members, found in together.items())
