"""What a person sees on a narrow terminal: the real command on a pseudo-terminal of 80 and of 60 columns."""

from __future__ import annotations

import io
import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Course, Language
from reports.lines import Line, Screen, breaks, columns, shorten
from reports.markdown import write_markdown
from reports.terminal import SIGNS
from reports.watch_screen import frame, state_lines, status_line
from tests.conftest import ROOT
from tests.terminal import GRADE, on_a_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is wanted")

UNDER_WAY = {
    "02_activations/sigmoid": "import numpy as np\n\n\ndef sigmoid(x):\n    return 1 / (1 + np.exp(x))\n",
    "02_activations/activation_derivatives": "raise ValueError\n",
    "06_networks/regression_to_classification": "def (:\n",
}
DONE = ("logic_gates", "xor_gate", "perceptron_learning")
NARROW = [(width, lang) for width in (80, 60) for lang in ("en", "ja")]


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace: a unit that is done, others that are begun, others that are not."""
    folder = tmp_path_factory.mktemp("narrow") / "mine"
    subprocess.run([*GRADE, "init", str(folder)], cwd=ROOT, check=True, capture_output=True)
    for id_ in DONE:
        lines = (ROOT / "solutions" / "01_perceptron" / id_ / f"{id_}.py").read_text("utf-8").splitlines(keepends=True)
        answer = "".join(line for line in lines if " SOLUTION" not in line)
        (folder / "01_perceptron" / id_ / f"{id_}.py").write_text(answer, encoding="utf-8")
    for place, source in UNDER_WAY.items():
        (folder / place / f"{Path(place).name}.py").write_text(source, encoding="utf-8")
    on_a_terminal(GRADE, folder, 80)
    return folder


def seen(mine: Path, width: int, lang: str, *words: str) -> list[str]:
    """The rows of a terminal of that width, none of them too long for it."""
    said, code = on_a_terminal([*GRADE, *words, "--lang", lang], mine, width, NO_COLOR="1")
    rows = said.splitlines()
    assert code in (0, 1, 2), said
    assert [row for row in rows if columns(row) > width] == []
    return rows


@pytest.mark.parametrize(("width", "lang"), NARROW)
@pytest.mark.parametrize("words", [(), ("list",)])
def test_every_exercise_is_one_row_with_its_score(mine: Path, width: int, lang: str, words: tuple[str, ...]) -> None:
    rows = seen(mine, width, lang, *words)

    for place in UNDER_WAY:
        assert re.search(rf" {Path(place).name} +\d+/\d+  \S", "\n".join(rows)), rows
    assert not [row for row in rows if re.fullmatch(r"\s*[\d.]+(/[\d.]+)?( points| 点)?\s*", row) and row]


def test_a_title_that_has_no_room_is_cut_on_a_terminal_only(mine: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    piped = subprocess.run(
        [*GRADE, "list"], cwd=mine, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert any(row.endswith("…") for row in seen(mine, 60, "en", "list"))
    assert "…" not in piped.stdout and "A two-layer network as a class" in piped.stdout


@pytest.mark.parametrize(("width", "lang"), NARROW)
def test_the_overview_folds_units_that_are_not_begun_or_done(mine: Path, width: int, lang: str) -> None:
    rows = seen(mine, width, lang)

    said = (
        ("01_perceptron  Perceptrons: all 3 done", "03_forward  From scores to a loss: 7 not started")
        if lang == "en"
        else ("01_perceptron  パーセプトロン: 3 問とも完了", "03_forward  順伝播: 出力から損失まで: 7 問とも未着手")
    )
    assert set(said) <= set(rows)
    assert not [row for row in rows if " xor_gate " in row or " accuracy " in row]
    assert [row for row in rows if " relu " in row]  # its unit is begun


def test_what_is_named_is_never_folded(mine: Path) -> None:
    rows = seen(mine, 80, "en", "swish", "tanh", "accuracy", "softmax")
    assert len([row for row in rows if re.match("  ○ not started  (swish|tanh|accuracy|softmax) ", row)]) == 4
    assert len([row for row in seen(mine, 80, "en", "03_forward") if "○" in row]) == 7


# --- statements, hints and errors ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "lang"), NARROW)
@pytest.mark.parametrize(
    "words", [("show", "softmax_with_loss"), ("show", "xor_gate"), ("hint", "affine", "--level", "3")]
)
def test_no_word_is_cut(mine: Path, width: int, lang: str, words: tuple[str, ...]) -> None:
    shown = "\n".join(seen(mine, width, lang, *words))
    piped = subprocess.run(
        [*GRADE, *words, "--lang", lang], cwd=mine, capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    ).stdout  # fmt: skip

    piped = piped.replace("```python", "```")
    assert set(re.findall("[A-Za-z_]{4,}", piped)) <= set(re.findall("[A-Za-z_]{4,}", shown))
    assert piped.startswith("# ") or words[0] == "hint"


def test_a_statement_is_drawn_and_its_formulas_are_unchanged(mine: Path) -> None:
    rows = seen(mine, 80, "en", "show", "softmax_with_loss")
    shown = "\n".join(rows)

    assert rows[0] == "The Softmax-with-Loss layer" and "## What to write" not in shown
    assert r"    \frac{\partial L}{\partial x} = \frac{y - t}{N}" in rows
    assert "$" not in shown and "```" not in shown and "a batch of `N` rows `x`" in shown
    formula = r"y = \mathrm{softmax}(x), \quad L = -\frac{1}{N} \sum_{n} \sum_{k} t_{nk} \log y_{nk}"
    assert formula.replace(" ", "") in re.sub(r"\s", "", shown)  # in two rows
    assert "write your answer in 05_backprop/softmax_with_loss/softmax_with_loss.py" in rows
    assert re.search(r"\nformulas set in type: 05_backprop/softmax_with_loss/README\.md or\s`grade\sreport`$", shown)
    table = seen(mine, 80, "en", "show", "xor_gate")
    assert any("─" * 8 in row for row in table) and not any(row.startswith("|") for row in table)


def test_colour_in_a_statement_only_where_there_is_some(mine: Path) -> None:
    coloured, _ = on_a_terminal([*GRADE, "show", "relu"], mine, 80)
    plain, _ = on_a_terminal([*GRADE, "show", "relu"], mine, 80, NO_COLOR="1")
    assert "\x1b[" in coloured and "\x1b" not in plain


class Console(io.TextIOWrapper):
    """A terminal of another encoding."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "utf-8"])
def test_a_statement_on_a_console_that_lacks_signs(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Console(raw := io.BytesIO(), encoding=encoding)
    source = "# T\n\n- a $x$ \x1b[31m\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<b>c</b> ![d](http://e)\n"

    assert write_markdown(source, stream) is True
    stream.flush()
    shown = raw.getvalue().decode(encoding)
    assert (" • a `x`" if encoding == "utf-8" else " - a `x`") in shown
    assert "\x1b" not in shown and "<b>c</b>" in shown


def test_japanese_runs_on_over_the_end_of_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Console(raw := io.BytesIO(), encoding="utf-8")
    assert write_markdown("**これは**\n一つの文です。\none\ntwo\n", stream) is False
    stream.flush()
    assert raw.getvalue().decode() == "これは一つの文です。 one two\n"


@given(st.text("ab c。、日本語「」 x", max_size=80), st.integers(4, 30))
def test_between_two_lines_only_space_is_lost(text: str, width: int) -> None:
    found = list(breaks(text, width))
    assert found[0][0] == 0 and not text[found[-1][1] :].strip()
    assert all(end <= start and not text[end:start].strip() for (_, end), (start, _) in pairwise(found))


@given(st.text("ab あ漢", max_size=40), st.integers(3, 30))
def test_what_is_shortened_fits_and_begins_alike(text: str, width: int) -> None:
    short = shorten(text, width, "…")
    assert columns(short) <= width and (short == text or text.startswith(short.removesuffix("…")))


# --- the screen of `grade watch` -----------------------------------------------------------------------------------

FOOTER = [Line("status"), Line("keys")]


@pytest.mark.parametrize("height", range(6, 20))
def test_a_long_result_keeps_its_beginning_and_its_end(height: int) -> None:
    body = [
        Line("✗ failed"),
        *(Line(f"row {number}") for number in range(30)),
        Line(),
        Line("score 2/11"),
        Line("next: x"),
    ]
    painted = frame(body, FOOTER, "grade affine", Screen(False, 80, "utf-8"), 80, height, "en")

    assert len(painted) == height and painted[-3:] == ["", "status", "keys"]
    assert painted[-5:-3] == ["score 2/11", "next: x"]
    (said,) = (row for row in painted if row.startswith("… "))
    assert said == f"… {34 - (height - 4)} more lines: grade affine"
    assert height < 7 or painted[0] == "✗ failed"


def test_a_long_hint_keeps_its_beginning() -> None:
    body = [Line("affine, hint 3/3"), Line(), *(Line(f"row {number}") for number in range(30))]
    painted = frame(body, FOOTER, "grade hint affine", Screen(False, 80, "ascii"), 80, 15, "en")
    assert painted[:3] == ["affine, hint 3/3", "", "row 0"] and "row 29" in painted
    assert [row for row in painted if row.startswith("... ")] == ["... 21 more lines: grade hint affine"]


@pytest.mark.parametrize(
    ("took_ms", "said"), [(87.2, "87 ms"), (999.4, "999 ms"), (999.6, "1.0 s"), (10_420, "10.4 s")]
)
def test_long_times_are_said_in_seconds(took_ms: float, said: str) -> None:
    line = status_line(59, "14:02:11", took_ms, False, "en", Screen(False, 80, "utf-8"))
    assert line.text.endswith(f" · {said}")


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_list_of_watch_is_as_wide_as_the_terminal(course: Course, width: int, lang: Language) -> None:
    painted = frame(
        state_lines({}, course, lang, SIGNS, 100, ""), FOOTER, "grade", Screen(False, width, "utf-8"), width, 100, lang
    )
    rows = [row for row in painted if re.match(r" +\w+ +\d+ (points|点)  ", row)]
    assert len(rows) == len(course.exercises) and all(columns(row) <= width for row in rows)
