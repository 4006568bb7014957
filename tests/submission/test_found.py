"""A right answer is found under any name and in any layout, and what stands round it costs nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grader.course.stub import pristine_stub
from grader.model import Course
from tests.conftest import exercise, reference_source
from tests.submission.handed_in import FUNCTION, GATES, LAYER, RELU, SIGMOID, SOFTMAX, XOR, Files, Grader


def cell(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source, **more}


def document(*cells: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **more}


def notebook(*sources: str) -> str:
    return json.dumps(document(*map(cell, sources)))


# --- names ------------------------------------------------------------------------------------------------

NAMES = [
    "relu (1).py", "relu - Copy.py", "relu - コピー.py", "relu copy 2.py", "relu - Copy (2).py", "Copy of relu.py",
    "コピー ～ relu.py", "relu（1）.py", "s101_relu.py", "relu_s101.py", "Relu.PY", "RELU.py", "relu.py.txt", "relu.txt",
    "answer.py", "main.py", "ｒｅｌｕ.py", "relu .py", " relu.py", "relu..py", "relu.python",
]  # fmt: skip
BESIDE_THE_STUB = [
    "relu (1).py", "relu_final.py", "relu copy.py", "relu_v2.py", "relu - Copy.py", "relu - コピー.py", "relu のコピー.py",
    "relu copy 2.py", "relu - Copy (2).py", "Copy of relu.py", "コピー ～ relu.py", "relu（1）.py", "relu_完成.py",
    "relu.bak.py", "s101_relu.py", "relu_s101.py",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_one_right_answer_alone_in_a_folder(hand_in: Grader, name: str) -> None:
    graded = hand_in({name: RELU}, "relu")

    assert (graded.statuses, graded.submission.notes) == (["passed"], ())


@pytest.mark.parametrize("name", ["ReLU 2/relu.py", "sigmoid/main.py", "common/activations.py", "w2/hw/src/a b.py"])
def test_one_right_answer_in_a_folder_of_any_name(hand_in: Grader, name: str) -> None:
    assert hand_in({name: RELU}, "relu").statuses == ["passed"]


@pytest.mark.parametrize("name", BESIDE_THE_STUB)
def test_the_finished_copy_counts_and_not_the_untouched_stub(hand_in: Grader, course: Course, name: str) -> None:
    graded = hand_in({"relu.py": pristine_stub(exercise(course, "relu")), name: RELU}, "relu")

    assert graded.statuses == ["passed"]
    assert f"{name} is graded" in graded.said
    assert "relu.py: what is asked for is not written there yet" in graded.said


@pytest.mark.parametrize("ending", [".py", ".ipynb", ".ipynb.txt", ".ipynb.json", ".py.txt"])
def test_one_file_with_everything(hand_in: Grader, ending: str) -> None:
    source = "\n".join([RELU, SIGMOID, SOFTMAX, *GATES.values()])
    data = notebook(source) if "ipynb" in ending else source

    graded = hand_in({f"homework{ending}": data}, "relu", "sigmoid", "softmax", "logic_gates")

    assert set(graded.statuses) == {"passed"}
    assert graded.submission.notes == ()


# --- what stands round an answer ------------------------------------------------------------------------------

WHOLE = {
    "a plot below the function": RELU.replace("np\n", "np\nimport matplotlib.pylab as plt\n", 1)
    + "X = np.arange(-5.0, 5.0, 0.1)\nplt.plot(X, relu(X))\nplt.ylim(-0.1, 5.1)\nplt.show()\n",
    "an import that nothing uses": f"import matplotlib.pyplot as plt\n{RELU}",
    "a plot behind the guard": f"{RELU}if __name__ == '__main__':\n    import matplotlib.pyplot as plt\n    plt.plot([1])\n",
    "an exported notebook": "#!/usr/bin/env python\n# coding: utf-8\n# In[1]:\n"
    "get_ipython().run_line_magic('matplotlib', 'inline')\n"
    f"{RELU}# In[3]:\nget_ipython().system('pip install tqdm')\ndisplay(relu(np.array([1.0])))\n",
    "the file's own place": "import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), '..'))\n" + RELU,
    "the folder above": f"import os, sys\nsys.path.append(os.pardir)\n{RELU}",
    "a function of a file that is not there": f"from common.functions import softmax\n{RELU}",
    "all of a file that is not there": f"from common.functions import *\n{RELU}",
    "the library's command": f"import argparse\n{RELU}\nargs = argparse.ArgumentParser().parse_args()\n",
    "tests": f"import unittest\n{RELU}\nassert relu(1) == 2, 'not yet'\nunittest.main()\n",
    "a question": f"{RELU}n = int(input('how many? '))\nprint(relu(n))\n",
    "data": f"{RELU}data = np.load('mnist.npy')\nfor x in data:\n    print(relu(x))\n",
    "the end": f"import sys\n{RELU}sys.exit(0)\n",
}


@pytest.mark.parametrize("what", WHOLE)
@pytest.mark.parametrize("name", ["relu.py", "relu.ipynb"])
def test_what_the_answer_does_not_need_costs_nothing(hand_in: Grader, name: str, what: str) -> None:
    data = notebook(WHOLE[what]) if name.endswith("ipynb") else WHOLE[what]

    assert hand_in({name: data}, "relu", alone=True).statuses == ["passed"]


CELLS = {
    "imports in a cell of their own": ("import numpy as np\nimport matplotlib.pyplot as plt", RELU[18:], "plt.plot([1])"),
    "an import of what is not there": ("import numpy as np", f"from common.functions import softmax\n{RELU[18:]}"),
    "a cell that writes a file": (f"%%writefile relu.py\n{RELU}", "from relu import relu"),
    "a cell that writes a file, and nothing more": (f"%%writefile relu.py\n{RELU}",),
    "a cell that writes a file in a folder": (f"%%writefile common/act.py\n{RELU}", "from common.act import *"),
}  # fmt: skip


@pytest.mark.parametrize("what", CELLS)
def test_cells_round_an_answer(hand_in: Grader, what: str) -> None:
    assert hand_in({"a.ipynb": notebook(*CELLS[what])}, "relu", alone=True).statuses == ["passed"]


LAYERS: dict[str, Files] = {
    "one notebook, the class first": {"a.ipynb": notebook(LAYER, FUNCTION)},
    "one notebook, the function first": {"a.ipynb": notebook(FUNCTION, LAYER)},
    "one file, the class first": {"a.py": f"{LAYER}\n\n{FUNCTION}"},
    "one file, the function first": {"a.py": f"{FUNCTION}\n\n{LAYER}"},
    "two notebooks": {"layers.ipynb": notebook(LAYER), "init.ipynb": notebook(FUNCTION)},
    "two files": {"layers.py": LAYER, "init.py": FUNCTION},
    "a file and a notebook": {"init.py": FUNCTION, "z.ipynb": notebook(LAYER)},
}


@pytest.mark.parametrize("where", LAYERS)
def test_a_function_of_an_accepted_name_does_not_replace_the_class(hand_in: Grader, where: str) -> None:
    assert hand_in(LAYERS[where], "relu_layer").statuses == ["passed"]


# --- files that import each other ---------------------------------------------------------------------------


def test_the_book_s_own_modules(hand_in: Grader) -> None:
    files = {
        "common/__init__.py": "",
        "common/functions.py": SOFTMAX,
        "softmax.py": "import sys, os\nsys.path.append(os.pardir)\nfrom common.functions import softmax\n",
    }

    assert hand_in(files, "softmax").statuses == ["passed"]


def test_gates_that_import_gates(hand_in: Grader) -> None:
    imports = "".join(f"from {name.lower()}_gate import {name}\n" for name in GATES)
    files = {f"{name.lower()}_gate.py": source for name, source in GATES.items()} | {"xor_gate.py": imports + XOR}

    assert hand_in(files, "xor_gate", "logic_gates").statuses == ["passed", "passed"]


# --- platforms ----------------------------------------------------------------------------------------------


def test_two_files_with_her_number_in_front(hand_in: Grader) -> None:
    graded = hand_in({"s101_relu.py": RELU, "s101_sigmoid.py": SIGMOID}, "relu", "sigmoid")

    assert (graded.statuses, graded.submission.notes) == (["passed", "passed"], ())


def test_one_file_with_all_in_it_beside_a_scratch_file(hand_in: Grader) -> None:
    graded = hand_in({"homework.py": f"{RELU}\n{SIGMOID}", "scratch.py": "import numpy"}, "relu", "sigmoid")

    assert graded.statuses == ["passed", "passed"]
    assert "not used: scratch.py" in graded.said


# --- notebooks as tools save them ------------------------------------------------------------------------------

WIDGETS: dict[str, Any] = {"widgets": {"application/vnd.jupyter.widget-state+json": {"x": {}}}}
ERROR = {"output_type": "error", "ename": "X", "evalue": "y", "traceback": ["\x1b[0;31m"]}
PICTURE = {"output_type": "display_data", "data": {"image/png": "A" * 3_000_000}, "metadata": {}}
BARE = {"cell_type": "code", "source": RELU}
SAVED: dict[str, dict[str, Any]] = {
    "no ids": document(cell(RELU), cell(RELU)),
    "equal ids": document(cell(RELU, id="a"), cell(RELU, id="a")),
    "widgets that are broken": document(cell(RELU, id="a"), metadata=WIDGETS),
    "no metadata": {"nbformat": 4, "cells": [BARE]},
    "a later format": document(cell(RELU, id="a"), nbformat=5, nbformat_minor=9),
    "no format": {"cells": [BARE]},
    "nulls": {"nbformat": 4, "metadata": None, "cells": [None, {**BARE, "source": None}, {**BARE, "metadata": None}]},
    "lines in a list": document({**cell(RELU), "source": RELU.splitlines(keepends=True)}),
    "tabs": document(cell(RELU.replace("    ", "\t"))),
    "a form": document(cell(f'#@title Answer {{ display-mode: "form" }}\nk = 3 #@param {{type:"integer"}}\n{RELU}')),
    "outputs of 3 MB": document(cell(RELU, id="a", outputs=[ERROR, PICTURE])),
}


@pytest.mark.parametrize("how", SAVED)
def test_a_notebook_as_a_tool_saves_it(hand_in: Grader, how: str) -> None:
    graded = hand_in({"a.ipynb": json.dumps(SAVED[how])}, "relu", alone=True)

    assert (graded.statuses, graded.submission.notes) == (["passed"], ())


BYTES = {
    "BOM": b"\xef\xbb\xbf" + notebook(RELU).encode(),
    "CRLF": json.dumps(document(cell(RELU)), indent=1).replace("\n", "\r\n").encode(),
    "UTF-16": notebook(RELU).encode("utf-16"),
}


@pytest.mark.parametrize("how", BYTES)
def test_a_notebook_in_other_bytes(hand_in: Grader, how: str) -> None:
    assert hand_in({"a.ipynb": BYTES[how]}, "relu", alone=True).statuses == ["passed"]


# --- layouts and styles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["relu.py", "t.zip", "u.ipynb"])
def test_a_folder_called_like_a_file_is_a_folder(hand_in: Grader, folder: str) -> None:
    assert hand_in({f"{folder}/relu.py": RELU}, "relu").statuses == ["passed"]
    assert hand_in({f"{folder}/relu.py": RELU}, "relu", alone=True).statuses == ["passed"]


def test_an_import_from_the_future_in_a_later_cell(hand_in: Grader) -> None:
    annotated = RELU[18:].replace("(x)", "(x: np.ndarray) -> NDArray")
    cells = notebook("import numpy as np\nprint('hello')", f"from __future__ import annotations\n{annotated}")

    assert hand_in({"a.ipynb": cells}, "relu").statuses == ["passed"]


IN_PLACE = """import numpy as np


def softmax(x):
    x = x.copy()
    x -= np.max(x, axis=-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(axis=-1, keepdims=True)
    return x


def leaky_relu(x, alpha=0.01):
    y = x.copy()
    y[y < 0] *= alpha
    return y
"""
STYLES = [
    ("softmax", IN_PLACE),
    ("leaky_relu", IN_PLACE),
    ("sigmoid", "def sigmoid(x):\n    return np.exp(-np.logaddexp(0, -np.asarray(x, float)))\n"),
    (
        "sigmoid",
        "def sigmoid(x):\n    with np.errstate(over='ignore'):\n        return 1 / (1 + np.exp(-np.asarray(x, np.float32)))\n",
    ),
    ("tanh", "def tanh(x):\n    e = np.exp(-2 * np.abs(x))\n    return np.sign(x) * (1 - e) / (1 + e)\n"),
    (
        "softmax",
        "def softmax(x):\n    s = x - np.max(x, -1, keepdims=True)\n"
        "    return np.exp(s - np.log(np.exp(s).sum(-1, keepdims=True)))\n",
    ),
    ("relu", "def relu(x):\n    return x * (x > 0)\n"),
    ("relu", "def relu(x):\n    return (x + np.abs(x)) / 2\n"),
    ("relu", "def relu(x):\n    return np.where(x > 0, x, 1e-17)\n"),
]


@pytest.mark.parametrize(("id_", "source"), STYLES)
def test_a_right_answer_passes_in_any_style(hand_in: Grader, id_: str, source: str) -> None:
    assert hand_in({f"{id_}.py": f"import numpy as np\n\n\n{source}"}, id_).statuses == ["passed"]


@pytest.mark.parametrize(
    "draw",
    ["random.rand(*x.shape)", "random.random(x.shape)", "random.random_sample(size=x.shape)", "random.uniform(size=x.shape)",
     "random.default_rng().random(x.shape)", "random.uniform(0, 1, x.shape).astype(np.float32)"],
)  # fmt: skip
def test_dropout_draws_from_any_generator(hand_in: Grader, draw: str, course: Course) -> None:
    reference = reference_source(course, "dropout")
    source = reference.replace("random.rand(*x.shape)", draw)
    assert draw in source

    assert hand_in({"dropout.py": source}, "dropout").statuses == ["passed"]
