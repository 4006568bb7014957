"""An answer in several files: the `.py` files of a hand-in are modules of its own, and nothing else on this machine is."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.record.fingerprint import answer_digest
from tests.submission.handed_in import GATES, LAYER, RELU, XOR, Files, Grader
from tests.submission.test_choosing import notebook

BIGGEST = "import numpy as np\n\n\ndef biggest(x):\n    return np.maximum(x, 0)\n"
CALLS = "def relu(x):\n    return {}(x)\n"


def calls(imports: str, called: str = "biggest") -> str:
    return f"{imports}\n\n\n{CALLS.format(called)}"


# --- ways to import ------------------------------------------------------------------------------------------

WAYS: dict[str, Files] = {
    "a file beside it": {"relu.py": calls("from helper import biggest"), "helper.py": BIGGEST},
    "as a module": {"relu.py": calls("import helper", "helper.biggest"), "helper.py": BIGGEST},
    "under another name": {"relu.py": calls("import helper as h", "h.biggest"), "helper.py": BIGGEST},
    "all of it": {"relu.py": calls("from common.functions import *"), "common/functions.py": BIGGEST},
    "all that it lists": {"relu.py": calls("from helper import *"), "helper.py": f"__all__ = ['biggest']\n{BIGGEST}"},
    "with __init__": {"relu.py": calls("from p.m import biggest"), "p/__init__.py": "", "p/m.py": BIGGEST},
    "without __init__": {"relu.py": calls("from p.m import biggest"), "p/m.py": BIGGEST},
    "by its dots": {"relu.py": calls("import p.m", "p.m.biggest"), "p/m.py": BIGGEST},
    "a module of a package": {"relu.py": calls("from p import m", "m.biggest"), "p/m.py": BIGGEST},
    "what __init__ defines": {"relu.py": calls("from p import biggest"), "p/__init__.py": BIGGEST},
    "what __init__ passes on": {
        "relu.py": calls("from p import biggest"), "p/__init__.py": "from .m import biggest\n", "p/m.py": BIGGEST,
    },
    "what __init__ passes on, all": {
        "relu.py": calls("import p", "p.biggest"), "p/__init__.py": "from p.m import *\n", "p/m.py": BIGGEST,
    },
    "three deep": {
        "relu.py": calls("from a.b.c import biggest"), "a/__init__.py": "", "a/b/c.py": "from ..d import biggest\n", "a/d.py": BIGGEST,
    },
    "from the folder": {"relu.py": calls("from . import helper", "helper.biggest"), "helper.py": BIGGEST},
    "from the folder's file": {"relu.py": calls("from .helper import biggest"), "helper.py": BIGGEST},
    "from a folder in the folder": {"w1/relu.py": calls("from .nn.m import biggest"), "w1/nn/m.py": BIGGEST},
    "from the folder above": {"ch3/relu.py": calls("from ..common.m import biggest"), "common/m.py": BIGGEST},
    "below the folder above": {
        "ch3/relu.py": calls("import sys, os\nsys.path.append(os.pardir)\nfrom common.m import biggest"), "common/m.py": BIGGEST,
    },
    "by its own place": {
        "ch3/relu.py": calls("import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).resolve().parents[1]))\nfrom common.m import biggest"),
        "common/m.py": BIGGEST,
    },
    "inside a function": {"relu.py": "def relu(x):\n    from helper import biggest\n    return biggest(x)\n", "helper.py": BIGGEST},
    "by importlib": {
        "relu.py": calls("import importlib\nhelper = importlib.import_module('helper')", "helper.biggest"), "helper.py": BIGGEST,
    },
    "by importlib, in a package": {
        "relu.py": calls("from importlib import import_module\nm = import_module('p.m')", "m.biggest"), "p/m.py": BIGGEST,
    },
    "by __import__": {"relu.py": calls("helper = __import__('helper')", "helper.biggest"), "helper.py": BIGGEST},
    "the answer itself": {"relu.py": "from activations import relu\n", "lib/activations.py": RELU},
    "the answer under another name": {"relu.py": "from lib.act import my_relu as relu\n", "lib/act.py": RELU.replace("relu", "my_relu")},
    "if one is not there the other": {
        "relu.py": calls("try:\n    from fast_helper import biggest\nexcept ImportError:\n    from helper import biggest"), "helper.py": BIGGEST,
    },
    "a chain": {"relu.py": calls("from a import biggest"), "a.py": "from b import biggest\n", "b.py": "from c import *\n", "c.py": BIGGEST},
    "a circle": {
        "relu.py": calls("import a", "a.biggest"), "a.py": f"import b\n{BIGGEST}", "b.py": "import a\n\n\ndef other(x):\n    return a.biggest(x)\n",
    },
    "a circle through the answer": {
        "relu.py": f"import helper\n{RELU.replace('np.maximum', 'helper.maximum')}",
        "helper.py": "import numpy as np\nimport relu\n\n\ndef maximum(a, b):\n    return np.maximum(a, b)\n",
    },
    "a value that it changes": {"relu.py": calls("import helper\nhelper.LOW = 0", "helper.biggest"), "helper.py": BIGGEST.replace("0)", "LOW)") + "\n\nLOW = -9\n"},
    "a helper that plots": {
        "relu.py": calls("from helper import biggest"),
        "helper.py": f"import matplotlib.pyplot as plt\n{BIGGEST}\nplt.plot([1])\nplt.show()\nprint(input('?'))\n",
    },
    "a folder with a dot": {"v1.2/relu.py": calls("from helper import biggest"), "v1.2/helper.py": BIGGEST},
    "from the folder, with a dot": {"v1.2/relu.py": calls("from .helper import biggest"), "v1.2/helper.py": BIGGEST},
    "Japanese names": {"relu.py": calls("from 関数 import 最大", "最大"), "関数.py": BIGGEST.replace("biggest", "最大")},
    "by a notebook": {"a.ipynb": notebook("from helper import biggest", CALLS.format("biggest")), "helper.py": BIGGEST},
    "by a notebook in a folder": {
        "nb/a.ipynb": notebook("import sys\nsys.path.append('..')\nfrom src.helper import *", CALLS.format("biggest")), "src/helper.py": BIGGEST,
    },
    "a class to build on": {"relu.py": "from base import Base\n\n\nclass _It(Base):\n    pass\n\n\nrelu = _It()\n",
                            "base.py": f"{BIGGEST}\n\nclass Base:\n    def __call__(self, x):\n        return biggest(x)\n"},
    "annotations": {"relu.py": calls("from __future__ import annotations\nfrom helper import biggest"), "helper.py": f'"""Mine."""\nfrom __future__ import annotations\n{BIGGEST}'},
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_imports_files_of_the_same_hand_in(hand_in: Grader, way: str) -> None:
    graded = hand_in(WAYS[way], "relu")

    assert graded.statuses == ["passed"], graded.results["relu"].message.en
    assert not any(f"not used: {path}" in graded.said for path in list(WAYS[way])[1:])


def test_a_layer_from_a_relative_package(hand_in: Grader) -> None:
    files = {"main.py": "from .nn.layers import Relu\n", "nn/__init__.py": "", "nn/layers.py": LAYER}

    assert hand_in(files, "relu_layer").statuses == ["passed"]


@pytest.mark.parametrize("third", ["or_gate.py", "or gate.py", "2-3 OR.py", "3/or.py", "or.ipynb"])
def test_three_gates_in_three_files(hand_in: Grader, third: str) -> None:
    made = notebook(GATES["OR"]) if third.endswith("ipynb") else GATES["OR"]
    files = {"and_gate.py": GATES["AND"], "nand_gate.py": GATES["NAND"], third: made}

    graded = hand_in(files, "logic_gates")

    assert (graded.statuses, "not used" in graded.said) == (["passed"], False)


def test_gates_in_files_of_which_one_imports_the_others(hand_in: Grader) -> None:
    uses = "import and_gate, nand_gate\nfrom or_gate import *\n\nAND, NAND = and_gate.AND, nand_gate.NAND\n\n\n"
    files = {f"{name.lower()}_gate.py": source for name, source in GATES.items()} | {"xor.py": uses + XOR}

    assert hand_in(files, "xor_gate").statuses == ["passed"]


# --- what is Python's stays Python's ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["numpy", "random", "math", "os", "typing"])
@pytest.mark.parametrize("what", ["{}.py", "{}/__init__.py"])
def test_a_file_called_like_python_s_own_never_wins_and_that_is_said(hand_in: Grader, name: str, what: str) -> None:
    path = what.format(name)
    source = RELU.replace("x, 0", f"x, 0 * len({name}.__name__)")
    files = {"relu.py": f"import {name}\n{source}", path: "raise ValueError\n"}

    graded = hand_in(files, "relu")

    assert graded.statuses == ["passed"]
    assert f"{path} is not used: `import {name}` means Python's own module of that name" in graded.said


def test_nothing_is_read_from_disk(hand_in: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "helper_on_disk.py").write_text(BIGGEST)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)

    graded = hand_in({"relu.py": calls("from helper_on_disk import biggest")}, "relu")

    assert graded.statuses == ["error"]


def test_an_unrelated_package_of_this_machine_is_not_there(hand_in: Grader) -> None:
    """What the grader itself imports is nothing to import."""
    for module in ("grader.model", "click", "pytest"):
        graded = hand_in({"relu.py": calls(f"import {module}\nbiggest = {module}.biggest")}, "relu")

        assert graded.statuses == ["error"]
        assert "No module named" in graded.results["relu"].message.en


# --- what an answer is -----------------------------------------------------------------------------------------


def digest(hand_in: Grader, files: Files) -> str:
    graded = hand_in(files, "relu")
    assert graded.results["relu"].answer is not None
    return answer_digest(graded.submission.answers["relu"])


def test_the_helpers_of_an_answer_are_a_part_of_it(hand_in: Grader) -> None:
    answer = calls("from helper import biggest")
    mine = digest(hand_in, {"relu.py": answer, "helper.py": BIGGEST})

    assert digest(hand_in, {"relu.py": answer, "helper.py": BIGGEST}) == mine
    assert digest(hand_in, {"relu.py": answer, "helper.py": BIGGEST.replace("0)", "1)")}) != mine
    assert digest(hand_in, {"relu.py": answer, "lib/helper.py": BIGGEST}) != mine
    assert digest(hand_in, {"relu.py": answer}) != mine


@pytest.mark.parametrize("other", ["notes.py", "notes.txt", "sigmoid.py", "a/b.py"])
def test_an_unrelated_file_is_no_part_of_an_answer(hand_in: Grader, other: str) -> None:
    files = {"relu.py": calls("from helper import biggest"), "helper.py": BIGGEST}

    assert digest(hand_in, {**files, other: "x = 1\n"}) == digest(hand_in, files)


def test_the_same_text_with_other_helpers_is_graded_by_itself(hand_in: Grader) -> None:
    answer = calls("from helper import biggest")

    right = hand_in({"relu.py": answer, "helper.py": BIGGEST}, "relu")
    wrong = hand_in({"relu.py": answer, "helper.py": BIGGEST.replace("0)", "1)")}, "relu")

    assert (right.statuses, wrong.statuses) == (["passed"], ["failed"])


# --- what is missing ---------------------------------------------------------------------------------------------

MISSING = [
    ("from common import biggest", "biggest", "module-not-handed-in", "common", "common.py"),
    ("from common.functions import biggest", "biggest", "module-not-handed-in", "common.functions", "common/functions.py"),
    ("import common", "common.biggest", "module-not-handed-in", "common", "common.py"),
    ("from .helper import biggest", "biggest", "module-not-handed-in", "helper", "helper.py"),
    ("from scipy.special import softplus", "softplus", "module-not-there", "scipy.special", "only numpy and the standard library"),
    ("import torch", "torch.relu", "module-not-there", "torch", "only numpy and the standard library"),
    ("import pandas as pd", "pd.Series", "module-not-there", "pandas", "only numpy and the standard library"),
    ("import numpi as np", "np.abs", "numpy-misspelt", "numpi", "did you mean numpy?"),
]  # fmt: skip


@pytest.mark.parametrize(("imports", "called", "slug", "module", "words"), MISSING)
@pytest.mark.parametrize("name", ["relu.py", "a.ipynb"])
def test_what_is_missing_is_told(
    hand_in: Grader, name: str, imports: str, called: str, slug: str, module: str, words: str
) -> None:
    data = notebook(imports, CALLS.format(called)) if name.endswith("ipynb") else calls(imports, called)

    result = hand_in({name: data}, "relu", alone=True).results["relu"]

    assert (result.status, result.score) == ("error", 0)
    [diagnosis] = result.diagnoses
    said = f"{diagnosis.message.en} {diagnosis.hint.en}"
    assert (diagnosis.slug, module in said, words in said) == (slug, True, True), said
    assert {check.line for check in result.checks} <= {1, 3, 5, 6}  # where it is imported or used


def test_what_a_helper_lacks_is_told(hand_in: Grader) -> None:
    files = {"relu.py": calls("from helper import biggest"), "helper.py": "from util import biggest\n"}

    [diagnosis] = hand_in(files, "relu").results["relu"].diagnoses

    assert (diagnosis.slug, "util.py" in diagnosis.hint.en) == ("module-not-handed-in", True)


def test_what_is_missing_and_not_used_costs_nothing_and_is_said_once(hand_in: Grader) -> None:
    graded = hand_in({"relu.py": f"import torch\nfrom common.util import *\n{RELU}"}, "relu")

    assert graded.statuses == ["passed"]
    assert len(graded.results["relu"].notes) <= 1


def test_an_error_in_a_helper_is_told_with_its_file(hand_in: Grader) -> None:
    helper = BIGGEST.replace("np.maximum(x, 0)", "x.reshape(7, 7, 7)")

    result = hand_in({"relu.py": calls("from m import biggest"), "lib/m.py": helper}, "relu").results["relu"]

    assert (result.status, "lib/m.py, line 5" in result.message.en) == ("error", True), result.message.en
