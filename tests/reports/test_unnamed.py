"""An anonymous class report: not a trace of anybody in any of its bytes, and examples that name nobody."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Language
from reports.classroom.example import anonymous_example, traces
from reports.classroom.site import write_site
from reports.classroom.unnamed import unnamed
from tests.reports import class_sample as sample

NOBODY: frozenset[str] = frozenset()


def everything(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("lang", sample.LANGUAGES)
def test_no_trace_of_anybody_is_in_any_file(tmp_path: Path, lang: Language) -> None:
    """Into a folder that held a report with names, of a larger class."""
    write_site(tmp_path, sample.classroom(), lang)
    named = everything(tmp_path)
    (tmp_path / "students" / "900.html").write_text(named["students/1.html"], encoding="utf-8")
    (tmp_path / "students" / "notes.html").write_text("an instructor's own page", encoding="utf-8")
    write_site(tmp_path, sample.classroom(), lang, anonymous=True)
    files = everything(tmp_path)

    found = {word: name for name, text in files.items() for word in sample.traces() if word in text or word in name}
    assert found == {}
    assert "students/900.html" not in files and "students/notes.html" in files
    assert all(
        any(word in text for text in named.values()) for word in ("佐藤", "a001", "hanako@example.com", sample.AUTHOR)
    )


def test_what_the_students_wrote_and_when_is_gone_but_the_states_are_not() -> None:
    room = sample.classroom()
    hidden = unnamed(room, "en")
    results = [result for row in range(sample.N) for result in hidden.details(row)]

    assert sorted(hidden.table.total) == sorted(room.table.total)
    assert sorted(map(tuple, hidden.table.status)) == sorted(map(tuple, room.table.status))
    assert len(hidden.table.handed_in) == len(room.table.handed_in) > 0 and not any(hidden.table.handed_in.values())
    assert len(results) == 2 and not any(result.answer or result.notes or result.message for result in results)
    assert not any(
        check.message or check.detail or check.output or check.program for result in results for check in result.checks
    )
    assert {one.kind for result in results for one in result.diagnoses} == {"mistake"}
    for old, new in zip(room.table.mistakes["affine"], hidden.table.mistakes["affine"], strict=True):
        scores = sorted(room.table.raw[old.students, 1])
        assert scores == sorted(hidden.table.raw[new.students, 1])
    excused = next(one for one in hidden.table.adjustments if one.kind == "excused")
    assert np.isnan(hidden.table.score[int(excused.student.split()[1]) - 1, 1])
    assert (excused.author, excused.at, excused.reason) == ("", "", "")


def test_the_order_depends_on_the_secret_and_on_nothing_else(tmp_path: Path) -> None:
    room = sample.classroom()
    orders = [unnamed(room._replace(secret=secret), "en").table.total.tolist() for secret in ("one", "one", "two")]

    assert orders[0] == orders[1] != orders[2]
    assert room.table.total.tolist() not in orders
    with pytest.raises(ValueError, match="secret"):
        write_site(tmp_path, room._replace(secret=""), "en", anonymous=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_same_class_gives_the_same_bytes(tmp_path: Path, anonymous: bool) -> None:
    for name in ("one", "two"):
        write_site(tmp_path / name, sample.classroom(), "ja", anonymous)

    assert everything(tmp_path / "one") == everything(tmp_path / "two")


# --- examples -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("x = 1  # by Taro\n# Taro\ny = 2\n", "x = 1\ny = 2"),
        ('"""Taro."""\nx = 1\n', "x = 1"),
        ("def f():\n    'Taro'\n    return 1\n", "def f():\n    return 1"),
        ('def f():\n    ("Taro"\n     " Sato")\n    return 1\n', "def f():\n    return 1"),
        ('x = f(\n    """made by\n    Taro""",\n    1)\n', 'x = f(\n    "...",\n    1)'),
        ("raise ValueError('Taro san!')\n", 'raise ValueError("...")'),
        ("p['W1'] = f'{x} by Taro {\"Sato!\"}'\n", "p['W1'] = \"...\""),
        ("x = 1; 'Taro san'; y = 2\n", 'x = 1; "..."; y = 2'),
    ],
)
def test_comments_docstrings_and_texts_are_taken_out(source: str, kept: str) -> None:
    assert anonymous_example(source, NOBODY) == kept


@pytest.mark.parametrize("source", ["x = (\n", "x = 'by Taro\n", "x = '''\n", "  x\n y\n", "太郎 = 1\n"])
def test_what_cannot_be_made_sure_of_is_not_shown(source: str) -> None:
    assert anonymous_example(source, NOBODY) is None


def test_a_word_of_a_name_hides_an_example_and_a_word_of_the_course_does_not() -> None:
    table = sample.table()
    adam = table._replace(students=(*table.students, table.students[0]._replace(id="x9", name="Adam Max Quill")))
    known = traces(adam)

    assert anonymous_example("class Adam:\n    m = max(1, 2)\n", known) is not None
    assert anonymous_example("quillAdam = 1\n", known) is None
    assert anonymous_example("def affine_of_hanako():\n    pass\n", known) is None
    assert anonymous_example("key = 'zebedee'\n", known) is None


@given(st.text("ab#'\"\\\n ()=:;frx{}", max_size=60))
def test_no_source_makes_it_fail_and_no_comment_survives(source: str) -> None:
    kept = anonymous_example(source, NOBODY)

    assert kept is None or "#" not in kept
