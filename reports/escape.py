"""Makes text that a student could have written safe to show: on a terminal, in a page, and in the log of a CI job."""

from __future__ import annotations

import re

_ANSI = re.compile(
    "\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"  # titles, links, device strings
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor movements
    "|\x1b[ -/]*[0-~]"
)
# Controls but for tab and newline; every format character (category Cf), which has the marks that turn the
# direction of text, but for the two joiners that scripts and emoji need; lone surrogates, which no file can hold.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """`text` without control characters, ANSI sequences and bidi marks; tabs stay, line ends become newlines.

    No line is added or lost: the line numbers of code stay true.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", _ANSI.sub("", text))
    return text.replace("\u2028", " ").replace("\u2029", " ")


def clean_line(text: str) -> str:
    """The same for what must stay on one line: a name, a title."""
    return " ".join(clean(text).split())


# What a CI job obeys when it reads it in a log: GitHub and Forgejo `::name …::` after any space, and like Azure `##[name …]`,
# `##vso[…]` anywhere in a line; TeamCity `##teamcity[…]`; GitLab `section_start:…`.
_COMMANDS = (
    re.compile(r"(?m)^(\s*:)(?=:)"),
    re.compile(r"(##)(?=[\w.-]*\[)"),
    re.compile(r"(?m)^(\s*section_)(?=start:|end:)"),
)


def inert(text: str) -> str:
    """`text`, in which no line is a command to the CI job whose log it may be written to: a space breaks it. That works
    everywhere; GitHub's `::stop-commands::` would be one more command, and GitHub's alone."""
    for command in _COMMANDS:
        text = command.sub(r"\1 ", text)
    return text
