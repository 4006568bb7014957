"""How fast a class is graded with one worker and with two, and what a regrade of the same submissions costs.

    python -m benchmarks.classroom [STUDENTS]        (default: 300)

The generated class of the tests (`tests/class_maker.py`), four exercises each; the command itself, from start to exit. One and
two workers take turns, each on a new gradebook, so that whatever else the machine does hits both. How busy the processors were
says how much more workers could gain; only Linux tells.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.class_maker import make_class

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 2


def processors() -> tuple[float, float]:
    """Seconds that all processors together were at work, and not, since the machine began."""
    if sys.platform != "linux":
        return 0.0, 0.0
    words = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    ticks = [float(word) / os.sysconf("SC_CLK_TCK") for word in words]
    idle = ticks[3] + ticks[4]  # with what waited for a disk
    return sum(ticks) - idle, idle


def grade(folder: Path, workers: int, book: str) -> tuple[float, int]:
    """Seconds, and how many answers were graded."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "grader", "class", "downloads", "--workers", str(workers), "--db", book, "--lang", "en"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - begun
    found = re.search(r"(\d+) different answers graded", done.stdout)
    if found is None:
        sys.exit(done.stderr)
    return seconds, int(found[1])


def main() -> None:
    students = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        expected = make_class(folder / "downloads", students)
        seconds: dict[int, list[float]] = {1: [], 2: []}
        busy: dict[int, list[float]] = {1: [], 2: []}
        again, answers = [], 0
        for turn in range(ROUNDS):
            for workers, taken in seconds.items():
                book = f"{workers}.{turn}.sqlite3"
                before = processors()
                found, answers = grade(folder, workers, book)
                work, idle = (now - then for now, then in zip(processors(), before, strict=True))
                taken.append(found)
                busy[workers].append(work / max(work + idle, 1e-9))
                again.append(grade(folder, workers, book)[0] / found)
        one, two = (median(taken) for taken in seconds.values())
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{students} students, {len(expected.due)} results, {answers} different answers")
        print(f"1 worker:  {one:6.1f} s, {answers / one:5.1f} answers/s, {students / one:5.1f} students/s")
        print(f"2 workers: {two:6.1f} s, {answers / two:5.1f} answers/s, {students / two:5.1f} students/s")
        print(f"2 workers over 1: {one / two:.2f} times")
        if sys.platform == "linux":
            shares = ", ".join(f"{median(some):.0%} with {workers}" for workers, some in busy.items())
            print(f"all {os.cpu_count()} processors of the machine were busy: {shares}")
        print(f"the same again, over the first run: {median(again):.1%} (most {max(again):.1%})")
        print(f"most memory of any one process: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
