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
    "list": "learn", "hint": "learn", "show": "learn", "next": "learn", "init": "setup", "reset": "setup", "try": "attempt",
    "report": "report", "watch": "watch.command", "completion": "completion",
    "class": "classroom", "export": "export", "similar": "similar", "adjust": "gradebook", "why": "gradebook",
    "doctor": "author", "new": "author", "verify": "author",
}  # fmt: skip
_GRADES = ("run", "next", "report", "try", "watch")
_NO_ANSWERS = ("--help", "--db", "--submission")  # other people's are run from a process of their own, if any are
_NUMPY_BYTES = 96 << 20
_NOT_A_RUN = ("--help", "-h", "--version")


def main() -> None:
    """Entry point of the console script."""
    leave_out_current_folder()
    fill_streams()
    try:
        code = _run()
        _flush_stdout()
    except (OSError, MemoryError, ImportError, RuntimeError) as error:
        code = _lacking(error)
    _leave(code)


def _run() -> int:
    """Find the command and carry it out; its exit code."""
    arguments = with_command(sys.argv[1:])
    # numpy in this process obeys these; workers get their own (grader/sandbox/launch.py)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    gc.disable()  # nothing that is imported becomes garbage; looking for it would cost a tenth of the start
    _find_memory()
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
        return 3
    gc.freeze()
    gc.enable()
    code: object = 0
    try:
        group(arguments, prog_name="grade", obj=started)
    except SystemExit as leaving:
        code = leaving.code
    return code if isinstance(code, int) else bool(code)


def _find_memory() -> None:
    """Ask for as much as loading numpy takes. Where OpenBLAS gets too little it ends the process, and nobody can say why."""
    from grader.sandbox.room import is_room

    if not is_room(_NUMPY_BYTES):
        raise MemoryError(f"{_NUMPY_BYTES >> 20} MiB are needed")


def _lacking(error: Exception) -> int:
    """The one line for what no command has foreseen: a machine that lacks something. What is a mistake of ours stays one, with
    its traceback."""
    if not isinstance(error, RuntimeError):
        error.__traceback__ = None  # with it goes what the frames hold open
    is_mistake = False
    said = f"the grader cannot go on here ({type(error).__name__}: {error})"
    try:
        from grader.cli.common import LANG
        from grader.lacking import in_words, is_lack

        is_mistake = isinstance(error, RuntimeError) and not is_lack(error)
        said = in_words(error).in_(LANG)
    except (OSError, MemoryError, ImportError):  # not even for the sentence there is enough
        pass
    if is_mistake:
        raise error
    try:
        print(f"grade: {said}", file=sys.stderr)
    except OSError:  # it is stderr that lacks room
        pass
    return 3


def _flush_stdout() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # nobody listens any more: `grade | head`
        pass


def fill_streams() -> None:
    """Give a place to each of stdin, stdout and stderr that was closed before we began: a file or a socket of ours would come to
    stand there. Who closed stderr wants to hear nothing. A result that nobody can get is an error, so nothing can be written
    to stdout; it is said when it is tried."""
    for number, flags in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # gets the lowest number that is free
    sys.stdin = sys.stdin or os.fdopen(0, closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


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
        except OSError:  # what could not be written has been said, as far as anybody can hear it
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
