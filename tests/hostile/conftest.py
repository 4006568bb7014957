"""Says at the end how many cases were graded, how, and how long it took."""

from __future__ import annotations

from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the tests wrote down with `record_property("hostile", …)`: it travels with reports, also out of pytest-xdist."""
    reports = [one for some in terminalreporter.stats.values() for one in some if getattr(one, "when", "") == "call"]
    lines = [str(value) for one in reports for name, value in one.user_properties if name == "hostile"]
    if not lines:
        return
    cases = [one for one in reports if "test_its_verdict_is_right" in one.nodeid]
    took = sum(
        getattr(one, "duration", 0.0)  # what was deselected stands there, too
        for some in terminalreporter.stats.values()
        for one in some
        if "tests/hostile" in getattr(one, "nodeid", "")
    )
    terminalreporter.section("hostile")
    for line in lines:
        terminalreporter.write_line(line)
    terminalreporter.write_line(f"{len(cases)} verdicts of hostile cases in {took:.0f} s")
