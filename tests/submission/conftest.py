"""Shared by tests of what is handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.model import Course
from grader.sandbox.host import Sandbox
from tests.submission.handed_in import Grader, grader


@pytest.fixture
def hand_in(course: Course, sandbox: Sandbox, tmp_path: Path) -> Grader:
    return grader(course, sandbox, tmp_path)
