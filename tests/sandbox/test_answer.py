"""What of a notebook runs: the wanted definitions and what they need, in an order that works, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.inside.answer import Notes, prepare
from grader.sandbox.inside.parsing import Source
from grader.sandbox.inside.pieces import Wanted, is_bare

STUB = "class Affine:\n    def __init__(self, W):\n        self.W = W\n\n    def forward(self, x):\n        raise NotImplementedError"


def numbered(*texts: str) -> list[Source]:
    cells, line = [], 1
    for text in texts:
        cells.append(Source(line, text))
        line += text.count("\n") + 1
    return cells


def run(
    *texts: str, want: tuple[str, ...] = ("f",), aliases: dict[str, list[str]] | None = None
) -> tuple[dict[str, Any], Notes]:
    """Select from cells and run what was selected, as the worker does."""
    asked = [Wanted(one, (aliases or {}).get(one, ())) for one in want]
    prepared, notes = prepare(numbered(*texts), asked, "n.ipynb")
    module: dict[str, Any] = {"__name__": "answer"}
    exec(prepared.code, module)
    return module, notes


# --- files ------------------------------------------------------------------------------------------------


def test_where_nothing_is_asked_for_all_of_it_runs() -> None:
    prepared, notes = prepare([Source(1, "x = 1\nprint"), Source(3, "y = x + 1")], [], "a.py")

    module: dict[str, Any] = {}
    exec(prepared.code, module)
    assert (module["y"], notes, prepared.code.co_filename) == (2, [], "a.py")


def test_a_syntax_error_of_a_file_has_its_line() -> None:
    with pytest.raises(SyntaxError) as caught:
        prepare([Source(1, "x = 1\n\ndef f(:\n    pass")], [Wanted("f")], "a.py")

    assert caught.value.lineno == 3


def test_a_file_inherits_no_future_of_the_grader() -> None:
    prepared, _ = prepare([Source(1, "def f(x: 1 + 1): pass")], [Wanted("f")], "a.py")

    module: dict[str, Any] = {}
    exec(prepared.code, module)
    assert module["f"].__annotations__ == {"x": 2}


# --- which definition ---------------------------------------------------------------------------------------


def test_nothing_but_the_needed_runs() -> None:
    module, notes = run(
        "raise SystemExit('plots')\nassert False",
        "def f(x):\n    return x + 1",
        "for i in range(10 ** 12): pass\nwhile True: pass\nimport no_such_module",
        "result = 1 / 0\nwith open('/none') as g: pass",
    )

    assert module["f"](1) == 2
    assert notes == [("left-out", [1, 2, 5], 6)]
    assert set(module) == {"__name__", "__builtins__", "f"}


def test_a_local_name_does_not_run_the_cell_that_has_it_too() -> None:
    module, _ = run("x = 1 / 0\nout = 1 / 0\nW = 1 / 0", "def f(x):\n    out = [W for W in x]\n    return out")

    assert module["f"]([1]) == [1]


@pytest.mark.parametrize(
    "definition",
    [
        "def f(): return 2",
        "async def f(): return 2",
        "class f:\n    def g(self): return 2",
        "f = lambda: 2",
        "f: object = lambda: 2",
        "f, g = (lambda: 2), 3",
        "g = f = lambda: 2",
    ],
)
def test_the_last_definition_wins(definition: str) -> None:
    module, _ = run("def f(): return 1", definition)

    assert module["f"].__code__.co_firstlineno == 2 if hasattr(module["f"], "__code__") else module["f"].g


@pytest.mark.parametrize(
    "filler", ["pass", "...", "'later'", "raise NotImplementedError", "raise NotImplementedError('x')"]
)
def test_a_later_stub_does_not_win(filler: str) -> None:
    module, _ = run("def f(): return 1", f"def f():\n    '''doc'''\n    {filler}")

    assert module["f"]() == 1


def test_the_last_stub_is_taken_if_none_is_complete() -> None:
    module, _ = run("def f(): pass", "def f(): raise NotImplementedError")

    with pytest.raises(NotImplementedError):
        module["f"]()


def test_a_later_stub_of_a_class_does_not_win() -> None:
    module, _ = run(
        "class Affine:\n    def __init__(self, W): self.W = W\n    def forward(self, x): return x * self.W", STUB,
        want=("Affine",),
    )  # fmt: skip

    assert module["Affine"](3).forward(2) == 6


def test_neither_does_it_win_by_way_of_a_helper() -> None:
    module, _ = run("def g(): return 1", "def f(): return g()", "def g(): pass")

    assert module["f"]() == 1


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        (STUB, True),
        (STUB.replace("raise NotImplementedError", "return x"), False),
        ("class A:\n    'doc'", True),
        ("class A:\n    eps = 1\n    def f(self): pass", True),
        ("class A:\n    eps = 1", False),
        ("class A(B): pass", False),
        ("class A:\n    def __init__(self): self.x = 1", False),
        ("class A:\n    async def f(self): return 1", False),
        ("def f(): raise ValueError", False),
        ("f = None", False),
    ],
)
def test_what_counts_as_a_stub(source: str, bare: bool) -> None:
    import ast

    assert is_bare(ast.parse(source).body[0]) is bare


def test_another_spelling_is_found() -> None:
    module, notes = run("class ReLU:\n    def f(self): return 1", want=("Relu",), aliases={"Relu": ["ReLU"]})

    assert module["ReLU"]().f() == 1
    assert notes == []


def test_a_stub_under_the_right_name_does_not_hide_another_spelling() -> None:
    stub, own = "class Relu:\n    def f(self): pass", "class ReLU:\n    def f(self): return 1"

    module, _ = run(own, stub, want=("Relu",), aliases={"Relu": ["ReLU"]})

    assert "Relu" not in module
    assert module["ReLU"]().f() == 1


@pytest.mark.parametrize("line", ["from no_such_module import f", "import f", "import f.g as f"])
def test_an_import_of_the_answer_is_not_the_answer(line: str) -> None:
    module, _ = run("def f(): return 1", line)

    assert module["f"]() == 1


def test_a_missing_symbol_is_noted() -> None:
    _, notes = run("def f(): return 1", want=("f", "g"))

    assert notes == [("missing", "g")]


def test_no_cells_at_all() -> None:
    assert run()[1] == [("missing", "f")]


# --- what comes along ------------------------------------------------------------------------------------


def test_imports_constants_and_helpers_come_along() -> None:
    module, _ = run(
        "import math as m, no_such_module\nfrom math import pi, no_such_name",
        "EPS, (OTHER, *_) = 0.5, (1, 2)\nRATE: float = 2.0",
        "def helper(x): return m.sqrt(x) + EPS",
        "def f(x): return helper(x) * RATE + pi * 0 + OTHER * 0",
    )

    assert module["f"](4) == 5.0


def test_decorators_defaults_bases_and_annotations_come_along() -> None:
    module, _ = run(
        "from functools import wraps\nMARK = 7\nKind = int",
        "def twice(g):\n    @wraps(g)\n    def inner(*a): return 2 * g(*a)\n    return inner",
        "class Base:\n    size = 3",
        "@twice\ndef f(x: Kind = MARK) -> Kind: return x",
        "class C(Base):\n    other = MARK\n    def g(self): return [f(i) for i in range(self.size)]",
        want=("f", "C"),
    )

    assert module["f"]() == 14
    assert module["C"]().g() == [0, 2, 4]


def test_a_helper_may_stand_below() -> None:
    module, notes = run("def f(): return helper()", "def helper(): return LIMIT", "LIMIT = 5")

    assert module["f"]() == 5
    assert notes == []


def test_cells_in_the_wrong_order_are_put_right_and_noted() -> None:
    module, notes = run(
        "f = double(base)", "def double(g): return lambda: 2 * g() * K", "def base(): return 4", "K = 1"
    )

    assert module["f"]() == 8
    assert ("out-of-order", "base") in notes


def test_what_a_call_reaches_is_what_stood_above_it() -> None:
    module, _ = run("K = 1\ndef make(): return K", "MADE = make()", "K = 2", "def f(): return MADE, K")

    assert module["f"]() == (1, 2)


def test_a_class_spread_over_cells() -> None:
    module, _ = run(
        "class Affine:\n    def __init__(self, W): self.W = W",
        "class Affine(Affine):\n    def forward(self, x): return x * self.W",
        "class Affine(Affine):\n    def backward(self, d): return d + self.W",
        want=("Affine",),
    )

    layer = module["Affine"](3)
    assert (layer.forward(2), layer.backward(1)) == (6, 4)


def test_methods_put_in_from_outside() -> None:
    module, _ = run(
        "class Affine:\n    def __init__(self, W): self.W = W\n    def forward(self, x): return x * self.W",
        "def backward(self, d): return d * SCALE\nSCALE = 10",
        "Affine.backward = backward",
        "Affine.trained = 1 / 0 if False else 2",
        want=("Affine",),
    )

    assert module["Affine"](3).backward(2) == 20
    assert module["Affine"].trained == 2


def test_methods_put_in_by_a_cell_above_the_class() -> None:
    module, notes = run(
        "Affine.backward = lambda self: 1", "class Affine:\n    def f(self): return 2", want=("Affine",)
    )

    assert module["Affine"]().backward() == 1
    assert notes == [("out-of-order", "Affine")]


def test_a_table_filled_in_several_steps() -> None:
    module, _ = run("table = {}\ntotal = 1", "table['a'] = 2\ntotal += 3", "def f(): return table, total")

    assert module["f"]() == ({"a": 2}, 4)


def test_a_definition_by_its_own_former_self() -> None:
    module, _ = run("def f(x): return x", "f = (lambda g: lambda x: g(x) + 1)(f)")

    assert module["f"](1) == 2


def test_conditional_imports() -> None:
    module, _ = run(
        "try:\n    import no_such_module as m\n    print(1 / 0)\nexcept ImportError:\n    import math as m\nelse:\n    1 / 0",
        "if True:\n    from math import pi",
        "if __name__ == '__main__':\n    from math import tau\n    raise SystemExit",
        "def f(): return m.floor(pi), m.floor(tau)",
    )

    assert module["f"]() == (3, 6)


def test_a_star_import_is_kept_for_names_from_nowhere() -> None:
    module, _ = run("from math import *\nfrom no_such_module import g", "def f(): return floor(2.5)")
    other, _ = run("from no_such_module import *", "def f(): return len([1])")

    assert module["f"]() == 2
    assert other["f"]() == 1


def test_every_part_of_a_dotted_import() -> None:
    module, _ = run(
        "import os.path\nimport xml.dom\nimport xml.sax", "def f(): return xml.dom.__name__, xml.sax.__name__"
    )

    assert module["f"]() == ("xml.dom", "xml.sax")


def test_of_two_imports_under_one_name_the_last_is_taken() -> None:
    module, _ = run("import no_such_module as np", "import math as np", "def f(): return np.pi")

    assert module["f"]() > 3


def test_a_future_import_stays_first() -> None:
    module, _ = run("import math", "from __future__ import annotations", "def f(x: Nowhere): return math.pi")

    assert module["f"].__annotations__ == {"x": "Nowhere"}


def test_a_chain_of_two_thousand_helpers() -> None:
    cells = [f"def h{i}(): return h{i + 1}()" for i in range(2000)] + ["def h2000(): return 1", "def f(): return h0"]

    module, _ = run(*cells)

    assert "h2000" in module


# --- damaged cells and lines -------------------------------------------------------------------------------


def test_a_broken_cell_is_left_out_and_noted() -> None:
    module, notes = run("def f(): return 1", "x = 1\nprint 'old'", "y = (")

    assert module["f"]() == 1
    assert [note[:3] for note in notes] == [("broken-part", 3, 3), ("broken-cell", 4, 4)]
    assert "print" in notes[0][3]


@pytest.mark.parametrize("rest", [(), ("def f():\n    raise NotImplementedError",)])
@pytest.mark.parametrize(
    "broken", ["\ndef f(x):\n    return (", "\nasync  def f(x):\n    return (", "\nclass f:\n    x = ("]
)
def test_a_broken_cell_that_holds_the_answer_is_an_error(broken: str, rest: tuple[str, ...]) -> None:
    with pytest.raises(SyntaxError) as caught:
        run("x = 1\ny = 2", broken, *rest)

    assert caught.value.lineno == 5


def test_a_broken_try_beside_a_good_answer_is_only_noted() -> None:
    module, notes = run("def f(): return 1", "def f(x): return (")

    assert module["f"]() == 1
    assert notes[0][0] == "broken-cell"


def test_a_broken_cell_under_one_spelling_beside_a_good_one_under_another() -> None:
    module, _ = run("class ReLU:\n    x = 1", "class Relu: (", want=("Relu",), aliases={"Relu": ["ReLU"]})

    assert module["ReLU"].x == 1


def test_a_cell_that_python_refuses_otherwise_is_left_out() -> None:
    module, notes = run("def f(): return 1", "x = '\0'", "y = " + "(" * 5000 + ")" * 5000)

    assert module["f"]() == 1
    assert [note[:2] for note in notes] == [("broken-cell", 2), ("broken-cell", 3)]


def test_what_only_the_compiler_refuses_matters_if_it_is_needed() -> None:
    assert run("def f(): return 1", "await something\nreturn 2")[0]["f"]() == 1
    with pytest.raises(SyntaxError) as caught:
        run("x = 1", "def f():\n    break")
    assert caught.value.lineno == 3


def test_lines_count_through_all_cells() -> None:
    module, _ = run("x = 1\ny = 2", "\n\ndef f():\n    return 1 / 0")

    with pytest.raises(ZeroDivisionError) as caught:
        module["f"]()
    entry = caught.traceback[-1]
    assert (entry.lineno + 1, str(entry.frame.code.raw.co_filename)) == (6, "n.ipynb")
