"""What keeps a file from being read as Python, in words of our own, and the line it stands in with a mark below the place.

Python says it in English, in other words from version to version, and does not show what cannot be seen: a full-width space, a
curly quotation mark. True or silent: each sentence holds whatever else is wrong in the line. Message, line and column are
hostile, and only looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from grader.errors import AnswerError
from grader.model import NOTHING, Answer, Text
from grader.words import text

WIDEST = 90  # characters of a line around the place
MOST_READ = 20_000  # characters that are looked through for an open bracket
UNSEEN = "□"


class Broken(NamedTuple):
    """
    Attributes:
        said: Python's message.
        line: the line of the answer, and `number` what a person calls it.
        before: the lines above it, in its cell.
        column: where in the line, from 0, if that is known.
    """

    said: str
    line: str
    number: int
    before: tuple[str, ...]
    column: int | None


def syntax_said(stop: AnswerError, answer: Answer) -> Text:
    """A sentence in place of Python's own message; nothing where it would say no more."""
    broken = _broken(stop, answer)
    if broken is None:
        return NOTHING
    return next((said for rule in _RULES if (said := rule(broken)) != NOTHING), NOTHING)


def syntax_shown(stop: AnswerError, answer: Answer) -> Text:
    """The line by itself, the place in it, and what Python said."""
    broken = _broken(stop, answer)
    if broken is None or not broken.line.strip():
        return NOTHING
    label, number = answer.place(stop.line or 0)
    shown, mark = _with_mark(broken)
    rows = f"  {shown}\n  {mark}" if mark else f"  {shown}"
    said = f"{stop.type_name}: {next(iter(stop.text.splitlines()), '')}"
    return text("{label}, line {number}\n{rows}\n  {said}", label=label, number=number, rows=rows, said=said)


def _broken(stop: AnswerError, answer: Answer) -> Broken | None:
    rows = answer.text.split("\n")
    if stop.kind != "syntax" or stop.line is None or not 0 < stop.line <= len(rows):
        return None
    _, number = answer.place(stop.line)
    line = rows[stop.line - 1]
    column = stop.column - 1 if stop.column is not None and 0 < stop.column <= len(line) + 1 else None
    return Broken(
        stop.text, line, number, tuple(rows[stop.line - number : stop.line - 1]), _place_of(stop.text, line, column)
    )


def _place_of(said: str, line: str, column: int | None) -> int | None:
    """Where a character stands that the message names, else what Python said."""
    if (char := _character(said)) and char in line:
        return column if column is not None and line[column : column + 1] == char else line.index(char)
    return column


def _with_mark(broken: Broken) -> tuple[str, str]:
    line, column = broken.line, broken.column
    start = len(line) - len(line.lstrip(" \t"))
    if column is not None:
        start = max(min(start, column), column - WIDEST // 2)
    shown = line[start : start + WIDEST].rstrip(" \t")
    if column is None:
        return _visible(shown), ""
    return _visible(shown), " " * _columns(_visible(line[start:column])) + "^"


def _visible(shown: str) -> str:
    """With a sign for what nobody sees, which is as wide."""
    return "".join(UNSEEN * max(1, _columns(one)) if _is_unseen(one) else one for one in shown.expandtabs(4))


def _columns(shown: str) -> int:
    """How many columns of a terminal it takes."""
    return sum(0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF") for one in shown)


def _is_unseen(char: str) -> bool:
    return char != " " and (char.isspace() or unicodedata.category(char) in ("Cf", "Cc", "Zs"))


# --- a character that is none of Python's ----------------------------------------------------------------------------------

_OTHER_SIGNS = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "´": "'", "×": "*", "÷": "/", "−": "-", "–": "-", "—": "-",
    "≤": "<=", "≥": ">=", "≠": "!=", "、": ",", "。": ".", "「": '"', "」": '"', "《": "<", "》": ">", "→": "->", "…": "...", "·": "*",
    "²": "**2", "³": "**3",
}  # fmt: skip
_CURLY = "“”„‘’´«»"


def _character(said: str) -> str:
    found = re.match(r"invalid (?:non-printable )?character (?:'.{1,2}' \()?U\+([0-9A-Fa-f]{4,6})", said)
    number = int(found[1], 16) if found else 0
    return chr(number) if 0 < number <= 0x10FFFF else ""


def _of_character(broken: Broken) -> Text:
    char = _character(broken.said)
    if not char or char not in broken.line:
        return NOTHING
    place: dict[str, object] = {"code": f"U+{ord(char):04X}", "column": broken.line.index(char) + 1}
    if broken.column is not None:
        place["column"] = broken.column + 1
    if char == "\u3000":
        return text("character {column} of the line is a full-width space ({code}): write an ordinary one.", **place)
    if _is_unseen(char):
        return text(
            "character {column} of the line is one that nobody sees ({code}): delete it, or write a space.", **place
        )
    place["char"] = char
    usual = _OTHER_SIGNS.get(char, "")
    if usual and char in _CURLY:
        return text(
            "character {column} of the line, {char} ({code}), is a typographic quotation mark: write {usual}",
            usual=usual,
            **place,
        )
    if usual:
        return text(
            "character {column} of the line, {char} ({code}), is no sign of Python's: write {usual}",
            usual=usual,
            **place,
        )
    narrow = unicodedata.normalize("NFKC", char)
    if narrow != char and narrow.isascii() and narrow.isprintable() and unicodedata.east_asian_width(char) in "FW":
        return text(
            "character {column} of the line, {char} ({code}), is full-width: write {usual}", usual=narrow, **place
        )
    return text("character {column} of the line, {char} ({code}), is no sign of Python's.", **place)


# --- brackets and quotation marks --------------------------------------------------------------------------------------------

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_TOKEN = re.compile(r"'''(?:[^\\]|\\.)*?(?:'''|\Z)|\"\"\"(?:[^\\]|\\.)*?(?:\"\"\"|\Z)|'(?:[^'\\\n]|\\.)*+'?|\"(?:[^\"\\\n]|\\.)*+\"?|#[^\n]*+|[()\[\]{}]|\n", re.DOTALL)  # fmt: skip


def _open_before(broken: Broken, until: int) -> list[tuple[str, int]]:
    """The brackets that are open there, each with the number of its line in the cell."""
    source = "\n".join((*broken.before, broken.line[:until]))
    if len(source) > MOST_READ:
        return []
    line, found = 1, list[tuple[str, int]]()
    for token in _TOKEN.findall(source):
        if token in _PAIRS:
            found.append((token, line))
        elif token in (")", "]", "}") and found and _PAIRS[found[-1][0]] == token:
            found.pop()
        line += token.count("\n")
    return found


def _of_bracket(broken: Broken) -> Text:
    if found := re.match(r"'([(\[{])' was never closed", broken.said):
        return text(
            "the bracket {bracket} that opens in line {line} is never closed: a {closing} is missing.",
            bracket=found[1], line=broken.number, closing=_PAIRS[found[1]],
        )  # fmt: skip
    if found := re.match(r"closing parenthesis '([)\]}])' does not match opening parenthesis '([(\[{])'", broken.said):
        opened = [
            line
            for bracket, line in _open_before(broken, len(broken.line) if broken.column is None else broken.column)
            if bracket == found[2]
        ]
        if opened:
            return text(
                "the bracket {closing} does not fit {bracket}, which opens in line {line}: close that with {right} first.",
                closing=found[1], bracket=found[2], line=opened[-1], right=_PAIRS[found[2]],
            )  # fmt: skip
        return text(
            "the bracket {closing} does not fit {bracket}, which is open there.", closing=found[1], bracket=found[2]
        )
    if found := re.match(r"unmatched '([)\]}])'", broken.said):
        return text(
            "the bracket {closing} closes none: there is one too many, or the opening one is missing.", closing=found[1]
        )
    return NOTHING


def _of_quotes(broken: Broken) -> Text:
    if re.match(r"unterminated triple-quoted|EOF while scanning triple-quoted", broken.said):
        return text("the three quotation marks that open in line {line} are never closed.", line=broken.number)
    if re.match(r"unterminated (?:f-|t-)?string literal|EOL while scanning string literal", broken.said):
        return text(
            "the quotation mark that opens a text in line {line} is not closed in this line.", line=broken.number
        )
    if re.match(
        r"f-string: expecting '}'|f-string: expecting a valid expression|f-string: single '}'|f-string: empty expression",
        broken.said,
    ):
        return text("in this f-string a brace has no partner, or nothing stands between the braces.")
    return NOTHING


# --- indentation -------------------------------------------------------------------------------------------------------------


def _of_indentation(broken: Broken) -> Text:
    if broken.said.startswith("inconsistent use of tabs"):
        return text("tabs and spaces are mixed in the indentation: let your editor turn each tab into spaces.")
    if found := re.match(r"expected an indented block(?: after (.{1,60}?) on line \d{1,9})?$", broken.said):
        if found[1]:
            word = found[1].partition(" ")[0].strip("'")
            what = {"function": "def"}.get(word, word)
            return text("what belongs to the `{what}` above must be indented below it.", what=what)
        return text("what belongs to the line with the colon above must be indented below it.")
    if broken.said.startswith("unexpected indent"):
        return text(
            "this line is indented, and no line above it opens a block for it: take the spaces away, or look at the line above."
        )
    if broken.said.startswith("unindent does not match"):
        return text(
            "the indentation of this line is that of no block above: give it as many spaces as the lines that it belongs to."
        )
    if re.match(r"'(return|yield|await)' outside (async )?function", broken.said):
        return text("this line stands outside every function: indent it as far as the function's other lines.")
    if re.match(r"'(break|continue)'.*(outside|not properly in) loop", broken.said):
        return text("this line stands outside every loop: indent it as far as the loop's other lines.")
    return NOTHING


# --- words and signs ---------------------------------------------------------------------------------------------------------

_MISSPELT = {
    "retrun": "return", "reutrn": "return", "retunr": "return", "retun": "return", "retrn": "return", "rerturn": "return", "returm": "return",
    "reurn": "return", "eturn": "return", "returns": "return", "dfe": "def", "edf": "def", "deff": "def", "fucntion": "def", "function": "def",
    "func": "def", "fun": "def", "define": "def", "calss": "class", "clas": "class", "clss": "class", "classs": "class", "improt": "import",
    "imoprt": "import", "ipmort": "import", "impor": "import", "imort": "import", "form": "from", "frmo": "from", "fomr": "from", "fro": "for",
    "ofr": "for", "foor": "for", "wihle": "while", "whlie": "while", "whiel": "while", "whille": "while", "while": "while", "fi": "if", "iff": "if",
    "elif": "elif", "elsif": "elif", "elseif": "elif", "elfi": "elif", "esle": "else", "eles": "else", "els": "else", "elese": "else",
    "rasie": "raise", "raies": "raise", "asert": "assert", "assrt": "assert",
}  # fmt: skip
_CAPITAL = ("Return", "If", "For", "While", "Def", "Class", "Import", "From", "Else", "Elif", "Try", "With", "Raise")


def _of_word(broken: Broken) -> Text:
    code = broken.line.strip()
    if re.match(r"else\s+if\b", code):
        return text("Python has no `else if`: write `elif`.")
    first = re.match(r"([A-Za-z]{2,9})(?=\s+(?!(?:in|is|and|or|if|else|not\s+in)\b)[\w'\"]|\s*:\s*(?:#|$))", code)
    if first is None or not broken.said.startswith("invalid syntax"):
        return NOTHING
    word = first[1]
    right = word.lower() if word in _CAPITAL else _MISSPELT.get(word, word)
    if (
        right == word
        or code.startswith(f"{word} (")
        or (code[len(word) :].lstrip()[:1] == ":" and right not in ("else", "try"))
    ):
        return NOTHING  # `fun (x)` is a call, `form: x` may be meant
    return text("`{word}` is no word of Python's: write `{right}`.", word=word, right=right)


def _of_sign(broken: Broken) -> Text:
    said = broken.said
    if re.match(r"expected ':'", said):
        return (
            text("a colon is missing here: the line that opens a block ends in `:`.")
            if _opens_block(broken)
            else text("a colon is missing here.")
        )
    if re.search(r"Perhaps you forgot a comma", said):
        return text("perhaps a comma is missing here, or a sign between two values.")
    if re.search(r"[Mm]aybe you meant '==' or ':='|[Mm]aybe you meant '==' instead|perhaps you meant \"==\"", said):
        if (
            re.match(r"\s*(if|elif|while|assert|return)\b", broken.line)
            or "expression cannot contain assignment" in said
        ):
            return text("`=` gives a name to a value; two values are compared by `==`.")
        return text(
            "on the left of `=` stands something that cannot be given a value: a name, an attribute or an entry can."
        )
    if re.match(r"cannot assign to|can't assign to", said):
        return text(
            "on the left of `=` stands something that cannot be given a value: a name, an attribute or an entry can."
        )
    if re.match(r"invalid (decimal|hexadecimal|octal|binary) literal", said):
        return text(
            "letters stand right behind a number: a product is written `2 * x`, and no name begins with a digit."
        )
    if said.startswith("unexpected character after line continuation"):
        return text("behind `\\` the line must end.")
    if said.startswith("positional argument follows keyword argument"):
        return text("an argument without a name stands behind one with a name (`name=…`): put it before.")
    if re.match(r"(non-default argument|parameter without a default) follows", said):
        return text("a parameter without a default stands behind one that has one: put it before.")
    if found := re.match(r"duplicate (?:argument|parameter) '(\w{1,60})' in", said):
        return text("the parameter `{name}` stands there twice.", name=found[1])
    if said.startswith("invalid syntax") and (found := re.search(r"(\+\+|--)\s*(?:#.*)?$", broken.line)):
        return text("Python has no `{sign}`: write `x {one}= 1`.", sign=found[1], one=found[1][0])
    if said.startswith("invalid syntax") and (found := re.search(r"&&|\|\|", _without_texts(broken.line))):
        return text("Python has no `{sign}`: write `{word}`.", sign=found[0], word="and" if found[0] == "&&" else "or")
    return NOTHING


def _opens_block(broken: Broken) -> bool:
    return (
        re.match(r"\s*(async\s+)?(if|elif|else|for|while|def|class|try|except|finally|with)\b", broken.line) is not None
    )


def _without_texts(line: str) -> str:
    return re.sub(r"'(?:[^'\\]|\\.)*+'?|\"(?:[^\"\\]|\\.)*+\"?|#.*", "", line)


_RULES: tuple[Callable[[Broken], Text], ...] = (
    _of_character,
    _of_bracket,
    _of_quotes,
    _of_indentation,
    _of_word,
    _of_sign,
)
