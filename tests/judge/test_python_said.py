"""What is said of Python 2, of a newer Python and of what numpy took away: true of each, and nothing of anything else."""

from __future__ import annotations

import ast
import itertools
import math
import pickle
import sys
import warnings

import numpy as np
import pytest

from grader.errors import AnswerError
from grader.judge.explain import explain_stop, note_text
from grader.judge.fstrings import has_newer_fstring
from grader.judge.python_said import _ADDED, _OLDER_NAMES, _REPLACED, python_said
from grader.model import NOTHING, Text, file_answer


def refused(source: str) -> AnswerError:
    """What a worker says of a source that this Python cannot read."""
    with pytest.raises(SyntaxError) as caught, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ast.parse(source)
    return AnswerError("syntax", type(caught.value).__name__, str(caught.value.msg), caught.value.lineno)


def said_of(source: str) -> Text:
    stop = refused(source)
    return python_said(stop, source.split("\n")[(stop.line or 1) - 1])


def raised(source: str) -> AnswerError:
    with pytest.raises(Exception) as caught, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(source, "a.py", "exec", dont_inherit=True), {"np": np})
    return AnswerError("exception", type(caught.value).__name__, str(caught.value)[:300], 1)


@pytest.mark.parametrize(
    ("source", "instead"),
    [
        ("print x", "print(x)"),
        ("def f():\n    print 'a', 3", "print(x)"),
        ("print 'a %s' % x", "print(x)"),
        ("exec 'x'", "exec(x)"),
        ("try:\n    pass\nexcept (A, B), e:\n    pass", "except (A, B) as e:"),
        ("raise ValueError, 'x'", "raise E(x)"),
        ("x = 0777", "0o777"),
        ("x = 10L", "`10`"),
        ("x = ur'a'", 'r"…"'),
        ("if a <> b: pass", "a != b"),
        ("x = `y` + 'a'", "repr(x)"),
        ("def f((a, b)): pass", "def f(ab)"),
        ("x = lambda (a, b): a", "lambda ab"),
    ],
)
def test_python_2_is_named(source: str, instead: str) -> None:
    said = said_of(source)

    assert "Python 2" in said.en and instead in said.en
    assert "Python 2" in said.ja and instead in said.ja


def test_tabs_and_blanks() -> None:
    assert "Tabs" in said_of("if x:\n\ty = 1\n        z = 2").en


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="Python 3.14 reads it as two types")
def test_an_exception_and_its_name_in_python_2() -> None:
    assert "except E as e:" in said_of("try:\n    pass\nexcept ValueError, e:\n    pass").en


NEWER = [
    ((3, 12), "type X = int"),
    ((3, 12), "type X[T] = list[T]"),
    ((3, 12), "def f[T](x): return x"),
    ((3, 12), "class A[T]: pass"),
    ((3, 13), "class A[T = int]: pass"),
    ((3, 12), 'f"{x["a"]}"'),
    ((3, 12), "print(f'{a['b']} and {c}')"),
    ((3, 12), r"""y = f"{'\n'.join(x)}" """),
    ((3, 12), 'f"{f"{f"{1}"}"}"'),
    ((3, 12), 'f"{x!r:{y["a"]}}"'),
    ((3, 12), 'f"{", ".join(x)}" + "a"'),
    ((3, 14), 't"{x}"'),
    ((3, 14), "try:\n    pass\nexcept ValueError, TypeError:\n    pass"),
    ((3, 14), "try:\n    pass\nexcept a.B, C, D:\n    pass"),
]


@pytest.mark.parametrize(("needed", "source"), NEWER)
def test_a_newer_python_is_named_where_this_one_is_older(needed: tuple[int, int], source: str) -> None:
    if sys.version_info >= needed:
        ast.parse(source)
    else:
        said = said_of(source)
        assert f"Python {needed[0]}.{needed[1]}" in said.en and f"Python {needed[0]}.{needed[1]}" in said.ja


@pytest.mark.parametrize(
    "source",
    [
        "def f(x:\n    return x", "x = = 1", "for i in range(3)\n    pass", "if x = 1: pass", "x = 'abc", "x = (1,", "  x = 1", "# 関数\n関 数",
        "f'{x[}'", "f'{a'", "f'{}'", "f'{a b}'", 'f"{a" + b + "c}"', "x = f'{a['", 'print(f"{x}" "', "f'{x['a'}'", "f'{x['a'b]}'", "f'}'",
        "retrun 'print x'", "x = y z # `a` <> b", "x == 'a <> b' c", "```python\nx = 1\n```", "def f(x) return x", "type = = 3",
        "else:", "class A(: pass", "return = 3", "x = 3L4", "def f(x, (y)): pass", "x = a ? b : c", "x++", "x = 1.2.3", "type (x) y = 3", "don't",
        'f"{x!}"', "f'{\\}'", 'x = "a" t "b"', "except ValueError:", "raise ValueError 'a'", "exec = = 1", "print(x", "xs[1 2]",
    ],
)  # fmt: skip
def test_of_any_other_mistake_nothing_is_said(source: str) -> None:
    assert said_of(source) == NOTHING


@pytest.mark.parametrize(
    ("source", "instead"),
    [
        ("xrange(3)", "`range`"),
        ("unicode('a')", "`str`"),
        ("{}.has_key('a')", "`k in d`"),
        ("{}.iteritems()", "`items`"),
        ("import cPickle", "`pickle`"),
        ("from itertools import izip", "`zip`"),
        ("import itertools; itertools.izip", "`zip`"),
        ("import sys; sys.maxint", "`sys.maxsize`"),
        ("map(str, [1])[0]", "list(map(…))"),
        ("len(zip([1]))", "list(zip(…))"),
        ("{}.keys()[0]", "list(d.keys(…))"),
    ],
)
def test_a_name_of_python_2_is_named(source: str, instead: str) -> None:
    said = python_said(raised(source), source)

    assert "Python 2" in said.en and instead in said.en


@pytest.mark.parametrize(
    "source",
    [
        "range(3/2)",
        "[1, 2][4/2]",
        "np.zeros(4)[4/2]",
        "[1][:2/2]",
        "np.ones(4/2)",
        "np.zeros(4).reshape(4/2, 2)",
        "'a' * (4/2)",
    ],
)
def test_a_division_is_a_perhaps(source: str) -> None:
    assert python_said(raised(source), source).en.startswith("Perhaps")


@pytest.mark.parametrize(
    "source", ["range(1.5)", "range(float(4 // 2))", "[1, 2]['a/b']", "{}.keyss()", "1 + 'a/b'", "xs", "import nothing", "np.nothing", "{}['a']", "[][0]"]
)  # fmt: skip
def test_of_any_other_exception_nothing_is_said(source: str) -> None:
    assert python_said(raised(source), source) == NOTHING


@pytest.mark.parametrize(("name", "needed"), _ADDED.items())
def test_a_name_that_came_later(name: str, needed: tuple[int, int]) -> None:
    module, _, last = name.rpartition(".")
    source = f"from {module} import {last}"
    if sys.version_info >= needed:
        exec(source, {})
    else:
        assert f"Python {needed[0]}.{needed[1]}" in python_said(raised(source), source).en


GONE = [*_REPLACED, *getattr(np, "__expired_attributes__", {}), *getattr(np, "__former_attrs__", {})]


@pytest.mark.parametrize("name", sorted(set(GONE)))
def test_what_numpy_took_away_is_said_whole(name: str) -> None:
    if name in vars(np):
        assert (
            python_said(AnswerError("exception", "AttributeError", f"module 'numpy' has no attribute '{name}'", 1), "")
            == NOTHING
        )
        return
    stop = raised(f"np.{name}")
    said = python_said(stop, f"np.{name}").en or stop.text
    imported = python_said(raised(f"from numpy import {name}"), "").en

    assert name in _REPLACED or getattr(np, "__expired_attributes__", {}).get(name, "") in said
    assert imported or not getattr(np, "__expired_attributes__", {}).get(name, "?")


@pytest.mark.parametrize("instead", sorted({one for said in _REPLACED.values() for one in said.split()}))
def test_what_is_to_be_written_instead_exists(instead: str) -> None:
    exec(instead, {"np": np, "a": np.ones(1), "pickle": pickle, "math": math})


def test_older_names_have_newer_ones() -> None:
    assert set(_OLDER_NAMES.values()).isdisjoint(_OLDER_NAMES)


def test_it_stands_behind_what_python_said() -> None:
    answer = file_answer("a.py", "import numpy as np\ndef f(x):\n    return np.trapz(x)\n")
    stop = AnswerError("exception", "AttributeError", "module 'numpy' has no attribute 'trapz'", 3)

    _, said, _ = explain_stop(stop, answer)
    _, hidden, _ = explain_stop(stop, answer, quoted=False)

    if "trapz" not in vars(np):
        assert said.en.endswith(
            "(a.py, line 3: return np.trapz(x)). numpy has taken `np.trapz` away: write `np.trapezoid`."
        )
    assert "trapz" not in hidden.en


def test_it_stands_behind_the_note_on_a_cell_that_was_left_out() -> None:
    answer = file_answer("a.py", "def f(x):\n    print x\n")

    noted = note_text(("broken-cell", 1, 2, "Missing parentheses in call to 'print'. Did you mean print(...)?"), answer)
    beyond = note_text(("broken-cell", 1, 9, "Missing parentheses in call to 'print'"), answer)

    assert (
        noted.en.endswith("(line 2). `print x` is Python 2; in Python 3 write `print(x)`.") and "Python 2" in beyond.en
    )


def test_hostile_lines_take_no_time() -> None:
    stops = [
        AnswerError("syntax", "SyntaxError", said, 1)
        for said in ("invalid syntax", "f-string: unmatched '['", "leading zeros in decimal")
    ]
    stops += [AnswerError("exception", "NameError", "name 'a' is not defined", 1)]
    pieces = [
        "f'{'",
        'f"{',
        "{",
        "'",
        "`",
        "def f(",
        "lambda (a,",
        "type a [",
        "def f[a =",
        "except a,",
        "0",
        "a.",
        "\\",
        "(",
        " ",
        "def f(:->a",
    ]
    for stop, piece, other in itertools.product(stops, pieces, pieces):
        python_said(stop, (piece * 1000)[:1000] + (other * 1000)[:999])
        has_newer_fstring((piece + other) * 200)
