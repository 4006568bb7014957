"""The command `grade`. This file only chooses what to start first; `app.py` finds the commands.

It is read before the current folder is off the search path, so it imports nothing that a file there could stand for: `gc`
and `sys` are built in, and every interpreter has loaded `os` before it looks anywhere.

The floor of a cold `grade affine` is one interpreter and one numpy. The zygote needs a numpy too, so it is
started before anything else is imported, and both processes load at the same time.
"""

import gc
import os
import sys

TYPE_CHECKING = False  # as in `typing`, whose import would look for it in the current folder
if TYPE_CHECKING:
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
_NO_ANSWERS = ("--help", "--db", "--submission")  # other people's are run from a process of their own, if any are
_NOT_A_RUN = ("--help", "-h", "--version")


def main() -> None:
    """Entry point of the console script."""
    leave_out_current_folder()
    arguments = with_command(sys.argv[1:])
    # numpy in this process obeys these; workers get their own (grader/sandbox/launch.py)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    gc.disable()  # nothing that is imported becomes garbage; looking for it would cost a tenth of the start
    started = None
    has_answers = arguments[0] in _GRADES and not any(one.startswith(_NO_ANSWERS) for one in arguments)
    if has_answers and "_GRADE_COMPLETE" not in os.environ:
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


def leave_out_current_folder() -> None:
    """Take the current folder off the paths by which this process, and those that it starts, find modules, programs and
    libraries: what lies there may be a hand-in. On all of them an empty or relative entry means the current folder."""
    sys.path[:] = [entry for entry in sys.path if _is_elsewhere(entry)]
    for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH"):
        entries = os.environ.get(name, "").split(os.pathsep)
        kept = [entry for entry in entries if (_is_elsewhere(entry) if name == "PYTHONPATH" else os.path.isabs(entry))]
        os.environ.pop(name, None)
        if kept:
            os.environ[name] = os.pathsep.join(kept)
    os.environ["PYTHONSAFEPATH"] = "1"  # as -P, for each Python that is started from here
    # Windows looks there for programs before it looks at PATH; it does not care how the name is spelled
    os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"


def _is_elsewhere(entry: str) -> bool:
    """Whether it is not the current folder; our own packages may lie there, in a clone."""
    if not os.path.isabs(entry):
        return False
    try:
        there = os.stat(entry)
        here = os.stat(os.curdir)
        ours = os.stat(os.path.dirname(os.path.dirname(os.path.dirname(__file__))))
    except OSError:
        return True  # an entry that does not exist
    return not os.path.samestat(there, here) or os.path.samestat(there, ours)


def _leave(code: int) -> "NoReturn":
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
