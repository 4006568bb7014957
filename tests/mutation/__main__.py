"""Breaks the code on purpose, one place at a time, and counts what the tests notice: `make mutation`.

    python -m tests.mutation                      all modules; writes docs/mutation.md
    python -m tests.mutation compare wire         some of them, by a part of their path
    python -m tests.mutation compare --survivors  only the mutants that survived last time

What has not changed since it was measured is not measured again (`build/mutation/`).

The operators are mutmut's. Its way of running them is not for this code: mutmut puts all mutants of a function into one module
that asks `mutmut` and the environment which of them to be, and a worker of ours has neither; and it leaves alone what stands
outside functions, where the tolerances and the tables are. So each mutant is written into a copy of the project, where the
zygote reads it, too; a child with numpy and pytest at hand, forked and not started, runs the tests that belong to the module.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import hashlib
import importlib
import json
import os
import platform
import py_compile
import resource
import shutil
import signal
import sys
import time
import tomllib
import traceback
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "mutation"
PARTS = ("grader", "reports", "tests", "exercises", "solutions", "samples", "docs", "pyproject.toml")
WARM = (
    "numpy",
    "pytest",
    "_hypothesis_pytestplugin",
    "hypothesis.extra.numpy",
    "sqlalchemy",
    "alembic.command",
    "click",
    "rich.console",
    "jinja2",
)
# Nothing is loaded, rewritten or shown that no verdict needs: a mutant takes a fifth of the time.
OPTIONS = [
    "-x", "-q", "-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider", "--assert=plain", "--tb=native",
    "-k", "not postgresql", "--hypothesis-profile=mutation", "-W", "ignore::pytest.PytestAssertRewriteWarning",
]  # fmt: skip
HANGS_S = 20.0  # of wall time beyond ten times what the unbroken module takes
TABLE = ROOT / "docs" / "mutation.md"


class Waiver(NamedTuple):
    """Mutants of a line that no input tells from the code."""

    module: str
    before: str
    after: tuple[str, ...]
    why: str


class Survivor(NamedTuple):
    """A mutant that no test noticed."""

    line: int
    before: str
    after: str


class Outcome(NamedTuple):
    """What became of a module's mutants.

    Attributes:
        digest: of all code that can change it.
        day: when it was measured, ISO 8601.
        survived: the waived among them.
    """

    module: str
    digest: str
    day: str
    seconds: float
    mutants: int
    survived: tuple[Survivor, ...]


class Row(NamedTuple):
    """A line of the table: the outcome in the light of the waivers."""

    name: str
    mutants: int
    killed: int
    waived: int
    survived: tuple[Survivor, ...]


# --- one run of the tests -------------------------------------------------------------------------------------------


def begin(slot: Path, tests: Sequence[str], seconds: float) -> int:
    """A child that runs tests in a copy of the project; it ends with 0 if they all pass. Returns its process id."""
    child = os.fork()
    if child:
        return child
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    os.chdir(slot)
    for name in [name for name in sys.modules if name.partition(".")[0] in ("grader", "reports", "tests")]:
        del sys.modules[name]
    sys.path[:] = [str(slot), *(path for path in sys.path if path and Path(path).resolve() != ROOT)]
    os.environ |= {"PYTHONPATH": str(slot), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    said = os.open(slot.with_suffix(".txt"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    _run(tests)


class _ExamplesFirst:
    """A plugin: what tries many inputs comes after what tries one."""

    @staticmethod
    def pytest_collection_modifyitems(items: list[Any]) -> None:
        items.sort(key=lambda item: hasattr(item.obj, "hypothesis"))


def _run(tests: Sequence[str]) -> NoReturn:
    code = 1
    try:
        import pytest

        code = int(pytest.main([*OPTIONS, *tests], plugins=[_ExamplesFirst()]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def end(child: int) -> None:
    """Whatever a child has left running: it and its processes are a group."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Slots:
    """Copies of the project, each for one child at a time."""

    def __init__(self, number: int) -> None:
        self.free = [_copy(BUILD / f"slot{n}") for n in range(number)]
        self.busy: dict[int, tuple[Path, float, Mutant]] = {}  # by process id: where, until when, of which mutant

    def start(self, module: str, mutant: Mutant, tests: Sequence[str], seconds: float) -> None:
        slot = self.free.pop()
        (slot / module).write_text(mutant.source, encoding="utf-8")
        child = begin(slot, tests, 10 * seconds + 10)
        self.busy[child] = slot, time.monotonic() + 10 * seconds + HANGS_S, mutant

    def finish(self, module: str, source: str) -> tuple[Mutant, bool]:
        """Wait for one of them: its mutant, and whether it survived."""
        while True:
            child, status = os.waitpid(-1, os.WNOHANG)
            if child in self.busy:
                slot, _, mutant = self.busy.pop(child)
                end(child)
                (slot / module).write_text(source, encoding="utf-8")
                self.free.append(slot)
                return mutant, status == 0
            for late in [one for one, (_, until, _) in self.busy.items() if time.monotonic() > until]:
                end(late)
            time.sleep(0.01)


def _copy(slot: Path) -> Path:
    shutil.rmtree(slot, ignore_errors=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_file():
            shutil.copy(source, slot / part)
        else:
            shutil.copytree(source, slot / part, ignore=shutil.ignore_patterns("__pycache__", "mutation.md"))
    # by its content and not by its time: a mutant is as long as the code, and written in the same second
    compileall.compile_dir(slot, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    return slot


# --- a module -------------------------------------------------------------------------------------------------------


def measure(module: str, tests: Sequence[str], slots: Slots, only: Collection[Survivor] | None = None) -> Outcome:
    """Run the tests on each mutant of a module, or of `only` these."""
    source = (ROOT / module).read_text(encoding="utf-8")
    begun = time.monotonic()
    seconds = _unbroken(module, source, tests, slots)
    places = {(one.before, one.after) for one in only or ()}
    every = [one for one in mutants(source) if only is None or (one.before, one.after) in places]
    survived: list[Mutant] = []

    def finish() -> None:
        mutant, alive = slots.finish(module, source)
        survived.extend([mutant] if alive else [])

    try:
        for place, mutant in enumerate(every, 1):
            if not slots.free:
                finish()
            slots.start(module, mutant, tests, seconds)
            print(f"\r{module}: {place}/{len(every)}, {len(survived)} survived ", end="", flush=True)
        while slots.busy:
            finish()
    finally:  # one that hangs would outlive an interrupted run
        for child in slots.busy:
            end(child)
    print(f"\r{module}: {len(every)} mutants, {len(survived)} survived; its tests take {seconds:.1f} s")
    found = tuple(Survivor(one.line, one.before, one.after) for one in sorted(survived))
    return Outcome(module, digest(module, tests), _today(), time.monotonic() - begun, len(every), found)


def _unbroken(module: str, source: str, tests: Sequence[str], slots: Slots) -> float:
    """The processor time that the tests take where nothing is broken. They must pass."""
    seconds = 0.0
    for _ in range(2):  # the second has everything compiled
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        slots.start(module, Mutant(0, 0, "", "", source), tests, 60)
        _, passed = slots.finish(module, source)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if not passed:
            raise SystemExit(f"{module}: its tests do not pass as it is; see {BUILD}/slot*.txt")
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds


def _today() -> str:
    return date.today().isoformat()


def digest(module: str, tests: Sequence[str]) -> str:
    """Of the program, of a module's tests and what they share with others, and of what makes the mutants."""
    folders = {ROOT / "tests", *((ROOT / test).parent for test in tests)}
    shared = {file for folder in folders for file in folder.glob("*.py") if not file.name.startswith("test_")}
    files = {*(ROOT / "grader").rglob("*.py"), *shared, *(ROOT / test for test in tests)}
    found = hashlib.sha256(f"{module} {tests}".encode())
    for file in sorted({*files, Path(__file__).with_name("mutants.py")}):
        found.update(f"{file.relative_to(ROOT)} ".encode() + file.read_bytes())
    return found.hexdigest()[:16]


def kept(module: str) -> Outcome | None:
    """What came out last time, if it was measured here."""
    path = _place(module)
    if not path.is_file():
        return None
    found = Outcome(*json.loads(path.read_text(encoding="utf-8")))
    return found._replace(survived=tuple(Survivor(*one) for one in found.survived))


def keep(outcome: Outcome) -> None:
    _place(outcome.module).write_text(json.dumps(outcome, ensure_ascii=False), encoding="utf-8")


def _place(module: str) -> Path:
    return BUILD / f"{module.replace('/', '.')}.json"


# --- the table ------------------------------------------------------------------------------------------------------


def row(outcome: Outcome, waivers: Sequence[Waiver]) -> Row:
    known = [one for one in waivers if one.module == outcome.module]
    left = tuple(one for one in outcome.survived if not any(_fits(waiver, one) for waiver in known))
    killed = outcome.mutants - len(outcome.survived)
    return Row(outcome.module, outcome.mutants, killed, len(outcome.survived) - len(left), left)


def idle(outcome: Outcome, waivers: Sequence[Waiver]) -> list[str]:
    """Waivers of the module that fit no survivor."""
    return [
        f"{waiver.before} -> {after}"
        for waiver in waivers
        for after in waiver.after
        if waiver.module == outcome.module
        and not any(_fits(waiver._replace(after=(after,)), one) for one in outcome.survived)
    ]


def _fits(waiver: Waiver, mutant: Survivor) -> bool:
    return waiver.before == mutant.before and mutant.after in waiver.after


def table(rows: Sequence[Row]) -> str:
    """Markdown."""
    together = Row(
        "together",
        sum(one.mutants for one in rows),
        sum(one.killed for one in rows),
        sum(one.waived for one in rows),
        tuple(mutant for one in rows for mutant in one.survived),
    )
    lines = [
        "| Module | Mutants | Killed | Waived | Survived | Killed of the not waived |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for one in (*rows, together):
        share = 100 * one.killed / max(1, one.mutants - one.waived)
        lines.append(
            f"| {one.name} | {one.mutants} | {one.killed} | {one.waived} | {len(one.survived)} | {share:.1f} % |"
        )
    return "\n".join(lines)


def document(rows: Sequence[Row], outcomes: Sequence[Outcome]) -> str:
    """docs/mutation.md."""
    days = sorted({one.day for one in outcomes})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    minutes = sum(one.seconds for one in outcomes) / 60
    lines = [
        f"| `{one.name}:{mutant.line}` | `{_cell(mutant.before)}` | `{_cell(mutant.after)}` |"
        for one in rows
        for mutant in one.survived
    ]
    left = (
        "\n".join(["", "What survived:", "", "| Where | Code | Mutant |", "|---|---|---|", *lines, ""]) if lines else ""
    )
    return f"""# What the tests notice

Written by `make mutation`. It breaks the modules that decide a verdict, in one place at a time, and runs the tests that
belong to them (`tests/mutation/modules.toml`). A mutant that no test notices has *survived*. One is *waived* if no input can
tell it from the code; `tests/mutation/waivers.toml` says why. How it is done, and why so, stands at the top of
`tests/mutation/__main__.py`; of which places no mutant is made, at the top of `mutants.py` beside it.

{when}, {minutes:.0f} minutes on {os.cpu_count()} cores, Python {platform.python_version()}.

{table(rows)}
{left}"""


def _cell(code: str) -> str:
    return code.replace("|", "\\|").replace("`", "'")


def main(words: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="parts of their paths")
    parser.add_argument("--survivors", action="store_true", help="only those that survived last time")
    parser.add_argument("--parallel", type=int, default=min(2, os.cpu_count() or 1))
    asked = parser.parse_args(words)
    modules: dict[str, list[str]] = tomllib.loads((ROOT / "tests/mutation/modules.toml").read_text(encoding="utf-8"))
    listed = tomllib.loads((ROOT / "tests/mutation/waivers.toml").read_text(encoding="utf-8")).get("waiver", [])
    waivers = [Waiver(one["module"], one["before"], tuple(one["after"]), one["why"]) for one in listed]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    chosen = [one for one in modules if not asked.modules or any(part in one for part in asked.modules)]
    BUILD.mkdir(parents=True, exist_ok=True)
    outcomes = [
        _again(module, modules[module], asked.parallel)
        if asked.survivors
        else _outcome(module, modules[module], asked.parallel)
        for module in chosen
    ]
    rows = [row(one, waivers) for one in outcomes]
    for one in rows:
        for mutant in one.survived:
            print(f"{one.name}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}")
    for outcome in outcomes if not asked.survivors else ():
        for waiver in idle(outcome, waivers):
            print(f"a waiver that fits no survivor: {waiver}")
    print(f"\n{table(rows)}\n\n{sum(one.seconds for one in outcomes) / 60:.1f} minutes")
    if len(chosen) == len(modules) and not asked.survivors:
        TABLE.write_text(document(rows, outcomes), encoding="utf-8")


def _outcome(module: str, tests: Sequence[str], parallel: int) -> Outcome:
    """As it came out last time, unless something has changed since."""
    last = kept(module)
    if last and last.digest == digest(module, tests):
        return last
    found = measure(module, tests, ready(parallel))
    keep(found)
    return found


def _again(module: str, tests: Sequence[str], parallel: int) -> Outcome:
    """Of those that survived last time, those that still do."""
    last = kept(module)
    return measure(module, tests, ready(parallel), last.survived if last else None)


@cache
def ready(parallel: int) -> Slots:
    """Copies of the project as it is now, and everything imported that a child needs."""
    slots = Slots(parallel)
    for name in WARM:
        importlib.import_module(name)
    gc.freeze()  # or each child would look through all of it
    return slots


if __name__ == "__main__":
    main()
