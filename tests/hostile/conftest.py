"""Says at the end how many cases were graded, how, and how long it took."""

from __future__ import annotations

from typing import Any

RUNS: list[str] = []


def pytest_terminal_summary(terminalreporter: Any) -> None:
    lines = RUNS + [line for report in _reports(terminalreporter) for line in report]
    if lines:
        terminalreporter.section("hostile")
        for line in lines:
            terminalreporter.write_line(line)


def _reports(reporter: Any) -> list[list[str]]:
    """What a process of pytest-xdist wrote down travels with its reports."""
    found = [one for reports in reporter.stats.values() for one in reports if hasattr(one, "user_properties")]
    return [[str(value) for name, value in one.user_properties if name == "hostile"] for one in found]
