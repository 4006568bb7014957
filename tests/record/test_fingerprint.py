"""What of our own code decides a result is listed, and nothing that decides is forgotten."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from grader.record.fingerprint import DECIDING
from tests.conftest import ROOT

WAIVED = {
    "grader.classroom": "a package; what it is for stands in it",
    "grader.classroom.batch": "takes an answer to the pipeline and its result back, and looks into neither",
    "grader.record": "a package; what it is for stands in it",
    "grader.record.fingerprint": "makes the keys themselves",
    "grader.record.kept_oracles": "keeps oracles that the listed modules make",
}

# Every stage that a class goes through, on an answer that is right, one that is wrong, one that stops, a notebook, and none.
GRADING = """
import json, sys
from pathlib import PurePosixPath
from grader.classroom.batch import Brief, Handed, Question, grade_batch, read_batch
from grader.submission.files import File, parcel

brief = Brief(course=sys.argv[1], packed=b"", exercises=("affine", "relu"), seed=0, must_confine=False)
notebook = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
    {"cell_type": "code", "metadata": {}, "source": "def relu(x):\\n    return x", "outputs": [], "execution_count": None}]})
wrong = "import numpy as np\\nclass Affine:\\n    def __init__(self, W, b):\\n        self.W, self.b = W, b\\n" \
    "    def forward(self, x):\\n        self.x = x\\n        return x @ self.W + self.b\\n" \
    "    def backward(self, dout):\\n        self.dW, self.db = self.x.T @ dout * 3, dout.sum(0)\\n        return dout @ self.W.T\\n"
files = {"affine.py": wrong, "relu.py": "def relu(x):\\n    return y", "unit.ipynb": notebook}
hand_ins = [parcel(name, [File(PurePosixPath(name), said.encode())]) for name, said in files.items()]
readings = read_batch(brief, [Handed(0, "", one) for one in hand_ins])
questions = [Question(id_, answer) for one in readings for id_, answer in one.answers.items()]
statuses = [one.result.status for one in grade_batch(brief, questions)]
print(json.dumps([statuses, sorted(name for name in sys.modules if name.partition(".")[0] in ("grader", "reports"))]))
"""


def test_every_module_that_takes_part_in_grading_is_listed_or_waived() -> None:
    command = [sys.executable, "-c", GRADING, str(ROOT)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    statuses, loaded = json.loads(result.stdout)

    listed = tuple(f"grader.{name.removesuffix('.py')}" for name in DECIDING)
    known = [
        name
        for name in loaded
        if name == "grader" or name in listed or name.startswith(tuple(f"{one}." for one in listed))
    ]
    assert {"failed", "error"} <= set(statuses)  # mistakes were looked for, and exceptions explained
    assert "grader.diagnose.structure" in loaded
    assert set(loaded) - set(known) == set(WAIVED)


def test_what_is_listed_is_there() -> None:
    assert [name for name in DECIDING if not (ROOT / "grader" / name).exists()] == []


def test_the_key_changes_with_what_decides_and_with_nothing_else(tmp_path: Path) -> None:
    for package in ("grader", "reports"):
        shutil.copytree(ROOT / package, tmp_path / package)
    ask = "from grader.record.fingerprint import environment, result_key, _stamps; print(environment().key, hash(_stamps()))"

    def key() -> str:
        return subprocess.run(
            [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ask}"],
            cwd=tmp_path, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "0"},
        ).stdout  # fmt: skip

    before = key()
    with (tmp_path / "grader" / "cli" / "watch" / "keys.py").open("a") as file:
        file.write("# a key of the terminal\n")
    assert key() == before
    with (tmp_path / "grader" / "checks" / "compare.py").open("a") as file:
        file.write("# what counts as equal\n")
    after = key()
    assert [one == other for one, other in zip(before.split(), after.split(), strict=True)] == [False, False]
