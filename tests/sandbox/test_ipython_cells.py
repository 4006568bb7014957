"""Cells as IPython reads them: the same definitions as its own transformer gives, on the same lines, in linear time."""

from __future__ import annotations

import ast
import textwrap
import time
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from grader.sandbox.inside.ipython_cells import as_python, parse_cell

F = "def f(x):\n    return x"


def said(tree: ast.Module) -> str:
    """What a cell defines. What it says and does besides is all one."""
    return ast.dump(ast.Module([one for one in map(_Plain().visit, tree.body) if not isinstance(one, ast.Pass)], []))


class _Plain(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return ast.Pass()

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.Name("command", ast.Load()) if "get_ipython" in ast.dump(node.func) else node


def by_ipython(cell: str) -> ast.Module:
    """A cell as IPython reads it, and the bodies and statements that its magics run as these do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(TransformerManager().transform_cell(cell))  # type: ignore[no-untyped-call]
    read: ast.Module = ast.fix_missing_locations(_Run().visit(tree))
    return read


class _Run(ast.NodeTransformer):
    """A cell magic and `%time` run what they are given."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        if not (isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute)):
            return node
        said = [str(part.value) for part in node.value.args if isinstance(part, ast.Constant)]
        if node.value.func.attr == "run_cell_magic":
            return by_ipython(said[2]).body if said[0] in ("time", "timeit", "capture", "grade") else []
        if node.value.func.attr == "run_line_magic" and said[0] == "time" and said[1]:
            return ast.parse(said[1]).body
        return node


SAME = [
    f"    {F}".replace("\n", "\n    "),
    "\n\n  # first\n  x = 1\n",
    "\tdef f(x):\n\t\treturn x",
    f"%matplotlib inline\n{F}",
    f"%config InlineBackend.figure_format = 'retina'\n{F}",
    f"!pip install numpy\n{F}",
    f"!pip install \\\n   numpy \\\n   scipy\n{F}",
    f"!echo \"it's (\n{F}",
    f"!!ls\n{F}\n!ls",
    f"%cd it's\n{F}",
    f"files = !ls *.py\n{F}",
    f"files = !ls \\\n  *.py\n{F}",
    f"a, b = %lookup it's\n{F}",
    f"d['k'] = !ls\n{F}",
    f"d[\n'k'\n] = !ls\n{F}",
    f"x: list = !ls\n{F}",
    f"np.dot?\n{F}",
    f"np.dot??\n{F}\nf?",
    f"?np.dot\n{F}\n??f\n?",
    f"f.*x*?\n{F}\n%time?\nd[0].a?",
    f"%%time?\n{F}",
    f"x = f?\n{F}",
    f",print a b's\n{F}",
    f";print a b's (\n{F}",
    f"/print a b\n{F}",
    f"x = 1;\n{F};",
    f"x = 1\n;\n{F}",
    f"if True:\n    %time x = 1\n    !ls 'a\n    y = 3\n{F}",
    f"for i in range(3):\n  !echo {{i}}\n  np?\nelse:\n  %cd ..\n{F}",
    f"def g():\n    %time y = 1\n    files = !ls\n    return files\n{F}",
    f"%time x = 1\n{F}",
    f"%time x = [1, \\\n   2]\n{F}",
    f"%time print('a')\n{F}",
    f"%%time\n{F}",
    "\n  %%time\n  x = 1\n  %cd ..\n",
    f"%%time\n%%capture out\n{F}\nf?",
    "%%timeit -n 3\n  x = 1\n  y = 2",
    f"%%bash\ndef f\n{F}",
    "%%html\n<b>\n%time",
    "%%javascript\nvar x = 1",
    "%%latex\n$x$",
    f"%%writefile a.py\n{F}",
    f"%%no_such_magic\n{F}",
    "%cd ..\nx = 7\n(x\n% 3)\ny = [x\n % 3]",
    "%cd ..\nx = 7 \\\n% 3",
    "%cd ..\nx = '''\n%time\n!ls\nf?\n'''\ny = 1",
    'def f(x):\n    """\n    >>> f(1)\n    ... 1\n    %time\n    """\n    return x\n%cd ..',
    "%cd ..\nx = f'{1!r}' # why?\ny = \"what?\"",
    "%cd ..\nx = 'a\\\n%time b'\n",
    "%cd ..\nx = y = lambda a=1: a == 2\nassert x != 3",
    "%cd ..\nx = {'a': 1,  # (\n'b': 2}",
    ">>> x = 1\n>>> def f(x):\n...     return x\n...\n>>> f(x)",
    ">>> def f(x):\n...     '''doc\n...     >>> f(1)\n...     '''\n...     return x\n",
    ">>> x = '''a\n... b'''\n>>> y = f(\n...    1)",
    ">>> %time x = 1\n>>> !ls 'a\n>>> y = 1",
    "    >>> x = 1\n    >>> y = 2",
    "In [1]: x = 1\n\nIn [2]: def f(x):\n   ...:     return x\n   ...: ",
    "In [12]: %time x = 1\n",
    "[ins] In [1]: x = 1",
    "...\nx = 1\n%cd ..",
    "x = 1\n...\n",
    "class A:\n    %cd ..\n    def f(self): return 1",
    "%cd ..\nx = a if b else c\ny = a if b else (\n1)",
    "",
    "\n\n",
    "%cd ..",
    "#@title A form\n%cd ..\nx = 1",
    "%cd ..\nx = '\\''\n",
]  # fmt: skip


@pytest.mark.parametrize("cell", SAME)
def test_the_same_definitions_as_ipythons_own(cell: str) -> None:
    assert said(parse_cell(cell)) == said(by_ipython(cell))


PIECES = [
    *F.split("\n"), "x = 1", "if x:", "    y = 2", "else:", "    pass", "class A:", "    z = '''", "'''", "(x\n% 3)", "x = [1,\n2]",
    "%cd ..", "    %cd ..", "!ls \\", "!ls 'a", "% 3", "    % 3", "x = !ls", "    x = %pwd", "x = 1 \\", "f?", "    f??", "?f",
    ",f a b", ";f a", "/f a", "x = 2  # why?", "x = '%s' % 3", "x = \"a?\"", "'''a", "%%time", "%%bash", "%%capture out", "", ";",
    ">>> x = 1", ">>> def g():", "...     return 1", "    >>> x", "In [1]: x = 1", "   ...: y = 2", "x != 1", "d['a'] = !ls",
]  # fmt: skip


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.sampled_from(["", "  ", "\t"]))
def test_the_same_of_whatever_lines(lines: list[str], indent: str) -> None:
    cell = textwrap.indent("\n".join(lines), indent)
    assume(not (">>>" in cell and "'''" in cell))  # IPython takes prompts out of some strings; ours are left alone
    try:
        theirs = by_ipython(cell)
        compile(theirs, "cell", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, RuntimeError):
        return  # it is none in Jupyter either
    assert said(parse_cell(cell)) == said(theirs)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_line_stays_where_it_was(lines: list[str]) -> None:
    cell = "\n".join(lines)
    assert as_python(cell).count("\n") == cell.count("\n")


WAITING = """x = await f()
async for y in f():
    z = 1
async with f() as g:
    pass
if x:
    a = [await one for one in x]
    b = 2
elif await f():
    c = 3
try:
    await f()
except ValueError:
    d = await f()
else:
    e = 1
match x:
    case 1: k = await f()
    case 2: l = 2
try: pass
except (await f()): m = 1
class A:
    n = [i async for i in f()]
    async def o(self): return await f()
p = lambda: (yield)
async def q(): return [i async for i in f()]
"""


def test_what_waits_at_the_top_of_a_cell_is_left_out_and_nothing_else() -> None:
    tree = parse_cell(WAITING)
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}

    compile(tree, "cell", "exec")
    assert stored == {"b", "e", "l", "p", "i"}
    assert "o" in ast.dump(tree) and "q" in ast.dump(tree)


@pytest.mark.parametrize("cell", ["pip install numpy", "  cd ..\n", "matplotlib inline"])
def test_a_command_without_its_percent_sign_is_no_broken_cell(cell: str) -> None:
    assert parse_cell(cell).body == []


@pytest.mark.parametrize("top", ["%%prun", "%%python3", "%%script python3", "# first\n%%time", "%%memit -r 3"])
def test_a_body_that_is_python_defines_something(top: str) -> None:
    assert said(parse_cell(f"{top}\n{F}")) == said(ast.parse(F))


def test_pylab_brings_numpy() -> None:
    assert ast.unparse(parse_cell("%pylab inline")) == "import numpy, numpy as np\nfrom numpy import *"
    assert said(parse_cell("%pylab --no-import-all inline")) == said(ast.parse(""))


def test_an_error_is_on_its_own_line() -> None:
    with pytest.raises(SyntaxError) as caught:
        parse_cell("%cd ..\n!ls \\\n  a\n\ndef f(x:\n    return x")

    assert caught.value.lineno == 5


MANY = 1 << 16
HOSTILE = [
    "\\'" * MANY, "'''\\" * MANY, "((" * MANY, "()" * MANY, "%\n" * MANY, "%%time\n" * MANY, "a" * MANY + "?", "%%" + "a" * MANY + "?",
    "a." * MANY + "?", " " * MANY + "!", "\t\n" * MANY, "#\n" * MANY + "%", " #\n" * MANY + "%%x?", "\\\n" * MANY, "!\\\n" * MANY,
    ">>> x\n... y\n" * MANY, ">>>" * MANY, "In [1]: " * MANY, "...: \n" * MANY, "a ==" * MANY, "x =" + " " * MANY + "y", "?" * MANY,
    "\'\"\\\n" * MANY, "a?" + " " * MANY + "b", "pip" + " " * MANY + "\n\nx", "pip " + "\n" * MANY + "x", "%time " + "(" * MANY,
]  # fmt: skip


def test_every_text_is_read_in_a_time_that_grows_with_it() -> None:
    started = time.process_time()

    for cell in HOSTILE:
        as_python(cell)

    assert (
        time.process_time() - started < 60
    )  # a second or two; a pattern that begins anew at each character takes minutes
