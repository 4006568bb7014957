"""Shared by all tests: one sandbox for the session, the course, and the rules that CI skips nothing and no time decides."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

from grader.course.discover import load_course
from grader.course.owner import CI_SIGNS
from grader.model import Course, Exercise, RunResult, Submission, file_answer
from grader.pipeline import grade
from grader.record.kept_oracles import KeptOracles
from grader.sandbox.host import Sandbox, open_sandbox

ROOT = Path(__file__).resolve().parent.parent
IN_CI = bool(os.environ.get("CI"))

settings.register_profile("gradkata", deadline=None)  # a busy machine is no failure
settings.register_profile(  # of tests.mutation: whether an example fails is all that is asked, and each time the same
    "mutation", deadline=None, max_examples=40, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("gradkata")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: Any, call: Any) -> Iterator[None]:
    """In CI every part is installed, so a skipped test is a failed one."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.skipped and IN_CI:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def at_home() -> Iterator[None]:
    """As on a learner's machine: in CI nothing is remembered. A test of that sets CI itself."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CI_SIGNS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(ROOT)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The best sandbox of this machine."""
    with open_sandbox() as opened:
        yield opened


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server; `tests.databases.new_database` makes databases on it."""
    from tests.databases import postgres_programs, postgres_server

    programs = postgres_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres_server(programs) as url:
        yield url


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with a course of one exercise and three students: ann is right, ben wrong, cyd has not begun."""
    from tests.classes import RIGHT, WRONG
    from tests.course_maker import make_course

    make_course(tmp_path)
    for student, answer in (("ann", RIGHT), ("ben", WRONG)):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / "double.py").write_text(answer)
    (tmp_path / "in" / "cyd").mkdir()
    return tmp_path


def exercise(course: Course, id_: str) -> Exercise:
    return next(one for one in course.exercises if one.id == id_)


def grade_sources(course: Course, sandbox: Sandbox, sources: dict[str, str]) -> RunResult:
    """Grade one source for each exercise named."""
    chosen = tuple(one for one in course.exercises if one.id in sources)
    submission = Submission("test", {id_: file_answer(f"{id_}.py", source) for id_, source in sources.items()})
    return grade(course, chosen, submission, sandbox, oracle_of=kept_oracles)


kept_oracles = KeptOracles()  # of this process: to work out what is expected takes longer than to grade


def reference_source(course: Course, id_: str) -> str:
    solution = exercise(course, id_).solution
    assert solution is not None
    return (solution / f"{id_}.py").read_text(encoding="utf-8")
