"""What all HTML has in common: where templates and styles are, how they are filled, and words with code in them."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.model import Language
from grader.words import text

HERE = Path(__file__).resolve().parent


def environment(lang: Language) -> Environment:
    """Templates that escape what they print, speak `lang` by `say("…", name=value)` and refuse what is not there."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip

    def say(message: str, /, **values: object) -> str:
        return text(message, **values).in_(lang)

    made.globals["say"] = say
    made.filters["words"] = with_code
    return made


def stylesheet(name: str) -> str:
    return (HERE / "static" / f"{name}.css").read_text(encoding="utf-8")


def script(name: str) -> str:
    return (HERE / "static" / f"{name}.js").read_text(encoding="utf-8")


def with_code(words: str) -> Markup:
    """Escaped, and what stands between backticks as code."""
    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(words))))
