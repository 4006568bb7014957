"""What is said of a file that is no Python: in both languages, the same for the messages of every Python, and only what is so."""

from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import AnswerError
from grader.judge.explain import explain_stop
from grader.judge.syntax_said import syntax_said, syntax_shown
from grader.model import NOTHING, Text, file_answer


def refused(source: str) -> AnswerError:
    """What a worker says of a source that this Python cannot read."""
    with pytest.raises(SyntaxError) as caught, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ast.parse(source)
    error = caught.value
    column = error.offset if error.offset and error.offset > 0 else None
    return AnswerError("syntax", type(error).__name__, str(error.msg), error.lineno, column)


def said(source: str) -> Text:
    return syntax_said(refused(source), file_answer("a.py", source))


def mark(source: str) -> list[str]:
    return syntax_shown(refused(source), file_answer("a.py", source)).en.split("\n")


SOURCES = [
    ("x = 1\u30002", "full-width space (U+3000)"),
    ("x = （1)", "（ (U+FF08), is full-width: write ("),
    ("x = f(1）", "） (U+FF09), is full-width: write )"),
    ("x = ３", "３ (U+FF13), is full-width: write 3"),
    ("x ＝ 3", "＝ (U+FF1D), is full-width: write ="),
    ("x = 1，2", "， (U+FF0C), is full-width: write ,"),
    ("x = 1、2", "write ,"),
    ("x = “a”", "“ (U+201C), is a typographic quotation mark: write \""),
    ("x = ‘a’", "write '"),
    ("x = 2 × 3", "write *"),
    ("x = 2 − 3", "(U+2212), is no sign of Python's: write -"),
    ("x = 1\u00a0+ 2", "one that nobody sees (U+00A0)"),
    ("x\u200b = 1", "(U+200B)"),
    ("def f(x):\n    return (x + 1\n", "the bracket ( that opens in line 2 is never closed: a ) is missing"),
    ("x = [1, 2\ny = 3\n", "the bracket [ that opens in line 1"),
    ("x = (1,\n     2]\n", "the bracket ] does not fit (, which opens in line 1"),
    ("x = (1, 2]", "the bracket ] does not fit (, which opens in line 1"),
    ("x = f('(')\ny = g(1]\n", "the bracket ] does not fit (, which opens in line 2"),
    ("x = 1)", "the bracket ) closes none"),
    ("def f(x)\n    return x\n", "a colon is missing"),
    ("if x\n    y = 1\n", "a colon is missing"),
    ("while True\n    pass\n", "a colon is missing"),
    ("class A\n    pass\n", "a colon is missing"),
    ("if x:\n    y = 1\nelse if z:\n    y = 2\n", "write `elif`"),
    ("if x:\n    y = 1\nelsif z:\n    y = 2\n", "write `elif`"),
    ("def f(x):\nreturn x\n", "what belongs to the `def` above must be indented"),
    ("for i in x:\ny = 1\n", "what belongs to the `for` above"),
    ("if x:\n    y = 1\nelse:\nz = 2\n", "what belongs to the `else` above"),
    ("class A:\nx = 1\n", "what belongs to the `class` above"),
    ("x = 1\n  y = 2\n", "no line above it opens a block"),
    ("if x:\n        y = 1\n    z = 2\n", "that of no block above"),
    ("if x:\n\ty = 1\n        z = 2\n", "tabs and spaces are mixed"),
    ("if x = 1:\n    pass\n", "compared by `==`"),
    ("while x.y = 1:\n    pass\n", "compared by `==`"),
    ("f(x) = 3", "on the left of `=`"),
    ("x = 'abc", "the quotation mark that opens a text in line 1"),
    ('def f():\n    """abc\n    return 1\n', "the three quotation marks that open in line 2"),
    ("def f(x):\n    retrun x\n", "write `return`"),
    ("def f(x):\n    Return x\n", "write `return`"),
    ("fro i in range(3):\n    pass\n", "write `for`"),
    ("dfe f(x):\n    pass\n", "write `def`"),
    ("improt numpy as np\n", "write `import`"),
    ("if x:\n    pass\nesle:\n    pass\n", "write `else`"),
    ("If x > 1:\n    pass\n", "write `if`"),
    ("x = [1 2, 3]", "perhaps a comma is missing"),
    ("x = 2x", "2 * x"),
    ("x++", "write `x += 1`"),
    ("if a && b:\n    pass\n", "write `and`"),
    ("f(a=1, 2)", "put it before"),
    ("def f(a=1, b):\n    pass\n", "put it before"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words"), SOURCES)
def test_what_is_wrong_is_named(source: str, words: str) -> None:
    found = said(source)

    assert words in found.en
    assert found.ja and found.ja != found.en


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("x = （1)", ["a.py, line 1", "  x = （1)", "      ^"]),
        ("あ = （1)", ["a.py, line 1", "  あ = （1)", "       ^"]),
        ("def f(x):\n    y = x\u3000+ 1\n", ["a.py, line 2", "  y = x□□+ 1", "       ^"]),
        ("x = (1", ["a.py, line 1", "  x = (1", "      ^"]),
        ("def f(x)\n    return x", ["a.py, line 1", "  def f(x)", "          ^"]),
    ],
)
def test_the_line_stands_by_itself_with_a_mark_below_the_place(source: str, place: list[str]) -> None:
    assert mark(source)[:3] == place


# The same mistake as Python 3.11 to 3.14 word it.
WORDED = [
    ("if x = 1: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "compared by `==`"),
    ("if f() = 1: pass", "cannot assign to function call here. Maybe you meant '==' instead of '='?", "compared by `==`"),
    ("f(a.b=1)", 'expression cannot contain assignment, perhaps you meant "=="?', "compared by `==`"),
    ("def f(a=1, b): pass", "non-default argument follows default argument", "put it before"),
    ("def f(a=1, b): pass", "parameter without a default follows parameter with a default", "put it before"),
    ("def f(a, a): pass", "duplicate argument 'a' in function definition", "`a` stands there twice"),
    ("def f(a, a): pass", "duplicate parameter 'a' in function definition", "`a` stands there twice"),
    ("x = 'a", "unterminated string literal (detected at line 1)", "quotation mark"),
    ("x = 'a", "unterminated string literal (detected at line 1); perhaps you escaped the end quote", "quotation mark"),
    ("x = f'a", "unterminated f-string literal (detected at line 1)", "quotation mark"),
    ("x = t'a", "unterminated t-string literal (detected at line 1)", "quotation mark"),
    ("x = f'{a'", "f-string: expecting '}'", "f-string"),
    ("retrun x", "invalid syntax. Did you mean 'return'?", "write `return`"),
    ("else if x:", "expected ':'", "write `elif`"),
    ("else if x:", "invalid syntax", "write `elif`"),
    ("  return 1", "'return' outside function", "outside every function"),
    ("break", "'break' outside loop", "outside every loop"),
    ("continue", "'continue' not properly in loop", "outside every loop"),
    ("y = 1", "expected an indented block", "with the colon"),
    ("x = 1 \\ ", "unexpected character after line continuation character", "the line must end"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message", "words"), WORDED)
def test_every_python_is_understood(line: str, message: str, words: str) -> None:
    found = syntax_said(AnswerError("syntax", "SyntaxError", message, 1), file_answer("a.py", line))

    assert words in found.en and found.ja != found.en


@pytest.mark.parametrize(
    "source",
    ["form in x y", "fun is None y", "form.x y", "x = 3 4 if", "lambda: (yield) x", "returns = 3 x", "function: 3 x"],
)
def test_nothing_is_said_of_what_may_be_meant(source: str) -> None:
    assert "no word of Python" not in said(source).en


def test_python_s_own_message_stands_below_and_the_sentence_above() -> None:
    source = "def f(x):\n    return （x)\n"
    stop = refused(source)
    _, message, line = explain_stop(stop, file_answer("a.py", source))

    assert line == 2
    assert message.en.startswith("the file cannot be read as Python (a.py, line 2): character 12 of the line")
    assert "SyntaxError: invalid character" in syntax_shown(stop, file_answer("a.py", source)).en


@given(st.text(max_size=60), st.text(max_size=200), st.integers(-2, 80), st.integers(-2, 300))
def test_hostile_words_are_only_looked_at(message: str, source: str, line: int, column: int) -> None:
    stop = AnswerError("syntax", "SyntaxError", message, line, column)
    answer = file_answer("a.py", source)

    assert isinstance(syntax_said(stop, answer), Text)
    shown = syntax_shown(stop, answer)
    assert shown == NOTHING or len(shown.en) < 1000


def test_looking_for_brackets_is_linear() -> None:
    source = "(" * 30_000 + "]"
    stop = AnswerError(
        "syntax", "SyntaxError", "closing parenthesis ']' does not match opening parenthesis '('", 1, 30_001
    )

    assert "is open there" in syntax_said(stop, file_answer("a.py", source)).en
