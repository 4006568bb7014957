"""A hand-in written to disk, read and graded, as `grade run --submission` does it; and a few right answers for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from grader.model import Course, ExerciseResult, Submission
from grader.pipeline import grade
from grader.sandbox.host import Sandbox
from grader.submission.load import load
from tests.conftest import exercise, kept_oracles

Files = Mapping[str, str | bytes]

RELU = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
SIGMOID = "import numpy as np\n\n\ndef sigmoid(x):\n    return 0.5 * (1 + np.tanh(0.5 * x))\n"
SOFTMAX = """import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
"""
LAYER = """import numpy as np


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        return np.where(self.mask, 0.0, dout)
"""
FUNCTION = (
    "import numpy as np\n\n\ndef ReLU(x):\n    return np.maximum(0, x)\n"  # for a class an accepted name, but no class
)
GATES = {
    "AND": "def AND(x1, x2):\n    return int(x1 + x2 > 1.5)\n",
    "NAND": "def NAND(x1, x2):\n    return int(x1 + x2 < 1.5)\n",
    "OR": "def OR(x1, x2):\n    return int(x1 + x2 > 0.5)\n",
}
XOR = "def XOR(x1, x2):\n    return AND(NAND(x1, x2), OR(x1, x2))\n"


class HandedIn(NamedTuple):
    submission: Submission
    results: dict[str, ExerciseResult]

    @property
    def statuses(self) -> list[str]:
        return [one.status for one in self.results.values()]

    @property
    def said(self) -> str:
        """All notes, of the hand-in and of its exercises, and what is said first of each."""
        notes = [*self.submission.notes, *(note for one in self.results.values() for note in one.notes)]
        notes += [found.message for one in self.results.values() for found in one.diagnoses]
        return "\n".join(note.en for note in notes)


Grader = Callable[..., HandedIn]


def write(folder: Path, files: Files) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def grader(course: Course, sandbox: Sandbox, tmp_path: Path) -> Grader:
    """`graded(files, *ids)`: a folder; with `alone` its only file by itself. Each call has a folder of its own. `seconds`: processor
    time for each check, if not what the exercise allows."""
    made = iter(range(1_000_000))

    def graded(files: Files, *ids: str, alone: bool = False, seconds: float = 0.0) -> HandedIn:
        folder = write(tmp_path / f"hand-in {next(made)}", files)
        asked = [exercise(course, id_) for id_ in ids]
        chosen = tuple(one._replace(seconds=seconds or one.seconds) for one in asked)
        submission = load(folder / next(iter(files)) if alone else folder, chosen)
        result = grade(course, chosen, submission, sandbox, oracle_of=kept_oracles)
        return HandedIn(submission, {one.id: one for one in result.exercises})

    return graded
