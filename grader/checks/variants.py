"""What `mistakes.py`, `families.py` and `alternatives.py` declare: implementations made out of the reference.

A mistake is written in one of two ways: `changed`, as lines of the reference and what stands there instead; or under
`@mistake`, as a function or class of the symbol's name. What many mistakes have in common is a family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from grader.checks.rewrite import Misfit, rewritten
from grader.model import NOTHING, Alternative, Mistake, Text, same
from grader.words import filled, joined

_Symbol = Callable[..., Any] | type


class Family(NamedTuple):
    """A misconception that shows in many exercises, with its words.

    Attributes:
        slug, text, hint: may hold `{name}`, which each exercise fills in; an empty hint is the exercise's.
    """

    slug: str
    text: Text
    hint: Text


def family(slug: str, *, en: str, ja: str, hint_en: str = "", hint_ja: str = "") -> Family:
    """Declare, in a `families.py`, what is said of a misconception wherever it shows."""
    return Family(slug, Text(en, ja), Text(hint_en, hint_ja))


class Variants:
    """What one file declares, in its order; its methods are what the file imports from `grader.authoring`."""

    def __init__(
        self, reference: dict[str, Any], source: str, run: Callable[[str], dict[str, Any]], hint: Text
    ) -> None:
        """`source`: the reference's text, and `run` executes a text in its stead; `hint`: the exercise's own."""
        self.mistakes: list[Mistake] = []
        self.alternatives: list[Alternative] = []
        self.misfits: list[Text] = []  # mistakes that no longer fit the reference, each with its slug
        self._reference = reference
        self._source = source
        self._run = run
        self._hint = hint

    def mistake(
        self,
        known: str | Family,
        *,
        en: str = "",
        ja: str = "",
        hint_en: str = "",
        hint_ja: str = "",
        costs: str = "",
        unless: str = "",
        **words: str,
    ) -> Callable[[_Symbol], Mistake]:
        """Declare a known wrong implementation: a function or class named like the symbol that it replaces.

        `en`, `ja`: what was seen and why it is wrong, for the student who made it; `hint_*`: what to try next,
        never the solution. A family brings its own, into which `words` are filled; without any hint it is the
        exercise's first. `costs` says why it may cost more than half of the points (`grade verify` asks, if it is about one
        quantity). `unless`: a pattern; an answer whose code has it does not make this mistake, whatever its numbers look like.
        The rest of the implementation is the reference's, reachable as `reference.NAME`.
        """

        def declare(wrong: _Symbol) -> Mistake:
            symbols = {**self._reference, str(wrong.__name__): wrong}
            return self._declare(known, Text(en, ja), Text(hint_en, hint_ja), costs, unless, words, lambda: symbols)

        return declare

    def changed(
        self,
        known: str | Family,
        lines: Mapping[str, str] | None = None,
        *,
        everywhere: Mapping[str, str] | None = None,
        en: str = "",
        ja: str = "",
        hint_en: str = "",
        hint_ja: str = "",
        costs: str = "",
        unless: str = "",
        **words: str,
    ) -> Mistake:
        """Declare a known wrong implementation: the reference with `lines` changed; words, hints, costs and `unless` as for `mistake`.

        `lines` and `everywhere` are as `grader.checks.rewrite.rewritten` describes them.
        """
        source, misfit = self._source, NOTHING
        try:
            source = rewritten(source, lines or {}, everywhere)
        except Misfit as error:
            misfit = error.text
        declared = self._declare(
            known, Text(en, ja), Text(hint_en, hint_ja), costs, unless, words, lambda: self._run(source)
        )
        if misfit:
            self.misfits.append(joined([same(declared.slug), misfit], ": ", ": "))
        return declared

    def also(self, known: Mistake, **symbols: Any) -> Mistake:
        """The same slip in further symbols of the exercise: one misconception that shows in several functions is one mistake."""
        wider = known._replace(implement=lambda: {**known.implement(), **symbols})
        self.mistakes[self.mistakes.index(known)] = wider
        return wider

    def alternative(self, slug: str) -> Callable[[_Symbol], Alternative]:
        """Declare a right implementation in another style, in `alternatives.py`: `grade verify` sees that it passes.

        As for mistakes, the rest of the implementation is the reference's.
        """

        def declare(right: _Symbol) -> Alternative:
            other = Alternative(slug, {**self._reference, str(right.__name__): right})
            self.alternatives.append(other)
            return other

        return declare

    def _declare(
        self,
        known: str | Family,
        said: Text,
        hint: Text,
        costs: str,
        unless: str,
        words: Mapping[str, str],
        implement: Callable[[], dict[str, Any]],
    ) -> Mistake:
        kind = Family(known, NOTHING, NOTHING) if isinstance(known, str) else known
        declared = Mistake(
            slug=kind.slug.format(**words),
            text=said or filled(kind.text, **words),
            hint=hint or filled(kind.hint, **words) or self._hint,
            implement=implement,
            costs=costs,
            unless=unless,
        )
        self.mistakes.append(declared)
        return declared
