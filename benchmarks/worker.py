"""What one worker costs over a bare fork, beside another version of the sandbox, in one run, A B A B.

    python benchmarks/worker.py [COMMIT] [rounds]

A worker is made, loads an answer of one line, calls it and is left, as for a check. The bare fork has numpy in it and leaves at
once. Each round is a process of its own for each version; COMMIT is taken out of git. Prints medians. Numbers depend on the machine;
the difference within a round less so.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 200

ONE_ROUND = """
import marshal, os, sys, time
import numpy
from grader.sandbox.host import open_sandbox
from grader.sandbox.inside import wire

code = marshal.dumps(compile("def f():\\n    return 1\\n", "answer.py", "exec"))
request = wire.dumps([("call", 0, "f", 1, [], {})])

def fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)

def work(sandbox):
    with sandbox.worker(4.0) as worker:
        assert worker.load(code, {}, "answer.py", 0) == ("loaded",)
        worker.carry_out(request)

def milliseconds(act, times):
    begun = time.perf_counter()
    for _ in range(times):
        act()
    return 1000 * (time.perf_counter() - begun) / times

with open_sandbox(means=sys.argv[1]) as sandbox:
    milliseconds(lambda: work(sandbox), 20)
    print(milliseconds(lambda: work(sandbox), int(sys.argv[2])), milliseconds(fork, int(sys.argv[2])), sandbox.means.level)
"""


def one_round(version: Path, means: str) -> tuple[float, float, str]:
    """Milliseconds of a worker and of a bare fork, and the level of confinement."""
    environment = {**os.environ, "PYTHONPATH": str(version), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-c", ONE_ROUND, means, str(WORKERS)]
    said = subprocess.run(command, env=environment, cwd="/", text=True, check=True, capture_output=True).stdout.split()
    return float(said[0]), float(said[1]), said[2]


def main(commit: str, rounds: int, folder: Path) -> None:
    archive = subprocess.run(["git", "archive", commit, "grader"], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds of {WORKERS} workers; medians, ms"
    )
    for means in ("best", "zygote"):
        pairs = [(one_round(folder, means), one_round(ROOT, means)) for _ in range(rounds)]
        over = [(before[0] - before[1], now[0] - now[1]) for before, now in pairs]
        then, today = (statistics.median(column) for column in zip(*over, strict=True))
        more = statistics.median(now - before for before, now in over)
        print(
            f"  {pairs[0][1][2]:10} a worker over a bare fork: {commit} {then:.2f}, now {today:.2f}; {more:+.2f} in a round"
        )


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    with tempfile.TemporaryDirectory() as scratch:
        main(chosen, int(sys.argv[2]) if len(sys.argv) > 2 else 15, Path(scratch))
