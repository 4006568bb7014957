"""`%grade` and `%%grade` in IPython, Jupyter and whatever else speaks to a kernel. This half runs in the kernel.

What is graded is what the session has run, since the notebook's file may not be saved. The other half is a grader in a
process of its own, `grader/kernel/session.py`. It reads the line of the magic and words every message; this half knows
what the session has run, and shows what it is told. Each question is one line of JSON, and so is its answer:

    {"line": "affine --lang ja", "folder": "…", "cells": null, "encoding": "utf-8"}
    {"error": "…"}                 the line is wrong
    {"run": ["show", "affine"]}    it is another command of `grade`, to be run as a program
    {"cells": "wanted"}            it is to be graded: the cell of `%%grade` is run only now. Then the same question
                                   once more, with what the session has run:

    {"line": …, "folder": …, "cells": [[label, text, whether it is Python], …], "encoding": …}
    {"text": "…", "html": "…"}   or   {"error": "…"}   or, for `%grade try affine`, {"cell": "…"}, to be put into the next cell
"""

from __future__ import annotations

import ast
import atexit
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any, NamedTuple

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
%grade try affine                                    what fails, in a new cell, to run and change
%grade show affine, %grade list, %grade next, …      the other commands of `grade`
"""


def _grade(ipython: Any, line: str, cell: str | None) -> Result | None:
    said = _ask(line, None)
    if "run" in said:
        _command(said["run"])
        return None
    if cell is not None:
        ipython.run_cell(cell, store_history=False)
    said = _ask(line, [(label, source, _parses(ipython, source)) for label, source in _history(ipython, cell)])
    if "cell" in said:
        ipython.set_next_input(said["cell"])
        return None
    return Result(said["text"], said["html"])


def _ask(line: str, cells: list[tuple[str, str, bool]] | None) -> dict[str, Any]:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    said = _grader.ask({"line": line, "folder": os.getcwd(), "cells": cells, "encoding": encoding})
    if "error" in said:
        from IPython.core.error import UsageError

        raise UsageError(f"grade: {said['error']}")  # IPython shows it without a traceback
    return said


def _history(ipython: Any, cell: str | None) -> list[tuple[str, str]]:
    """What the session has run, with its labels. The cell that is running comes last."""
    history = ipython.history_manager
    raw, parsed = list(map(str, history.input_hist_raw)), list(map(str, history.input_hist_parsed))
    # IPython's own lines as Python; but a cell with a magic on top would be nothing but one string
    texts = [one if one.lstrip().startswith("%%") else other for one, other in zip(raw, parsed, strict=False)]
    cells = [(f"In [{number}]", said) for number, said in enumerate(texts) if said.strip()]
    if cell is None:
        return cells
    # IPython has stored it already, unless it was told not to; and has given it another end of line, and less indentation
    is_stored = bool(raw) and "".join(raw[-1].split()).endswith("".join(cell.split()))
    number = len(raw) - is_stored
    return [one for one in cells if one[0] != f"In [{number}]"] + [(f"In [{number}]", f"\n{cell}")]


def _parses(ipython: Any, source: str) -> bool:
    """Whether a cell is Python once IPython has read its magics."""
    try:
        ast.parse(ipython.transform_cell(source))
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def _command(words: list[str]) -> None:
    """Another command of `grade`; what it says is printed. It is a child of the kernel, so that an interrupt ends it."""
    command = [*_python("grader"), *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=_environment(), check=False)
    print((done.stdout + done.stderr).decode("utf-8", "replace"), end="")


def _python(module: str) -> list[str]:
    return [sys.executable, "-P", "-m", module]  # -P: a `grader.py` or `random.py` in the student's folder is not ours


def _environment() -> dict[str, str]:
    """With what was installed beside this very file first on the path, however the kernel came by it."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    theirs = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    # an empty or relative entry means the current folder, which is the student's
    path = [str(Path(__file__).resolve().parents[1]), *filter(os.path.isabs, theirs)]
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(path), "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"}


class _Grader:
    """The process of the other half; one for a kernel, started anew if it is gone."""

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

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """One question, one answer. Whoever interrupts it ends it: half an answer would be taken for the next one's."""
        process = self.start()
        assert process.stdin is not None and process.stdout is not None
        line = b""
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            pass  # it is gone; its last words say more
        except BaseException:
            process.kill()
            raise
        if not line.endswith(b"\n"):
            process.wait(CLOSE_LIMIT_S)
            return {"error": _ENDED.format(words=self._last_words())}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        """The message below a traceback; that of a broken installation has two lines."""
        if self._complaints is None:
            return ""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return "\n".join(line for line in lines[-2:] if not line.startswith(" "))

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


# The one message that no catalogue can give: who would look it up has ended.
_ENDED = """the grader ended: {words}. Try again; `grade doctor` shows more.
grade: 採点プログラムが終了しました: {words}。もう一度試してください。`grade doctor` で詳しく分かります。"""

_grader = _Grader()
atexit.register(_grader.close)
