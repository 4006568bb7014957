"""`grade watch` in a real terminal: a tmux server of its own, of a fixed size, with a real shell in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.cli.watch.changes import may_hold_answers
from grader.course.discover import load_course
from reports.lines import Line, Screen, columns
from reports.watch_screen import cuts, frame, rows
from tests.cli.test_cli import grade
from tests.conftest import ROOT
from tests.course_maker import make_course

LIMIT_S = 90.0  # only a failure waits for so long
RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return x * x\n"
LOOP = "def double(x):\n    while True:\n        pass\n"
PROMPT = "shell>"

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Terminal:
    """A shell in a tmux of its own."""

    def __init__(self, folder: Path, width: int, height: int, **environment: str) -> None:
        self.socket = str(folder / "tmux")
        shell = [
            "env", "-i", f"PATH={os.environ['PATH']}", f"HOME={folder}", f"PYTHONPATH={ROOT}", f"PS1={PROMPT} ",
            "LC_ALL=C.UTF-8", "OPENBLAS_NUM_THREADS=1", "TERM=screen-256color",
            *(f"{name}={value}" for name, value in environment.items()), "bash", "--norc", "--noprofile",
        ]  # fmt: skip
        self.tmux("-f", os.devnull, "new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(folder), *shell)
        self.until(PROMPT)

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-u", "-S", self.socket, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def run(self, command: str) -> None:
        self.tmux("send-keys", "-l", command)
        self.press("Enter")

    def until(self, *words: str, gone: str = "") -> str:
        """The screen, once it holds all `words` and not what must be `gone`."""
        return self.until_it(lambda seen: all(word in seen for word in words) and (not gone or gone not in seen), words)

    def until_it(self, holds: Callable[[str], bool], what: object) -> str:
        limit = time.monotonic() + LIMIT_S
        while not holds(seen := self.screen()):
            assert time.monotonic() < limit, f"waited for {what}; on the screen is\n{seen}"
            time.sleep(0.05)
        return seen

    def modes(self, name: str) -> str:
        """What `stty -a` says, asked by the shell."""
        self.run(f"stty -a > ~/{name}; echo 'asked': {name}")
        self.until(f"asked: {name}")
        return Path(self.socket).with_name(name).read_text(encoding="utf-8")


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def make(width: int = 90, height: int = 30, **environment: str) -> Terminal:
        opened.append(Terminal(tmp_path, width, height, **environment))
        return opened[-1]

    yield make
    for terminal in opened:
        terminal.tmux("kill-server")


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """The answer's file in a workspace of a small course."""
    root = make_course(tmp_path)
    assert grade("init", tmp_path / "mine", "--course", root).returncode == 0
    return tmp_path / "mine" / "01_first" / "double" / "double.py"


def watching(answer: Path, *words: str) -> str:
    return " ".join(
        ["cd mine && ", sys.executable, "-m", "grader", "watch", "--course", "../course", *words, "; echo code $?"]
    )


@pytest.fixture
def started(open_terminal: Callable[..., Terminal], answer: Path) -> Terminal:
    terminal = open_terminal()
    terminal.run(watching(answer))
    terminal.until("not started", "watching 1 exercise", "[q]uit")
    return terminal


@needs_tmux
def test_what_is_saved_is_graded_and_shown(started: Terminal, answer: Path) -> None:
    answer.write_text(WRONG, encoding="utf-8")
    assert re.search(
        r"last save \d\d:\d\d:\d\d · \d+ ms", started.until("failed  double", "what it is: nothing squared", " ms")
    )

    beside = answer.with_name("double.py.new")  # as vim and PyCharm save
    beside.write_text(RIGHT, encoding="utf-8")
    beside.replace(answer)
    assert "double passed. Press n to go on." in started.until("passed  double", gone="what it is")

    answer.write_text("def double(x:\n", encoding="utf-8")
    started.until("cannot be read as Python", gone="double passed")
    answer.unlink()
    started.until("double is not in this workspace any more")
    answer.write_text("", encoding="utf-8")
    started.until("double is not defined")
    started.press("q")
    started.until("code 0")


@needs_tmux
def test_a_notebook_is_graded_when_it_is_saved(open_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    assert grade("init", tmp_path / "mine", "--notebooks", "--course", make_course(tmp_path)).returncode == 0
    terminal = open_terminal()
    terminal.run(watching(tmp_path))
    terminal.until("not started", "[q]uit")
    path = tmp_path / "mine" / "01_first.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (stub,) = (cell for cell in notebook["cells"] if "def double" in "".join(cell["source"]))

    for source, words in ((WRONG, "nothing squared"), (RIGHT, "double passed")):
        stub["source"] = source
        path.write_text(json.dumps(notebook), encoding="utf-8")
        terminal.until(words)
    terminal.press("n")
    terminal.until("everything is solved")


@needs_tmux
def test_a_store_that_cannot_be_used_is_told(open_terminal: Callable[..., Terminal], answer: Path) -> None:
    (answer.parents[2] / ".gradkata").write_text("a file where the folder should be", encoding="utf-8")
    terminal = open_terminal()
    terminal.run(watching(answer))
    terminal.until("not started", "[q]uit")
    answer.write_text(RIGHT, encoding="utf-8")
    terminal.until("results cannot be remembered here", "double passed")


@needs_tmux
def test_of_many_saves_the_newest_is_shown(started: Terminal, answer: Path) -> None:
    for number in range(20):
        answer.write_text(f"def double(x):\n    raise ValueError('save {number} of many')\n", encoding="utf-8")
    started.until("save 19 of many")
    for number in range(20):
        answer.write_text(WRONG if number % 2 else LOOP, encoding="utf-8")
    answer.write_text(RIGHT, encoding="utf-8")
    seen = started.until("passed  double", "double passed", " ms")
    answer.write_text(WRONG, encoding="utf-8")
    assert "out of time" not in seen + started.until("failed  double")


@needs_tmux
def test_the_keys(started: Terminal, answer: Path, tmp_path: Path) -> None:
    started.press("h")
    started.until("double, hint 1/3")
    started.press("H")
    started.until("double, hint 2/3", gone="hint 1/3")
    assert "hint 3/3" in grade("hint", "double", "--course", "../course", cwd=tmp_path / "mine").stdout
    started.press("n")
    started.until("the task is in 01_first/double/README.md", "your answer goes into 01_first/double/double.py")
    started.press("l")
    listed = started.until("First (0 of 1 done)", "○ not started  double")
    started.press("x", "Up", "F1", "1")
    started.press("r")
    assert "the task is in" not in listed
    started.until("report: ", "No browser can be started here")
    assert "</html>" in (tmp_path / "mine" / "report.html").read_text(encoding="utf-8")
    answer.write_text(RIGHT, encoding="utf-8")
    started.until("double passed. Press n to go on.")
    started.press("l")
    started.until("First (1 of 1 done)", "✓ done")
    started.press("n")
    started.until("everything is solved.")


@needs_tmux
def test_a_browser_is_started_where_there_is_one(
    open_terminal: Callable[..., Terminal], answer: Path, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    terminal = open_terminal(BROWSER=str(browser))
    terminal.run(watching(answer))
    terminal.until("watching 1 exercise", "not started")
    terminal.press("r")
    terminal.until("It opens in your browser.")
    terminal.until_it(
        lambda _: (tmp_path / "opened").exists() and (tmp_path / "opened").read_text() != "", "the browser"
    )
    assert (tmp_path / "opened").read_text().strip() == (tmp_path / "mine" / "report.html").as_uri()


def _end_by_q(terminal: Terminal, answer: Path) -> str:
    terminal.press("q")
    return "code 0"


def _end_by_interrupt(terminal: Terminal, answer: Path) -> str:
    terminal.press("C-c")
    return "code 0"


def _end_by_q_in_an_endless_loop(terminal: Terminal, answer: Path) -> str:
    answer.write_text(LOOP, encoding="utf-8")
    terminal.until("grading ...")
    terminal.press("h")
    assert "out of time" not in terminal.until("hint 1/3")
    terminal.press("q")
    return "code 0"


def _end_by_quit_signal(terminal: Terminal, answer: Path) -> str:
    terminal.press("C-\\")
    return "code 131"


def _end_by_sigterm(terminal: Terminal, answer: Path) -> str:
    os.kill(_process(terminal), signal.SIGTERM)
    return "code 143"


def _end_by_a_fault_of_ours(terminal: Terminal, answer: Path) -> str:
    shutil.rmtree(answer.parents[3] / "course")
    answer.write_text(WRONG, encoding="utf-8")
    terminal.until("grade: watching ended: FileNotFoundError")
    return "code 3"


def _process(terminal: Terminal) -> int:
    """The process of `grade watch`: the only child of the shell."""
    shell = terminal.tmux("display-message", "-p", "#{pane_pid}").strip()
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


@needs_tmux
@pytest.mark.parametrize(
    "end",
    [
        _end_by_q,
        _end_by_interrupt,
        _end_by_q_in_an_endless_loop,
        _end_by_quit_signal,
        _end_by_sigterm,
        _end_by_a_fault_of_ours,
    ],
)
def test_however_it_ends_the_terminal_is_as_before(
    open_terminal: Callable[..., Terminal], answer: Path, end: Callable[[Terminal, Path], str]
) -> None:
    terminal = open_terminal()
    before = terminal.modes("before")
    assert "-icanon" not in before and " echo " in before
    terminal.run(watching(answer))
    terminal.until("not started", "[q]uit")

    code = end(terminal, answer)

    assert "Traceback" not in terminal.until(code, gone="[q]uit")
    assert terminal.modes("after") == before
    terminal.press("e", "c", "h", "o", "e", "d")
    terminal.until(f"{PROMPT} echoed")


@needs_tmux
def test_stopped_and_continued(started: Terminal, answer: Path) -> None:
    started.press("C-z")
    started.until("Stopped", PROMPT)
    assert " echo " in started.modes("stopped")
    started.run("fg")
    started.until("not started", "[q]uit", gone="Stopped")
    answer.write_text(RIGHT, encoding="utf-8")
    started.until("double passed")
    started.press("q")
    started.until(PROMPT, gone="[q]uit")
    assert " echo " in started.modes("after")


@needs_tmux
def test_a_long_result_is_cut_to_the_terminal_and_follows_its_size(started: Terminal, answer: Path) -> None:
    answer.write_text(WRONG, encoding="utf-8")
    whole = started.until("what it is", "next: ", "ms")
    assert "more line" not in whole
    started.tmux("resize-window", "-x", "70", "-y", "12")
    cut = started.until("more lines: grade double", "[q]uit")
    assert len(cut.rstrip("\n").split("\n")) <= 12 and "✗ failed  double" in cut.split("\n")[0]
    assert cut.index("more lines: ") < cut.index("score ") < cut.index("next: ")
    started.tmux("resize-window", "-x", "90", "-y", "30")
    started.until("next: ", "[q]uit", gone="more line")


@needs_tmux
def test_japanese_in_a_narrow_terminal(open_terminal: Callable[..., Terminal], answer: Path) -> None:
    terminal = open_terminal(width=60, height=24, NO_COLOR="1")
    terminal.run(watching(answer, "--lang", "ja"))
    terminal.until("未着手", "1 問を監視中", "[h]ヒント [n]次へ [l]一覧 [r]レポート [q]終了")
    answer.write_text(WRONG, encoding="utf-8")
    seen = terminal.until("診断: ", "最終保存")
    assert all(columns(row) <= 60 for row in seen.split("\n"))
    assert "\x1b[3" not in terminal.tmux("capture-pane", "-p", "-e")
    terminal.press("q")
    terminal.until("code 0")


@needs_tmux
def test_what_stood_on_the_screen_can_be_scrolled_back_to(started: Terminal) -> None:
    assert "watch --course" not in started.screen()
    assert "watch --course" in started.tmux("capture-pane", "-p", "-S", "-100")


@needs_tmux
def test_a_dead_sandbox_is_opened_anew(started: Terminal, answer: Path) -> None:
    answer.write_text(WRONG, encoding="utf-8")
    started.until("failed  double")
    process = _process(started)
    sandbox = [
        int(child)
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    if not sandbox:
        pytest.skip("this system has no zygote to kill")
    for child in sandbox:
        os.kill(child, signal.SIGKILL)
    answer.write_text(RIGHT, encoding="utf-8")
    started.until("double passed")


@needs_tmux
@pytest.mark.parametrize("poll", [[], ["--poll"]])
def test_what_is_saved_while_it_starts_is_not_missed(
    open_terminal: Callable[..., Terminal], answer: Path, poll: list[str]
) -> None:
    terminal = open_terminal()
    terminal.run(watching(answer, *poll))
    terminal.until("watching 1 exercise")
    answer.write_text(RIGHT, encoding="utf-8")
    terminal.until("double passed")


@needs_tmux
def test_polling_finds_changes_too(open_terminal: Callable[..., Terminal], answer: Path) -> None:
    terminal = open_terminal()
    terminal.run(watching(answer, "double", "--poll"))
    terminal.until("not started", "[q]uit")
    answer.write_text(RIGHT, encoding="utf-8")
    terminal.until("double passed")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_in_a_pipe_one_result_follows_the_other(answer: Path, number: signal.Signals, code: int) -> None:
    command = [sys.executable, "-m", "grader", "watch", "--course", str(answer.parents[3] / "course")]
    process = subprocess.Popen(
        command, cwd=answer.parent, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        # tests that run in the background of a shell have ^C ignored, and would pass that on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no other thread here
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = ""
        while "next: " not in said:
            said += process.stdout.readline()
        answer.write_text(RIGHT, encoding="utf-8")
        while "the exercise passed" not in said:
            said += process.stdout.readline()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=LIMIT_S)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, errors) == (code, "")
    assert said.index("not started  double") < said.index("passed  double")
    assert "\x1b" not in said + rest and "[q]uit" not in said + rest


def test_outside_a_workspace_it_says_what_to_do(tmp_path: Path) -> None:
    result = grade("watch", cwd=tmp_path)
    assert result.returncode == 2 and "grade init" in result.stderr


# --- parts -------------------------------------------------------------------------------------------------------


def test_which_files_may_hold_answers(tmp_path: Path) -> None:
    course = load_course(make_course(tmp_path))
    home = tmp_path / "mine"
    names = {
        "double.py": True, "01_first/double/double.py": True, "mine.ipynb": True,
        "double.py~": False, ".double.py.swp": False, "4913": False, "double.py___jb_tmp___": False, "homework.py": True,
        ".ipynb_checkpoints/mine-checkpoint.ipynb": False, "__pycache__/double.py": False, ".git/double.py": False,
    }  # fmt: skip
    assert {name: may_hold_answers(home / name, home, course.exercises) for name in names} == names
    assert not may_hold_answers(tmp_path / "double.py", home, course.exercises)


@given(st.text(st.sampled_from("ab あ漢\u0301"), max_size=40), st.integers(2, 12))
def test_cut_text_fits_and_nothing_is_lost(text: str, width: int) -> None:
    pieces = [text[start:end] for start, end in cuts(text, width)]
    assert "".join(pieces) == text
    assert all(columns(piece) <= width for piece in pieces)


@given(st.lists(st.text("ab あ", max_size=50), max_size=20), st.integers(2, 100), st.integers(1, 30), st.booleans())
def test_a_frame_fits_its_terminal(texts: list[str], width: int, height: int, whole: bool) -> None:
    screen = Screen(False, min(width, 100), "utf-8")
    body = [Line(text, whole=whole) for text in texts]
    painted = frame(body, [Line("status"), Line("keys")], "grade", screen, width, height, "en")
    assert len(painted) <= height and all(columns(row) <= width for row in painted)
    assert painted[-1].strip() in "keys"


def test_colour_only_where_there_is_some() -> None:
    line = [Line("passed", "bold green", "✓ ", "green")]
    assert list(rows(line, Screen(False, 80, "utf-8"), 80)) == ["✓ passed"]
    assert list(rows(line, Screen(True, 80, "utf-8"), 80)) == ["\x1b[32m✓ \x1b[0m\x1b[1;32mpassed\x1b[0m"]
