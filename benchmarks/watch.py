"""How long it takes from a save to its result on the screen, in `grade watch` on a real pseudo-terminal.

    python benchmarks/watch.py [saves] [exercise]

A workspace is made by `grade init`, and right and wrong answers are saved in turn, as editors do: half of them written
over the file, half written beside it and renamed. The clock starts just before the save and stops when the status line
that follows the result has arrived. Beside it stands one warm `import numpy`, for the scale of this machine.
"""

from __future__ import annotations

import fcntl
import os
import platform
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET_MS = 150
LIMIT_S = 60.0
ROWS, COLUMNS = 40, 100
GRADE = [sys.executable, "-m", "grader"]
ENVIRONMENT = {
    **os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
}  # fmt: skip


def until(screen: int, words: bytes) -> float:
    """Read the terminal until `words` arrive; the time then. Raises TimeoutError if they do not."""
    seen, limit = b"", time.perf_counter() + LIMIT_S
    while time.perf_counter() < limit:
        if select.select([screen], [], [], 1.0)[0]:
            seen += os.read(screen, 1 << 16)
            if words in seen and b" ms" in seen.partition(words)[2]:
                return time.perf_counter()
    raise TimeoutError(f"{words!r} did not appear; the last that did: {seen[-300:]!r}")


def save(path: Path, text: str, rename: bool) -> None:
    if not rename:
        path.write_text(text, encoding="utf-8")
        return
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def measure(saves: int, exercise: str, workspace: Path) -> list[float]:
    """Milliseconds of each save after the first two, which warm up what belongs to right and to wrong answers."""
    subprocess.run([*GRADE, "init", str(workspace)], check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    solution = next(ROOT.glob(f"solutions/*/{exercise}/{exercise}.py"))
    right = solution.read_text(encoding="utf-8")
    path = workspace / solution.parent.parent.name / exercise / f"{exercise}.py"
    wrong = right.replace("return ", "return 2 * ", 1)
    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    watching = subprocess.Popen(
        [*GRADE, "watch"], cwd=workspace, env=ENVIRONMENT, stdin=terminal, stdout=terminal, stderr=terminal,
        start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    try:
        seen, limit = b"", time.perf_counter() + LIMIT_S
        while b"score" not in seen:
            if time.perf_counter() > limit:
                raise TimeoutError(f"it did not start: {seen[-300:]!r}")
            if select.select([screen], [], [], 1.0)[0]:
                seen += os.read(screen, 1 << 16)
        taken = []
        for number in range(saves + 2):
            text, words = (right, b"exercise passed") if number % 2 else (wrong, b"not passed yet")
            time.sleep(0.7)  # as a person would, who reads what is said; what is warmed up meanwhile is part of it
            while select.select([screen], [], [], 0)[0]:
                os.read(screen, 1 << 16)
            begun = time.perf_counter()
            save(path, f"{text}# {number}\n", rename=number % 4 > 1)
            taken.append(1000 * (until(screen, words) - begun))
        os.write(screen, b"q")
        watching.wait(LIMIT_S)
    finally:
        watching.kill()
        watching.wait()
        os.close(screen)
    return taken[2:]


def import_numpy() -> float:
    """Milliseconds of a whole process, its files in the cache."""
    command = [sys.executable, "-c", "import numpy"]
    times = []
    for _ in range(6):
        begun = time.perf_counter()
        subprocess.run(command, check=True, env=ENVIRONMENT)
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times[1:])


def main(saves: int, exercise: str) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        taken = sorted(measure(saves, exercise, folder / "workspace"))
    finally:
        shutil.rmtree(folder)
    numpy = import_numpy()
    late = taken[min(len(taken) - 1, round(0.95 * (len(taken) - 1)))]
    median = statistics.median(taken)
    load = os.getloadavg()[0]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}, {saves} saves of {exercise}; ms"
    )
    print(
        f"  save to result     median {median:6.1f}   95 % {late:6.1f}   max {taken[-1]:6.1f}   (target: {TARGET_MS})"
    )
    print(f"  import numpy       median {numpy:6.1f}   ratio {median / numpy:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30, sys.argv[2] if len(sys.argv) > 2 else "affine")
