"""What holds for the tests themselves."""

from __future__ import annotations

import re

from hypothesis import settings

from tests.conftest import ROOT


def test_no_property_is_lost_to_a_slow_machine() -> None:
    """One profile for all: no example has a deadline, and no test gives itself one."""
    given = [
        path.name
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"\bsettings\([^)]*deadline\s*=", path.read_text(encoding="utf-8"))
    ]

    assert settings().deadline is None
    assert given == []
