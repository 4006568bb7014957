"""`%load_ext grader`: `%grade` and `%%grade` in IPython, Jupyter and whatever else speaks to a kernel.

What is graded is what the session has run, since the notebook's file may not be saved. It goes to a grader in a
process of its own (`session.py`); this module runs in the kernel and knows nothing of the course.
"""

from __future__ import annotations

import ast
import atexit
import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from grader.cli import COMMANDS
from grader.language import language
from grader.model import Language
from grader.words import text

CLOSE_LIMIT_S = 2.0


class Result(NamedTuple):
    """What `%grade` gives back: the words of the terminal, and the same for a browser."""

    text: str
    html: str

    def __repr__(self) -> str:
        return self.text.rstrip()

    def _repr_html_(self) -> str:
        return self.html


def load(ipython: Any) -> None:
    """Give a shell its magics, and start the grader, so that it is there when it is needed."""

    def grade(line: str, cell: str | None = None) -> Result | None:
        return _grade(ipython, line, cell)

    grade.__doc__ = _HELP
    ipython.register_magic_function(grade, "line_cell", "grade")
    _grader.start()


_HELP = """Grade what this session has run.

%grade affine [more …] [--lang ja] [--course DIR]    grade these; alone: all that the session seems to define
%%grade affine                                       run the cell, then grade
%grade affine --hint                                 a hint instead of a grade; like %grade hint affine --level 2
%grade show affine, %grade list, %grade next, …      the other commands of `grade`
"""


def _grade(ipython: Any, line: str, cell: str | None) -> Result | None:
    words = shlex.split(line)
    lang = language(words)
    if "--hint" in words:
        words = ["hint", *(word for word in words if word != "--hint")]
    if words[:1] == ["watch"]:
        _stop(
            text("watch needs a terminal: type `grade watch` there; here, %grade after each change does it.").in_(lang)
        )
    if words and words[0] in COMMANDS and words[0] != "run":
        _command(words, lang)
        return None
    words, course = _options(words[1:] if words[:1] == ["run"] else words, lang)
    if cell is not None:
        ipython.run_cell(cell, store_history=False)
    request = {
        "cells": [(label, source, _parses(ipython, source)) for label, source in _history(ipython, cell)],
        "words": words,
        "lang": lang,
        "course": course,
        "folder": os.getcwd(),
        "encoding": getattr(sys.stdout, "encoding", None) or "utf-8",
    }
    said = _grader.ask(request, lang)
    if "error" in said:
        _stop(said["error"])
    return Result(said["text"], said["html"])


def _options(words: list[str], lang: Language) -> tuple[list[str], str]:
    """The exercises, and the folder of --course."""
    rest = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    exercises, course = [], ""
    while rest:
        word = rest.pop(0)
        if word in ("--lang", "--course") and rest:
            value = rest.pop(0)
            course = value if word == "--course" else course
        elif word.startswith("-"):
            _stop(text("%grade knows no {word}; %grade? shows what it knows.", word=word).in_(lang))
        else:
            exercises.append(word)
    return exercises, course


def _history(ipython: Any, cell: str | None) -> list[tuple[str, str]]:
    """What the session has run, with its labels. The cell that is running comes last."""
    history = ipython.history_manager
    raw, parsed = list(map(str, history.input_hist_raw)), list(map(str, history.input_hist_parsed))
    # IPython's own lines as Python; but a cell with a magic on top would be nothing but one string
    texts = [one if one.lstrip().startswith("%%") else other for one, other in zip(raw, parsed, strict=False)]
    cells = [(f"In [{number}]", said) for number, said in enumerate(texts) if said.strip()]
    if cell is None:
        return cells
    number = len(raw) - 1 if raw and raw[-1].endswith(cell) else len(raw)
    return [one for one in cells if one[0] != f"In [{number}]"] + [(f"In [{number}]", f"\n{cell}")]


def _parses(ipython: Any, source: str) -> bool:
    """Whether a cell is Python once IPython has read its magics."""
    try:
        ast.parse(ipython.transform_cell(source))
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def _command(words: list[str], lang: Language) -> None:
    """Another command of `grade`; what it says is printed."""
    spoken = [] if any(word.startswith("--lang") for word in words) else ["--lang", lang]
    command = [*_python("grader"), *words, *spoken]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=_environment(), check=False)
    print((done.stdout + done.stderr).decode("utf-8", "replace"), end="")


def _python(module: str) -> list[str]:
    return [sys.executable, "-P", "-m", module]  # -P: a `random.py` in the student's folder is not ours


def _environment() -> dict[str, str]:
    """With this very grader first on the path, however the kernel came by it."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    path = [str(Path(__file__).resolve().parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(path), "PYTHONUTF8": "1"}


def _stop(message: str) -> NoReturn:
    from IPython.core.error import UsageError

    raise UsageError(f"grade: {message}")  # IPython shows it as one line


class _Grader:
    """The process of `session.py`; one for a kernel, started anew if it is gone."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  closed with the process
            self._process = subprocess.Popen(
                _python("grader.kernel.session"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints,
                env=_environment(), start_new_session=True,  # an interrupt is for the kernel
            )  # fmt: skip
        return self._process

    def ask(self, request: dict[str, Any], lang: Language) -> dict[str, str]:
        """One request, one reply. Whoever interrupts it ends it: half a reply would be taken for the next one's."""
        process = self.start()
        assert process.stdin is not None and process.stdout is not None
        line = b""
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            pass  # it is gone; its last words say more
        except BaseException:
            process.kill()
            raise
        if not line:
            process.wait(CLOSE_LIMIT_S)
            words = self._last_words()
            return {
                "error": text("the grader ended: {words}. Try again; `grade doctor` shows more.", words=words).in_(lang)
            }
        reply: dict[str, str] = json.loads(line)
        return reply

    def _last_words(self) -> str:
        if self._complaints is None:
            return ""
        self._complaints.seek(0)
        return self._complaints.read().decode("utf-8", "replace").strip().rpartition("\n")[2]

    def close(self) -> None:
        """At the end of its stdin it leaves, and takes its sandbox with it."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.close()
        except OSError:
            pass  # it is gone already
        process.stdout.close()
        try:
            process.wait(CLOSE_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._complaints is not None:
            self._complaints.close()


_grader = _Grader()
atexit.register(_grader.close)
