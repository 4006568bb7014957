"""What the fuzzers have in common: being led by coverage, and their command."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

LONGEST = 1 << 16  # bytes of a message


def led(
    names: Sequence[str], message: Callable[[str, bytes], object], examples: Iterable[tuple[int, bytes]], seconds: int, seed: int
) -> None:  # fmt: skip
    """Messages to the targets `names`, led by what of the instrumented code they reach. `examples`: the number of a target and a
    message to it. Ends the process."""
    import atheris  # an extra

    def one(data: bytes) -> None:
        if data:
            message(names[data[0] % len(names)], data[1:])

    corpus = Path(tempfile.mkdtemp())
    for number, (index, data) in enumerate(examples):
        (corpus / f"{index}-{number}").write_bytes(bytes([index]) + data)
    options = [
        f"-max_total_time={seconds}",
        f"-seed={seed or 1}",
        f"-max_len={LONGEST}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={corpus}/fault-",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


def command(
    about: str | None, targets: Iterable[str], run: Callable[[int, int, str], Counter[str]], guided: Callable[[int, int, str], None], messages: int
) -> None:  # fmt: skip
    """Reads the arguments, and says what became of so many messages."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=messages)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=list(targets), default="")
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args()
    if asked.guided:
        guided(asked.seconds, asked.seed, asked.only)
    began = time.monotonic()
    for ending, count in sorted(run(asked.messages, asked.seed, asked.only).items()):
        print(f"{count:8} {ending}")
    print(f"{asked.messages} messages, {time.monotonic() - began:.0f} s, no fault")
