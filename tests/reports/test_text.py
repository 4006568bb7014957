"""What a person reads on a terminal and what a script reads from a pipe."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Course, Language, same
from reports.escape import clean, clean_line
from reports.jsonout import list_json, run_json
from reports.lines import columns, wrap
from reports.terminal import print_list, print_run
from reports.view import failed_groups
from tests.reports import sample


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return sample.make_course(tmp_path)


def printed(course: Course, lang: Language = "en", stream: io.StringIO | None = None, *ids: str) -> str:
    stream = stream or io.StringIO()
    everything = sample.everything()
    chosen = [one for one in everything.exercises if not ids or one.id in ids]
    print_run(sample.run(*chosen, submission=everything.submission), course, lang, stream)
    return stream.getvalue()


# --- one exercise ---------------------------------------------------------------------------------------------


def test_the_mistake_and_what_to_try_come_last(course: Course) -> None:
    text = printed(course, "en", None, "affine")

    order = [
        "✗ failed  affine",
        "backward gives dx",
        "2 of 3 hidden",
        "score ",
        "what it is: db is dout itself",
        "try: b is added",
        "next: ",
    ]
    assert sorted(order, key=text.index) == order


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("height", [20, 24, 40])
@pytest.mark.parametrize("id_", ["affine", "lstm_cell", "adam", "softmax", "batch_norm"])
def test_one_exercise_fits_a_terminal(
    course: Course, monkeypatch: pytest.MonkeyPatch, lang: Language, height: int, id_: str
) -> None:
    for name, value in {"COLUMNS": "80", "LINES": str(height), "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    (result,) = (one for one in sample.everything().exercises if one.id == id_)
    shown = printed(course, lang, Terminal(), id_)
    everything = printed(course, lang, None, id_)

    assert shown.count("\n") < height  # and a row for the prompt
    for one in result.diagnoses:
        assert clean("".join(one.hint.in_(lang).split())) in "".join(shown.split())
    assert shown.splitlines()[-1] == everything.splitlines()[-1]
    assert "".join(shown.split()) == "".join(everything.split()) or ": -v" in shown


def test_with_v_every_failure_has_its_counterexample(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COLUMNS": "80", "LINES": "12", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    everything = sample.everything()
    affine = next(one for one in everything.exercises if one.id == "affine")
    twice = affine._replace(checks=(*affine.checks, affine.checks[1]._replace(id="more", line=18)))
    stream = Terminal()
    print_run(sample.run(twice, submission="s"), course, "en", stream, verbose=True)

    assert stream.getvalue().count("-1.5*") == 1  # the same in both: one group
    assert "more line" not in stream.getvalue().replace("(4 more lines)", "")
    other = twice._replace(checks=(*affine.checks, twice.checks[-1]._replace(message=affine.checks[2].message)))
    stream = Terminal()
    print_run(sample.run(other, submission="s"), course, "en", stream, verbose=True)

    assert stream.getvalue().count("-1.5*") == 2


def test_the_last_screen_of_many_has_the_mistakes(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COLUMNS": "80", "LINES": "14", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    shown = printed(course, "en", Terminal())
    last = "\n".join(shown.splitlines()[-13:])

    assert "06_optimizers" in shown and "score" in last and "softmax" in last and "next: " in last


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("it stopped with IndexError: index 3 of 3 (a.py, line 4: x)", "it stopped with IndexError: index 7 of 7 (a.py, line 4: x)", True),
        ("it stopped with KeyError: 'W1' (a.py, line 4: x)", "it stopped with KeyError: 'b1' (a.py, line 5: x)", False),
    ],
)  # fmt: skip
def test_what_stopped_in_one_line_is_one_failure(one: str, other: str, alike: bool) -> None:
    checks = tuple(
        sample.check(
            name, same(name), "error", message=same(said), line=4 if "line 4" in said else 5, detail=same(name)
        )
        for name, said in {"first": one, "second": other, "third": one}.items()
    )
    groups = failed_groups(sample.exercise("lstm_cell", "error", checks))

    assert [len(group) for group in groups] == ([3] if alike else [2, 1])


def test_a_diagnosis_that_is_not_sure_says_perhaps(course: Course) -> None:
    assert "what it is: perhaps the first result that differs" in printed(course, "en", None, "affine")
    assert "診断: おそらく、最初に違ったのは" in printed(course, "ja", None, "affine")


def test_only_the_first_failure_has_its_counterexample(course: Course) -> None:
    text = printed(course, "en", None, "affine")

    assert text.count("-1.5*") == 1
    assert text.count("your code printed:") == 1
    assert "(4 more lines)" in text
    assert "a bias of shape (1, M) works (hidden, 0/2)" in text
    assert "works on float16 (stretch, costs nothing)" in text


def test_checks_that_failed_alike_are_said_once(course: Course) -> None:
    text = printed(course, "en", None, "lstm_cell")

    assert "these 4 checks: check 0; check 1; check 2, … (0/8)" in text
    assert text.count("unmatched ')'") == 1


def test_what_has_not_been_begun_is_no_failure(course: Course) -> None:
    text = printed(course, "en", None, "relu_layer")

    assert "○ not started  relu_layer" in text
    assert "✗" not in text and "next: Read the task: grade show relu_layer" in text


def test_what_the_grader_could_not_do_is_not_held_against_anybody(course: Course) -> None:
    text = printed(course, "en", None, "attention")

    assert "not your fault" in text and "not counted" in text and "grade doctor" in text


# --- many -----------------------------------------------------------------------------------------------------


def test_many_exercises_are_a_table_and_three_mistakes(course: Course) -> None:
    text = printed(course)

    assert "05_backprop  Backpropagation\n" in text
    assert re.search(r"✗ in progress +affine +\d+/\d+  The Affine layer\n", text)
    assert text.count("what it is: ") == 2  # affine's and adam's; softmax has a failure without a name
    assert "every row sums to 1: it did not finish" in text
    assert "db: shape (2, 3)" not in text
    assert "note: notes.txt" not in text  # `run` has none; the next test has


def test_all_passed_is_said_only_if_all_passed(course: Course) -> None:
    assert "1 of 8 exercises passed" in printed(course)
    assert "the exercise passed" in printed(course, "en", None, "sigmoid")
    assert "not passed yet" in printed(course, "en", None, "affine")


def test_after_everything_passed_the_next_exercise_is_named(course: Course) -> None:
    assert "next: Go on with the next one: grade show softmax" in printed(course, "en", None, "sigmoid")


# --- streams --------------------------------------------------------------------------------------------------


def test_a_pipe_gets_no_colour_and_a_terminal_does(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    piped, shown = printed(course), printed(course, "en", Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    plain = printed(course, "en", Terminal())

    assert "\x1b[" not in piped + plain
    assert "\x1b[" in shown


def test_prose_fits_the_terminal(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("NO_COLOR", "1")
    for lang in ("en", "ja"):
        text = printed(course, lang, Terminal(), "affine")
        assert max(map(columns, text.splitlines())) <= 50


def test_a_console_without_the_signs_gets_others(course: Course) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp932")
    print_run(sample.everything(), course, "ja", stream)
    stream.flush()

    text = raw.getvalue().decode("cp932")
    assert "x 不正解" in text and "+ 完了" in text


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_a_student_writes_reaches_the_terminal_raw(course: Course, lang: Language) -> None:
    everything = io.StringIO()
    print_run(sample.everything(), course, lang, everything)
    shown = everything.getvalue() + printed(course, lang, None, "adam")

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "notes.txt" in shown


def test_the_list_names_units_titles_and_points(course: Course) -> None:
    stream = io.StringIO()
    print_list(course, {}, "ja", stream)

    assert "05_backprop  誤差逆伝播法\n" in stream.getvalue()
    assert re.search(r"affine +10 点  Affine レイヤ\n", stream.getvalue())


# --- JSON -----------------------------------------------------------------------------------------------------

RUN = {"schema", "grader_version", "course", "submission", "seed", "sandbox", "score", "max_score", "exercises"}
EXERCISE = {"id", "unit", "status", "score", "max_score", "duration_s", "message", "notes", "checks", "diagnoses"}
CHECK = {"id", "title", "hidden", "status", "score", "max_score", "message", "duration_s"}
DIAGNOSIS = {"slug", "kind", "confidence", "message", "hint"}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_json_has_the_keys_of_the_contract_and_no_others(lang: Language) -> None:
    run = json.loads(json.dumps(run_json(sample.everything(), lang), ensure_ascii=False))

    assert set(run) == RUN and run["schema"] == "gradkata/run/v1"
    for exercise in run["exercises"]:
        assert set(exercise) == EXERCISE
        assert all(set(check) == CHECK for check in exercise["checks"])
        assert all(set(diagnosis) == DIAGNOSIS for diagnosis in exercise["diagnoses"])
        assert {diagnosis["kind"] for diagnosis in exercise["diagnoses"]} <= {"mistake", "structure", "trace", "notice"}
    assert "\x1b" not in json.dumps(run, ensure_ascii=False)


def test_json_of_the_list(course: Course) -> None:
    listed = list_json(course, "ja")["exercises"]

    assert listed[0] == {"id": "sigmoid", "unit": "02_activations", "title": "シグモイド関数", "points": 4.0}
    assert len(listed) == len(course.exercises)


# --- cleaning and measuring -----------------------------------------------------------------------------------


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaning_is_thorough_and_keeps_the_lines(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert cleaned.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", cleaned)
    assert "\n" not in clean_line(text)


@given(st.text("ab c。、日本語「」 x", max_size=80), st.integers(4, 30))
def test_wrapping_loses_nothing_but_space(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.from_regex("([あ漢]{1,9}[、。]){1,9}", fullmatch=True), st.integers(4, 30))
def test_no_line_begins_with_a_comma(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert not any(line.startswith(("、", "。")) for line in lines)
    assert max(map(columns, lines)) <= width + 1  # a comma may hang over
