"""Every sentence that the program says: English in the code, Japanese in the catalogue `locale/ja/LC_MESSAGES/gradkata.po`.

A result is graded once and shown in either language, so a sentence is made in both: `text("{name} is too large.", name=x)`
is a `Text`. What belongs to an exercise (titles, hints, mistakes) is none of this; it stands beside the exercise.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from grader.errors import CatalogueError
from grader.model import Text

LOCALE = Path(__file__).resolve().parent / "locale"


def text(message: str, /, **values: object) -> Text:
    """A sentence in both languages. `{name}` in it stands for the value of that name; without values, braces are braces.

    A value that is a `Text` goes in in its language. Raises CatalogueError if the catalogues were never compiled.
    """
    return filled(Text(message, _japanese().gettext(message)), **values)


def ntext(one: str, many: str, n: int, /, **values: object) -> Text:
    """As `text`, for what English says differently of one and of many; `{n}` is the number."""
    message = Text(one if n == 1 else many, _japanese().ngettext(one, many, n))
    return filled(message, n=n, **values)


def filled(message: Text, /, **values: object) -> Text:
    """A sentence that was made without its values, with them."""
    if not values:
        return message
    en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
    ja = {name: value.ja if isinstance(value, Text) else value for name, value in values.items()}
    return Text(message.en.format(**en), message.ja.format(**ja))


def listed(items: Iterable[str]) -> Text:
    """Names one after the other: `a, b` and `a、b`."""
    names = tuple(items)
    return Text(", ".join(names), "、".join(names))


def joined(parts: Iterable[Text], en: str, ja: str) -> Text:
    """Clauses one after the other, with what stands between two of them in each language."""
    clauses = tuple(parts)
    return Text(en.join(one.en for one in clauses), ja.join(one.ja for one in clauses))


@cache
def _japanese() -> gettext.GNUTranslations:
    path = LOCALE / "ja" / "LC_MESSAGES" / "gradkata.mo"
    try:
        with path.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except FileNotFoundError:
        raise CatalogueError(path) from None
