"""The diagnosis benchmark on the answers kept here: no verdict is wrong, and nine mistakes of ten are named."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_the_benchmark() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "diagnosis.py"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    numbers = dict(re.findall(r"^(false rejects|false accepts|named): (\d+)", result.stdout, re.MULTILINE))
    wrong = re.search(r"named: \d+ of (\d+)", result.stdout)
    assert wrong and int(wrong[1]) >= 60, result.stdout + result.stderr
    assert (numbers["false rejects"], numbers["false accepts"], result.returncode) == ("0", "0", 0), result.stdout
    assert int(numbers["named"]) >= 0.9 * int(wrong[1]), result.stdout
