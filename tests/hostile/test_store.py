"""A repository that brings its own memory is not believed, and nothing is written where a link of its leads."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from grader.record import store as record
from grader.record.store import FOLDER, NAME, VERSION, open_store
from tests.cli.test_cli import grade, run_json
from tests.course_maker import make_course

RIGHT = "def double(x):\n    return x * 2\n"


def answer_with(root: Path, source: str) -> None:
    (root / "exercises" / "01_first" / "double" / "double.py").write_text(source, encoding="utf-8")


def believed(root: Path) -> bool:
    """Whether an untouched stub passes, because something remembers it so."""
    return bool(run_json("double", cwd=root)["exercises"][0]["status"] == "passed")


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A course whose stub is untouched; what is remembered of it is a right answer's result, under the stub's key."""
    root = make_course(tmp_path)
    stub = (root / "exercises" / "01_first" / "double" / "double.py").read_text(encoding="utf-8")
    run_json("double", cwd=root)
    path = root / FOLDER / NAME
    with sqlite3.connect(path) as connection:
        ((key,),) = connection.execute("SELECT key FROM results").fetchall()
        answer_with(root, RIGHT)
        run_json("double", cwd=root)
        connection.execute("UPDATE results SET key = ?", (key,))
    connection.close()
    answer_with(root, stub)
    return root


def _as_view(path: Path) -> None:
    """`results` holds any key that one asks for: a view over the terms that a tokenizer makes of the question."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE any_key USING fts3tokenize(simple)")
        connection.execute("ALTER TABLE results RENAME TO kept")
        connection.execute(
            "CREATE VIEW results AS SELECT exercise, any_key.input AS key, sandbox, result FROM kept, any_key"
        )
    connection.close()


def test_the_poison_works_where_nothing_guards_against_it(poisoned: Path) -> None:
    assert believed(poisoned)  # plain rows in tables that are ours, in one's own workspace


@pytest.mark.parametrize(
    "change",
    [
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON hints BEGIN DELETE FROM attempts; END",
        "CREATE INDEX more ON results (key)",
        "CREATE TABLE more (x)",
        "ALTER TABLE hints ADD COLUMN more",
        "DROP TABLE hints",
        "",
    ],
)
def test_a_store_of_other_make_than_ours_is_moved_aside(poisoned: Path, change: str) -> None:
    path = poisoned / FOLDER / NAME
    if change:
        with sqlite3.connect(path) as connection:
            connection.execute(change)
        connection.close()
    else:
        _as_view(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    connection.close()

    assert not believed(poisoned)
    assert path.with_name(f"{NAME}.old1").is_file()


@pytest.mark.parametrize("form", ["junit", "gradescope", "github"])
def test_no_platform_is_given_what_was_remembered(poisoned: Path, form: str) -> None:
    before = (poisoned / FOLDER / NAME).read_bytes()

    result = grade("double", "--format", form, "--course", poisoned, cwd=poisoned, GITHUB_STEP_SUMMARY="")

    assert result.returncode == 1 and (poisoned / FOLDER / NAME).read_bytes() == before


@pytest.mark.parametrize("words", [("double",), ("list",), ("next",), ("report",)])
def test_in_ci_nothing_is_remembered(poisoned: Path, words: tuple[str, ...]) -> None:
    before = (poisoned / FOLDER / NAME).read_bytes()

    result = grade(*words, "--course", poisoned, cwd=poisoned, CI="true")

    assert result.returncode == (1 if words == ("double",) else 0), result.stderr
    assert "✓" not in result.stdout and "4/4" not in result.stdout
    assert (poisoned / FOLDER / NAME).read_bytes() == before


@pytest.mark.parametrize("whose", ["", FOLDER, f"{FOLDER}/{NAME}"])
def test_what_somebody_else_owns_is_neither_read_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    """An ordinary user cannot give a file away; she can be somebody else, whose are all files but those that `os` says."""
    with open_store(tmp_path) as store:
        store.saw_hint("double", 3)
    theirs = (tmp_path / whose).resolve()
    if os.geteuid() == 0:
        os.chown(theirs, 12345, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 12345)
    before = (tmp_path / FOLDER / NAME).read_bytes()

    with open_store(tmp_path) as store:
        assert "somebody else's" in store.problem.en and store.hints() == {}
        store.saw_hint("double", 1)

    assert (tmp_path / FOLDER / NAME).read_bytes() == before


@pytest.mark.parametrize("name", ["", NAME, f"{NAME}-journal", f"{NAME}-wal", f"{NAME}-shm"])
@pytest.mark.parametrize("kind", ["link", "link to nothing", "hard link", "pipe"])
def test_a_link_is_neither_read_nor_written_through(tmp_path: Path, name: str, kind: str) -> None:
    if kind == "hard link" and not name:
        return  # there is none to a folder
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    if kind != "link to nothing":
        elsewhere.write_bytes(b"mine") if name else elsewhere.mkdir()
    at = home / FOLDER / name
    at.parent.mkdir(exist_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(at)
        case "hard link":
            os.link(elsewhere, at)
        case _:
            at.symlink_to(elsewhere)

    with open_store(home) as store:
        assert "is a link, or no ordinary file" in store.problem.en
        store.saw_hint("double", 1)

    assert elsewhere.exists() == (kind != "link to nothing")
    if elsewhere.exists():
        assert elsewhere.read_bytes() == b"mine" if name else list(elsewhere.iterdir()) == []


def test_it_is_one_line_and_the_grading_goes_on(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    answer_with(root, RIGHT)
    (tmp_path / "elsewhere").mkdir()
    (root / FOLDER).symlink_to(tmp_path / "elsewhere")

    result = grade("double", "--course", root, cwd=root)

    assert result.returncode == 0 and list((tmp_path / "elsewhere").iterdir()) == []
    assert result.stderr.count("\n") == 1 and "results cannot be remembered here" in result.stderr


def test_gitignore_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / ".gitignore").symlink_to(tmp_path / "elsewhere")

    with open_store(tmp_path) as store:
        assert not store.problem

    assert not (tmp_path / "elsewhere").exists()


def test_a_journal_is_moved_aside_with_its_store(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    for part in record._PARTS[:2]:
        (tmp_path / FOLDER / f"{NAME}{part}").write_bytes(b"no database" * 100)

    with open_store(tmp_path) as store:
        assert "is kept as" in store.problem.en

    assert (tmp_path / FOLDER / f"{NAME}.old1-journal").exists() or not (tmp_path / FOLDER / f"{NAME}-journal").exists()
