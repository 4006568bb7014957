"""How long one cold `grade affine` takes beside `python -c "import numpy"`, in one run, A B A B.

    python benchmarks/cold.py [rounds]

Each round times whole processes: the floor, one exercise with all its checks in the sandbox, the same in a workspace where
its answer has not changed since, and `grade --help`. Prints medians and the ratio of the medians. Numbers depend on the
machine; the ratio less so.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANSWER = ROOT / "solutions" / "05_backprop" / "affine" / "affine.py"
TARGET = 2.5

GRADE = str(Path(sys.executable).with_name("grade"))  # the console script, as people start it

COMMANDS = {
    'python -c "import numpy"': [sys.executable, "-c", "import numpy"],
    "grade affine": [GRADE, "affine", "--no-cache"],
    "grade affine, unchanged": [GRADE, "affine"],
    "grade --help": [GRADE, "--help"],
}


def make_workspace(folder: Path) -> Path:
    """A workspace with a right answer to `affine`."""
    workspace = folder / "course"
    subprocess.run([GRADE, "init", str(workspace)], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(ANSWER, workspace / "05_backprop" / "affine")
    return workspace


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one process. Raises CalledProcessError unless it succeeds: a failed run measures nothing."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # no student compiles the program anew at every start
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=environment)
    return time.perf_counter() - begun


def main(rounds: int, folder: Path) -> None:
    workspace = make_workspace(folder)
    for command in COMMANDS.values():  # caches warm, bytecode written, the answer known
        seconds(command, workspace)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command, workspace))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds; median (min to max), ms")
    for name, taken in times.items():
        ms = [1000 * one for one in taken]
        print(f"  {name:26} {statistics.median(ms):7.1f}  ({min(ms):.1f} to {max(ms):.1f})")
    floor, cold, unchanged, _ = (statistics.median(taken) for taken in times.values())
    print(
        f"ratio of grade affine to import numpy: {cold / floor:.2f} (target: at most {TARGET}); unchanged {unchanged / floor:.2f}"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 15, Path(temporary))
