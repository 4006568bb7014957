"""The command `grade`. This file only chooses what to start first; `app.py` finds the commands.

The floor of a cold `grade affine` is one interpreter and one numpy. The zygote needs a numpy too, so it is
started before anything else is imported, and both processes load at the same time.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

# What a command is called, and the module that it is in.
COMMANDS = {
    "run": "run",
    "list": "learn", "hint": "learn", "show": "learn", "next": "learn", "init": "setup", "reset": "setup",
    "report": "report", "watch": "watch.command", "completion": "completion",
    "class": "classroom", "export": "export", "similar": "similar", "adjust": "gradebook", "why": "gradebook",
    "doctor": "author", "new": "author", "verify": "author",
}  # fmt: skip
_GRADES = ("run", "next", "report", "watch")
_NO_ANSWERS = frozenset({"--help", "--db"})  # `grade report --db URL` reads what is graded
_NOT_A_RUN = ("--help", "-h", "--version")


def main() -> None:
    """Entry point of the console script."""
    arguments = with_command(sys.argv[1:])
    # numpy in this process obeys these; workers get their own (grader/sandbox/launch.py)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    gc.disable()  # nothing that is imported becomes garbage; looking for it would cost a tenth of the start
    started = None
    if arguments[0] in _GRADES and _NO_ANSWERS.isdisjoint(arguments) and "_GRADE_COMPLETE" not in os.environ:
        from grader.sandbox.launch import can_fork, launch

        started = launch() if can_fork() else None
    from grader.errors import CatalogueError

    try:
        from grader.cli.app import group
    except CatalogueError as missing:  # every module of the command makes sentences while it is imported
        print(f"grade: {missing}", file=sys.stderr)
        _leave(3)
    gc.freeze()
    gc.enable()
    code: object = 0
    try:
        group(arguments, prog_name="grade", obj=started)
    except SystemExit as leaving:
        code = leaving.code
    _leave(code if isinstance(code, int) else bool(code))


def _leave(code: int) -> NoReturn:
    """End at once: an interpreter that holds numpy takes long to tidy up what the system frees anyway."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody listens any more: `grade | head`
            pass
    os._exit(code)


def with_command(arguments: list[str]) -> list[str]:
    """`grade affine` and `grade --format json` mean `grade run …`; `grade --lang ja next` means `grade next --lang ja`."""
    leading = 2 if arguments[:1] == ["--lang"] else 1 if arguments and arguments[0].startswith("--lang=") else 0
    if leading and arguments[leading:]:
        return [*with_command(arguments[leading:]), *arguments[:leading]]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in _NOT_A_RUN):
        return arguments
    return ["run", *arguments]
